"""`tracuu train`: models made again from annotations."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlp.entities.model import train

Run = Callable[..., Any]
PEOPLE = ("Lê Minh", "Trần Văn Hải", "Phạm Thu Thuỷ", "Đỗ Quang")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(_article(name)) + "\n" for name in PEOPLE), "utf-8")
    return path


def test_a_model_is_made_with_its_clusters_a_note_and_its_scores(tracuu: Run, gold: Path, tmp_path: Path) -> None:
    pytest.importorskip("pycrfsuite", reason="training needs python-crfsuite")
    path = tmp_path / "models/my.crf"
    ended = tracuu("train", "ner", str(gold), "--output", str(path), "--iterations", "20", "--held-out", str(gold))
    assert ended.code == 0
    assert "my.crf: " in ended.out
    assert "trained on 4 articles" in ended.out
    assert "PER  4     1.000  1.000  1.000" in ended.out
    assert {one.name for one in path.parent.iterdir()} == {"my.crf", "my.clusters.tsv.gz", "my.yaml"}
    note = yaml.safe_load((tmp_path / "models/my.yaml").read_text("utf-8"))
    assert note["trained on"] == {"files": ["gold.jsonl"], "articles": 4}
    assert note["precision, recall, F1"]["gold.jsonl"]["PER"] == "1.000, 1.000, 1.000"


def test_where_the_trainer_is_missing_the_way_to_it_is_told(
    tracuu: Run, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "find_spec", lambda _: None)
    ended = tracuu("train", "ner", str(gold))
    assert ended.code == 1
    assert "pip install 'python-crfsuite" in ended.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "bad.jsonl, line 2"),
        ('{"id": "1", "text": "Lê Minh"}', "bad.jsonl, line 2"),
        (
            '{"id": "1", "text": "Lê Minh", "entities": [{"start": 1, "end": 3, "surface": "Lê", "type": "PER"}]}',
            "'Lê' does not stand at 1",
        ),
    ],
)
def test_a_line_that_cannot_be_learnt_from_is_named(
    tracuu: Run, gold: Path, tmp_path: Path, line: str, said: str
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text(gold.read_text("utf-8").splitlines()[0] + "\n" + line + "\n", "utf-8")
    ended = tracuu("train", "ner", str(gold), str(bad))
    assert ended.code == 2
    assert said in " ".join(ended.err.replace("│", " ").split())


def test_a_model_that_is_chosen_and_missing_is_named(tracuu: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACUU_NER_MODEL", "/nowhere/ner.crf")
    ended = tracuu("status")
    assert ended.code == 2
    assert "TRACUU_NER_MODEL" in ended.err
    assert "/nowhere/ner.crf" in ended.err


def _article(person: str) -> dict[str, Any]:
    text = f"Sáng nay ông {person} đến thăm Hội Khuyến học ở Huế."
    marks = []
    for name, type_ in ((person, "PER"), ("Hội Khuyến học", "ORG"), ("Huế", "LOC")):
        start = text.index(name)
        marks.append({"start": start, "end": start + len(name), "surface": name, "type": type_})
    return {"id": person, "text": text, "entities": marks}
