"""`show` lists copies and versions, and says word by word what changed."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out

TEXT = (
    "Sáng 4/5, lãnh đạo tỉnh cùng đông đảo bà con hai bên bờ đã dự lễ khánh thành cầu Sông Lam sau ba năm xây.\n"
    "Cầu dài 2 km, rộng bốn làn xe, vốn đầu tư 500 tỷ đồng, do liên danh ba nhà thầu trong nước xây dựng.\n"
    "Từ nay người dân hai huyện không còn phải qua phà, đường từ ga Vinh đến cảng cũng ngắn hơn trước 12 km."
)
FIRST = {"id": "a", "title": "Khánh thành cầu", "text": TEXT, "published": "2024-05-04T08:00", "source": "Báo Mẫu"}
COPY = FIRST | {"id": "b", "title": "Cầu mới", "published": "2024-05-04T09:00", "source": "Báo Sau"}
EDITED = FIRST | {"title": "Thông xe cầu Sông Lam", "text": TEXT.replace("500", "520")}


@pytest.fixture
def articles(tracuu: Tracuu, tmp_path: Path) -> list[str]:
    """Ids of an article that was edited and of its copy."""

    def ingest(*lines: dict[str, str]) -> list[str]:
        path = tmp_path / "ready.jsonl"
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
        found: list[str] = tracuu("ingest", str(path), "--json").json["articles"]
        return found

    ingest(FIRST)
    return ingest(EDITED, COPY)


def test_show_tells_copies_versions_and_changes(tracuu: Tracuu, articles: list[str]) -> None:
    edited, copy = articles

    assert "2 articles print this text" in tracuu("show", copy).out
    found = tracuu("show", copy, "--copies", "--json").json["copies"]
    assert [(one["id"], one["relation"]) for one in found] == [(edited, "original"), (copy, "changed")]

    listed = tracuu("show", edited, "--versions").out.splitlines()
    assert [line.split()[0] for line in listed] == ["version", "1", "2"]
    assert "title" in listed[2]

    shown = tracuu("show", edited, "--diff").out
    assert "vốn đầu tư [-500-]{+520+} tỷ đồng" in shown
    assert tracuu("show", edited, "--diff", "1").out == tracuu("show", edited, "--diff", "1:2").out == shown
    assert "[-500-]{+520+}" in tracuu("show", copy, "--diff", edited).out
    between = tracuu("show", copy, "--diff", edited, "--json").json
    assert (between["first"], between["second"]) == (copy, edited)
    assert tracuu("show", copy, "--diff").out == "no word differs\n"
    changes = tracuu("show", edited, "--diff", "1:2", "--json").json
    assert (changes["first"], changes["second"]) == ("1", "2")


def test_a_version_or_article_that_is_not_there_is_named(tracuu: Tracuu, articles: list[str]) -> None:
    for wrong in ("1:9", "0000000000000000"):
        ended = tracuu("show", articles[0], "--diff", wrong)
        assert ended.code == 1
        assert wrong.rpartition(":")[2] in ended.err
    assert tracuu("show", articles[0], "1:2").code == 2


def test_copies_in_an_answer_can_be_folded(tracuu: Tracuu, articles: list[str]) -> None:
    both = tracuu("search", "cầu Sông Lam", "--json").json["hits"]
    folded = tracuu("search", "cầu Sông Lam", "--copies", "fold", "--json").json["hits"]

    assert sorted(hit["id"] for hit in both) == sorted(articles)
    assert [hit["copies"] for hit in both] == [1, 1]
    assert [(hit["id"], hit["folded"]) for hit in folded] == [(both[0]["id"], [both[1]["id"]])]
    assert tracuu("stats", "--json").json["copies"] == 1
