"""Persons, bodies and events on the command line: what articles say of them, and what a person decides."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = [
    {
        "id": "hội nghị",
        "title": "Hội Làm vườn Việt Nam tổng kết công tác năm 2022",
        "published": "2022-12-21",
        "source": "nhandan",
        "text": "Sáng 20/12, tại Hà Nội, Hội Làm vườn Việt Nam tổ chức Hội nghị tổng kết công tác năm 2022. "
        "Ông Phạm Gia Khiêm Tốn, Phó Chủ tịch Hội Làm vườn Việt Nam, chủ trì hội nghị.\n\n"
        "Phát biểu tại hội nghị, ông Phạm Gia Khiêm Tốn nhấn mạnh: “Mỗi khu vườn là một phòng thí nghiệm”.",
    },
    {
        "id": "báo khác",
        "title": "Nhà vườn họp cuối năm",
        "published": "2022-12-21",
        "source": "thoidai",
        "text": "Ngày 20/12/2022, tại Hà Nội, Hội Làm vườn Việt Nam đã tổ chức Hội nghị tổng kết công tác năm "
        "2022 dưới sự chủ trì của ông Phạm Gia Khiêm Tốn, Phó Chủ tịch Hội Làm vườn Việt Nam.",
    },
    {
        "id": "hai năm sau",
        "title": "Thăm nhà vườn Bắc Ninh",
        "published": "2024-06-02",
        "source": "nhandan",
        "text": "Chủ tịch Hội Làm vườn Việt Nam Phạm Gia Khiêm Tốn đã thăm các nhà vườn tại Bắc Ninh ngày 1/6.",
    },
]


@pytest.fixture
def told(tracuu: Callable, tmp_path: Path) -> Callable:
    """The command, with the articles in its store."""
    file = tmp_path / "bài.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in ARTICLES), "utf-8")
    assert tracuu("ingest", str(file)).code == 0
    return tracuu


def test_a_person_is_shown_with_offices_through_time(told: Callable) -> None:
    (person,) = told("person", "pham gia khiem ton", "--json").json["people"]
    assert (person["name"], person["article_count"]) == ("Phạm Gia Khiêm Tốn", 3)
    assert [(one["office"], one["organization"], one["first"], one["last"]) for one in person["offices"]] == [
        ("Phó Chủ tịch", "Hội Làm vườn Việt Nam", "2022-12-21", "2022-12-21"),
        ("Chủ tịch", "Hội Làm vườn Việt Nam", "2024-06-02", "2024-06-02"),
    ]
    sentence = person["offices"][1]["sentences"][0]
    assert sentence["sentence"].startswith("Chủ tịch Hội Làm vườn Việt Nam Phạm Gia Khiêm Tốn")
    assert [quote["words"] for quote in person["quotes"]] == ["Mỗi khu vườn là một phòng thí nghiệm"]
    shown = told("person", "Phạm Gia Khiêm Tốn").out
    assert "2024-06-02" in shown
    assert "Phó Chủ tịch Hội Làm vườn Việt Nam" in shown


def test_two_reports_of_one_event_are_one(told: Callable) -> None:
    (event,) = told("event", "tong ket cong tac 2022", "--json").json["events"]
    assert (event["date"], event["place"], event["kind"]) == ("2022-12-20", "Hà Nội", "hội nghị")
    assert [one["name"] for one in event["chairs"]] == ["Phạm Gia Khiêm Tốn"]
    assert {one["source"] for one in event["reports"]} == {"nhandan", "thoidai"}
    assert "2 reports" in told("event", "tổng kết công tác 2022").out


def test_a_body_is_shown_with_its_officers(told: Callable) -> None:
    (body,) = told("organization", "hội làm vườn việt nam", "--json").json["organizations"]
    assert [(one["name"], one["office"]) for one in body["officers"]] == [
        ("Phạm Gia Khiêm Tốn", "Phó Chủ tịch"),
        ("Phạm Gia Khiêm Tốn", "Chủ tịch"),
    ]
    assert "Phạm Gia Khiêm Tốn" in told("organization", "Hội Làm vườn Việt Nam").out


@pytest.mark.parametrize(
    ("days", "names"), [(("--from", "2022", "--to", "2022"), ["Phạm Gia Khiêm Tốn"]), (("--from", "2025"), [])]
)
def test_an_office_is_asked_for_in_a_time(told: Callable, days: tuple[str, ...], names: list[str]) -> None:
    answer = told("person", "--office", "Phó Chủ tịch Hội Làm vườn Việt Nam", *days, "--json").json
    assert [one["name"] for one in answer["holders"]] == names
    assert [one["speaker"] for one in answer["said"]] == names


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ('person:"pham gia khiem ton"', 3),
        ('org:"hoi lam vuon viet nam"', 3),
        ("office:“Phó Chủ tịch”", 2),
        ('office:"Phó Chủ tịch Hội Làm vườn VN"', 2),
        ('event:"tong ket 2022"', 2),
        ('person:"Gia Khiêm"', 3),
        ('person:"Gia Khiem Toan"', 0),
    ],
)
def test_names_and_offices_are_searched(told: Callable, query: str, total: int) -> None:
    assert told("search", query, "--json").json["total"] == total


def test_a_decision_on_a_person_survives_a_rebuild(told: Callable) -> None:
    (person,) = told("person", "Phạm Gia Khiêm Tốn", "--json").json["people"]
    assert (
        told("decide", "person", person["id"], "name", "Phạm Khiêm Tốn", "--because", "tên thường gọi").code == 0
    )
    assert told("rebuild", "--annotations").code == 0
    (after,) = told("person", "Phạm Gia Khiêm Tốn", "--json").json["people"]
    assert (after["id"], after["name"]) == (person["id"], "Phạm Khiêm Tốn")
    assert told("search", 'person:"Phạm Khiêm Tốn"', "--json").json["total"] == 3

    assert told("decide", "person", person["id"], "no-person").code == 0
    assert told("person", "Phạm Gia Khiêm Tốn").code == 1
    assert told("decide", "list").code == 0


def test_a_decision_is_taken_back_on_the_command_line(told: Callable) -> None:
    (person,) = told("person", "Phạm Gia Khiêm Tốn", "--json").json["people"]
    for asked in (person["id"], "Phạm Gia Khiêm Tốn"):
        assert told("decide", "person", person["id"], "no-person").code == 0
        assert told("person", person["id"]).code == 1
        assert told("decide", "person", asked, "person").code == 0
        assert told("person", person["id"]).code == 0

    name = "Hội Làm vườn Việt Nam"
    assert told("decide", "organization", name, "alias", "VACVINA").code == 0
    assert told("search", "org:VACVINA", "--json").json["total"] == 3
    assert told("decide", "organization", "VACVINA", "not-same").code == 0
    assert told("search", "org:VACVINA", "--json").json["total"] == 0
    assert told("decide", "organization", name, "no-organization").code == 0
    assert told("organization", name).code == 1
    assert told("decide", "organization", name, "not-same").code == 0
    assert told("search", f'org:"{name}"', "--json").json["total"] == 3


def test_nobody_is_parted_from_who_is_in_another_article(told: Callable, tmp_path: Path) -> None:
    text = "Ông Lê Quốc Khánh Sơn, Giám đốc Sở Y tế Bắc Ninh, thăm bệnh viện."
    file = tmp_path / "khác.jsonl"
    file.write_text(json.dumps({"id": "khác", "text": text}, ensure_ascii=False), "utf-8")
    assert told("ingest", str(file)).code == 0
    (hit,) = told("search", '"thăm bệnh viện"', "--json").json["hits"]
    ended = told("decide", "person", "Phạm Gia Khiêm Tốn", "not-same", hit["id"])
    assert ended.code == 2
    assert "nobody has the id" in " ".join(ended.err.replace("│", " ").split())


def test_a_body_may_be_given_another_name(told: Callable) -> None:
    assert told("decide", "organization", "Hội Làm vườn Việt Nam", "alias", "VACVINA").code == 0
    assert told("rebuild", "--annotations").code == 0
    assert told("organization", "VACVINA", "--json").json["organizations"][0]["name"] == "Hội Làm vườn Việt Nam"
    assert told("search", "org:VACVINA", "--json").json["total"] == 3


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("person", "\udcff"), 2, "is no text in UTF-8"),
        (("person", "--office", "\udcff"), 2, "is no text in UTF-8"),
        (("organization", "\udcff"), 2, "is no text in UTF-8"),
        (("event", "\udcff"), 2, "is no text in UTF-8"),
        (("decide", "person", "Phạm Gia Khiêm Tốn", "name", "\udcff"), 2, "is no text in UTF-8"),
        (("person", "Nguyễn Không Ai"), 1, "no person is known"),
        (("person",), 2, "give a name"),
        (("person", "A", "--office", "B"), 2, "give a name"),
        (("person", "--office", "Chủ tịch", "--from", "hôm qua"), 2, "is no date"),
        (("organization", "…"), 1, "no organization is known"),
        (("event", "không có sự kiện này"), 1, "no event is known"),
        (("decide", "person", "Nguyễn Không Ai", "no-person"), 2, "no person is known"),
        (("decide", "person", "Phạm Gia Khiêm Tốn", "same"), 2, "needs one word more"),
        (("decide", "person", *["Phạm Gia Khiêm Tốn", "same", "Phạm Gia Khiêm Tốn"]), 2, "are one person"),
        (("decide", "organization", *["Hội Làm vườn Việt Nam", "same", "Hội Làm vườn VN"]), 2, "already"),
        (("decide", "person", "Phạm Gia Khiêm Tốn", "twin"), 2, "is none of"),
        (("decide", "organization", "Hội Làm vườn Việt Nam", "rename", "X"), 2, "is none of"),
    ],
)
def test_what_can_not_be_answered_is_said(told: Callable, command: tuple[str, ...], code: int, said: str) -> None:
    ended = told(*command)
    assert ended.code == code
    assert said in " ".join(ended.err.replace("│", " ").split())
