"""`citations` and `evaluate directives` from outside."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from config import marking
from config.harmless import harmless
from nlp.document import AnnotatedDocument, Citation

TEXT = "Quán triệt văn bản.\nBan Bí thư ban hành Chỉ thị số 12-CT/TW ngày 05/01/2022 về đối ngoại nhân dân.\n"
SURFACE, KEY = "Chỉ thị số 12-CT/TW", "tw.ct.k13.00012"
SGR = re.compile(r"\x1b\[[0-9;]*m")
# It would clear the screen, set the window's title, answer with keystrokes, and print backwards.
HOSTILE = "\x1b[2J\x1b]0;chiếm\x07 \x9b6n \u202eChỉ thị số 12-CT/TW ngày 05/01/2022\x00\x08"


Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "[b]bai.txt"  # no markup
    path.write_text(TEXT, "utf-8")
    return str(path)


def test_piped_citations_stand_between_marks_with_their_key_and_in_a_table(tracuu: Tracuu, file: str) -> None:
    ended = tracuu("citations", file)

    assert ended.code == 0
    assert f"ban hành ⟦{SURFACE} → {KEY}⟧ ngày 05/01/2022 về" in ended.out
    (row,) = (line for line in ended.out.splitlines() if line.startswith("2:21"))
    assert re.split(r"\s{2,}", row.strip())[:4] == ["2:21", "full", SURFACE, KEY]
    assert row.rstrip().endswith("2022-01-05")
    assert "\x1b" not in ended.out


def test_on_a_terminal_citations_are_coloured_and_underlined(
    tracuu: Tracuu, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")

    ended = tracuu("citations", file)

    assert f"\x1b[1;4;32m{SURFACE}\x1b[0m" in ended.out
    assert "⟦" not in ended.out


@pytest.mark.parametrize("forced", [False, True])
def test_hostile_text_never_reaches_the_terminal(
    tracuu: Tracuu, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, forced: bool
) -> None:
    path = tmp_path / "x.txt"
    path.write_text(HOSTILE, "utf-8", newline="")
    if forced:
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("TERM", "xterm-256color")

    ended = tracuu("citations", str(path))

    shown = SGR.sub("", ended.out)
    assert SURFACE in shown
    assert "␛[2J␛]0;chiếm␇" in shown
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Chỉ thị\t12\n", "Chỉ thị\t12\n"),
        ("a\x1b[31mb", "a␛[31mb"),
        ("\x7f\x9b\u2066", "␡\ufffd\ufffd"),
        ("\r\x00", "␍␀"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_a_terminal_obeys_becomes_visible_and_keeps_its_length(text: str, shown: str) -> None:
    assert harmless(text) == shown


def test_a_text_comes_from_standard_input_too_with_any_newlines(tracuu: Tracuu) -> None:
    ended = tracuu("citations", "-", stdin=TEXT.replace("\n", "\r\n").encode())

    assert f"⟦{SURFACE} → {KEY}⟧" in ended.out
    assert "\n2:21" in ended.out
    assert "␍" not in ended.out


def test_a_text_without_citations_says_so(tracuu: Tracuu) -> None:
    ended = tracuu("citations", stdin="Trời hôm nay đẹp.".encode())

    assert (ended.code, ended.out) == (0, "Trời hôm nay đẹp.\n\nno citation\n")


def test_json_is_what_annotate_prints_of_citations_and_relations(tracuu: Tracuu, file: str) -> None:
    shape = json.loads(tracuu("citations", file, "--json", "--date", "2022-02-01").out)
    annotated = json.loads(tracuu("annotate", file, "--date", "2022-02-01").out)

    assert shape == {name: annotated[name] for name in ("id", "citations", "relations", "warnings")}
    assert shape["citations"][0]["canonical"] == KEY


def test_files_that_cannot_be_read_are_named_and_the_rest_goes_on(
    tracuu: Tracuu, file: str, tmp_path: Path
) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes("Chỉ th".encode() + b"\xfe\xff 12")

    ended = tracuu("citations", "nowhere.txt", str(old), str(tmp_path), file)

    assert ended.code == 1
    assert "tracuu: nowhere.txt: No such file or directory\n" in ended.err
    assert f"tracuu: {old}: is not UTF-8 text (byte 8); convert it first: iconv -f" in ended.err
    assert f"tracuu: {tmp_path}: Is a directory\n" in ended.err
    assert SURFACE in ended.out
    assert "[b]bai.txt" in ended.out


def test_a_date_that_is_none_is_wrong_use(tracuu: Tracuu, file: str) -> None:
    ended = tracuu("citations", file, "--date", "hôm qua")

    assert ended.code == 2
    assert "'hôm qua' is no day" in ended.err


def test_where_a_document_cannot_be_known_all_that_it_may_be_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    outer = Citation(
        0, 17, "Kết luận 98-KL/TW", 0, 17, "full",
        canonical="tw.kl.x.00098", candidates=("tw.kl.k11.00098", "tw.kl.k12.00098"), evidence="several",
    )  # fmt: skip
    inner = Citation(9, 17, "98-KL/TW", 9, 17, "short")
    document = AnnotatedDocument(citations=(outer, inner))

    marking.marked(outer.surface, document)
    marking.tables(outer.surface, document)

    lines = [re.split(r"\s{2,}", line.strip()) for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["⟦Kết luận 98-KL/TW → tw.kl.x.00098⟧"],
        [""],
        ["place", "kind", "citation", "document", "evidence", "date"],
        ["1:1", "full", "Kết luận 98-KL/TW", "tw.kl.x.00098 (tw.kl.k11.00098 or tw.kl.k12.00098)", "several"],
        ["1:10", "short", "98-KL/TW", "?"],
    ]


@pytest.fixture
def gold(tmp_path: Path) -> str:
    start = TEXT.index(SURFACE)
    right = {
        "start": start, "end": start + len(SURFACE), "surface": SURFACE, "type": "Chỉ thị", "number": "12",
        "year": None, "symbol": "CT/TW", "canonical": KEY, "kind": "full", "scope": "party", "tier": "core",
    }  # fmt: skip
    missed = right | {"start": 0, "end": 10, "surface": TEXT[:10], "kind": "named", "canonical": "x.nq.x._so"}
    path = tmp_path / "gold.jsonl"
    passage = {"id": "a", "text": TEXT, "date": None, "tags": [], "citations": [right, missed]}
    path.write_text(json.dumps(passage) + "\n", "utf-8")
    return str(path)


def test_evaluate_prints_scores_by_kind_and_scope_and_lists_misses(tracuu: Tracuu, gold: str) -> None:
    ended = tracuu("evaluate", "directives", gold, "--misses")

    assert ended.code == 0
    rows = {row[0]: row[1:] for line in ended.out.splitlines() if (row := re.split(r"\s{2,}", line.strip()))}
    assert rows["all"] == ["2", "1.000", "0.500", "0.667", *["1.000"] * 6, "0"]
    assert rows["full"][:4] == ["1", "1.000", "1.000", "1.000"]
    assert rows["named"] == ["1", "1.000", "0.000", "0.000", *["-"] * 6, "0"]
    assert rows["party"][0] == "2"
    assert "1 passages, 0 hits on negatives, 0 wrong surfaces" in ended.out
    assert "MISS     a  named  ⟦Quán triệt⟧ văn bản. Ban Bí thư ban hành Chỉ" in ended.out
    assert "gold: x.nq.x._so  got: -" in ended.out


def test_evaluate_as_json_holds_the_same(tracuu: Tracuu, gold: str, tmp_path: Path) -> None:
    relations = tmp_path / "relations.jsonl"
    repealed = {"passage": "a", "from": "self", "to": KEY, "relation": "repeals"}
    relations.write_text(json.dumps(repealed), "utf-8")

    shape = json.loads(
        tracuu("evaluate", "directives", gold, "--relations", str(relations), "--misses", "--json").out
    )

    assert (shape["passages"], shape["spans"]["recall"], shape["by_kind"]["full"]["spans"]["f1"]) == (1, 0.5, 1.0)
    assert shape["key"] == {"right": 1.0, "decided": 1.0, "of": 1, "rash": 0}
    assert shape["relations"]["missed"] == 1
    assert [one["what"] for one in shape["misses"]][:1] == ["MISS"]
    assert "RELATION" in [one["what"] for one in shape["misses"]]


def test_evaluate_refuses_a_bad_gold_file_with_its_line(tracuu: Tracuu, gold: str) -> None:
    text = Path(gold).read_text("utf-8")
    Path(gold).write_text(text + '{"id": "b"}\n', "utf-8")

    bad = tracuu("evaluate", "directives", gold)
    missing = tracuu("evaluate", "directives", "nowhere.jsonl")

    assert (bad.code, missing.code) == (2, 2)
    assert "line 2:" in bad.err
    assert "a string is wanted" in bad.err
    assert "nowhere.jsonl" in missing.err
