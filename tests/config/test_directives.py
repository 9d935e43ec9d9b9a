"""`directive`, `decide` and `registry` from outside: a document is traced, and people have the last word."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

REVIEW = "Hội nghị sơ kết việc thực hiện Chỉ thị 12-CT/TW về đối ngoại nhân dân."
LINES = (
    {"id": "a1", "title": "Sơ kết", "text": REVIEW, "published": "2023-05-04", "source": "Báo Mẫu"},
    {
        "id": "a2",
        "title": "Quán triệt",
        "text": f"Tin vắn. {REVIEW}",
        "published": "2023-06-04",
        "source": "Báo Mẫu",
    },
    {"id": "a3", "title": "Mở", "text": "Đại biểu tổng kết Kết luận 98-KL/TW.", "published": "2024-04-22"},
    {
        "id": "a4",
        "title": "Thay thế",
        "text": "Nghị định số 58/2032/NĐ-CP ngày 31/8/2032 thay thế Nghị định số 12/2031/NĐ-CP.",
        "published": "2032-09-02",
    },
)
FIELDS = {
    "id", "display", "type", "number", "symbol", "term", "issued_on", "issuer", "title", "status", "replaces",
    "replaced_by", "citing_articles", "citations",
}  # fmt: skip


Tracuu = Callable[..., Any]  # conftest.py: arguments in, code, out, err and json out


@pytest.fixture(autouse=True)
def _library(tracuu: Tracuu) -> None:
    """Four articles."""
    Path("tin.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in LINES), "utf-8")
    assert tracuu("ingest", "tin.jsonl").code == 0


def place(tracuu: Tracuu, query: str) -> str:
    """ARTICLE:START of the first citation of the article that is found."""
    (hit,) = tracuu("search", query, "--json").json["hits"]
    citations = tracuu("show", hit["id"], "--json").json["annotations"]["citations"]
    return f"{hit['id']}:{citations[0]['start']}"


def test_a_number_gives_all_documents_that_bear_it_in_the_shape_that_scripts_read(tracuu: Tracuu) -> None:
    documents = tracuu("directive", "12/ct-tw", "--json").json["documents"]
    assert [(one["id"], one["citing_articles"]) for one in documents] == [
        ("tw.ct.k10.00012", 0), ("tw.ct.k12.00012", 0), ("tw.ct.k13.00012", 2),
    ]  # fmt: skip
    assert all(set(one) >= FIELDS for one in documents)


def test_a_key_gives_one_document_with_the_sentences_that_cite_it(tracuu: Tracuu) -> None:
    (one,) = tracuu("directive", "tw.ct.k13.00012", "--json", "--citations").json["documents"]
    assert one["replaces"] == ["tw.ct.k11.00004"]
    assert len(one["citations"]) == 2
    assert {cited["surface"] for cited in one["citations"]} == {"Chỉ thị 12-CT/TW"}
    assert all(cited["article"] for cited in one["citations"])
    shown = tracuu("directive", "tw.ct.k13.00012").out
    for words in ("cited by 2 articles", "2023-05", "by relation: reviews 2", "2027-01-05 (5 years)"):
        assert words in shown


def test_short_mentions_are_found_by_the_number_of_the_document_that_is_meant(tracuu: Tracuu) -> None:
    Path("them.txt").write_text("Sớm thể chế hoá Chỉ thị 38 của Ban Bí thư ngày 19/9/2019 về Liên hiệp.", "utf-8")
    tracuu("ingest", "them.txt")
    for query in ("directive:38-CT/TW", "directive:tw.ct.k12.00038", "38-CT/TW"):
        found = tracuu("search", query, "--json").json
        assert found["total"] == 1, query
        snippet = found["hits"][0]["snippets"][0]
        assert [snippet["text"][start:end] for start, end in snippet["marks"]] == ["Chỉ thị 38"]


def test_a_person_has_the_last_word_and_a_rebuild_keeps_it(tracuu: Tracuu) -> None:
    where = place(tracuu, "directive:98-KL/TW")
    done = tracuu("decide", "citation", where, "tw.kl.k11.00098", "--because", "đã xem bản gốc", "--by", "lan")
    assert done.code == 0
    assert tracuu("rebuild", "--annotations").code == 0
    assert tracuu("search", "directive:tw.kl.k11.00098", "--json").json["total"] == 1
    (made,) = tracuu("decide", "list", "--json").json["decisions"]
    assert (made["choice"], made["made_by"], made["reason"]) == ("tw.kl.k11.00098", "lan", "đã xem bản gốc")

    assert tracuu("decide", "citation", where, "none").code == 0
    assert tracuu("search", "directive:98-KL/TW", "--json").json["total"] == 0
    assert tracuu("decide", "citation", where, "open").code == 0
    assert tracuu("search", "directive:98-KL/TW", "--json").json["total"] == 1


def test_a_decision_goes_for_other_articles_only_when_told_so(tracuu: Tracuu) -> None:
    hits = tracuu("search", "directive:tw.ct.k13.00012", "--sort", "oldest", "--json").json["hits"]
    first = tracuu("show", hits[0]["id"], "--json").json["annotations"]["citations"][0]["start"]
    tracuu("decide", "citation", f"{hits[0]['id']}:{first}", "tw.ct.k10.00012")
    assert tracuu("search", "directive:tw.ct.k10.00012", "--json").json["total"] == 1
    tracuu("decide", "citation", f"{hits[0]['id']}:{first}", "tw.ct.k10.00012", "--everywhere")
    assert tracuu("search", "directive:tw.ct.k10.00012", "--json").json["total"] == 2


def test_what_texts_say_is_proposed_and_taken_only_by_a_person(tracuu: Tracuu) -> None:
    found = tracuu("registry", "proposals", "--json").json
    (link,) = [one for one in found if one["kind"] == "link"]
    assert (link["key"], link["relation"], link["value"]) == ("cp.nd.2032.00058", "replaces", "cp.nd.2031.00012")
    assert tracuu("decide", "proposal", link["id"], "perhaps").code == 2
    assert tracuu("decide", "proposal", link["id"], "yes").code == 0
    assert link["id"] not in [one["id"] for one in tracuu("registry", "proposals", "--json").json]
    (taken,) = tracuu("directive", "58/2032/NĐ-CP", "--json").json["documents"]  # which no registry knew before
    assert (taken["type"], taken["replaces"]) == ("Nghị định", ["cp.nd.2031.00012"])
    missing = tracuu("decide", "proposal", link["id"], "no")
    assert missing.code == 2
    assert "no open proposal" in missing.err


def test_the_registry_is_checked_and_the_users_own_entries_join_it(tracuu: Tracuu) -> None:
    assert tracuu("registry", "check").code == 0
    own = Path("data/registry")
    own.mkdir()
    entry = (
        "- key: tw.kl.k11.00098\n  number: 98-KL/TW\n  type: Kết luận\n  issued_on: {}\n"
        "  title: về hội quần chúng\n"
    )
    (own / "them.yaml").write_text(entry.format("2014-10-14"), "utf-8")
    assert tracuu("registry", "check").code == 0
    listed = tracuu("registry", "list", "hoi quan chung", "--json").json
    assert "tw.kl.k11.00098" in [one["key"] for one in listed]

    (own / "them.yaml").write_text(entry.format("2019-10-14"), "utf-8")
    wrong = tracuu("registry", "check")
    assert wrong.code == 1
    assert "term-date" in wrong.out

    (own / "them.yaml").write_text("- key: tw.kl\n  type: Kết luận\n", "utf-8")
    broken = tracuu("registry", "check")
    assert broken.code == 2
    assert "them.yaml: entry 1" in broken.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("directive", " "), 2, "give a key"),
        (("directive", "999-ZZ/ABC"), 1, "no document is known as"),
        (("directive", "tw.ct.k13.99999"), 1, "no document is known as"),
        (("decide", "citation", "không-có", "none"), 2, "is no ARTICLE:START"),
        (("decide", "citation", "khôngcó:5", "none"), 2, "no such article"),
        (("decide", "proposal", "zzz", "yes"), 2, "no open proposal"),
    ],
)
def test_what_can_not_be_is_said_with_the_mend(
    tracuu: Tracuu, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ended = tracuu(*arguments)
    assert ended.code == code
    assert said in " ".join(ended.err.split())


def test_a_place_without_a_citation_names_those_that_there_are(tracuu: Tracuu) -> None:
    article = place(tracuu, "directive:98-KL/TW").partition(":")[0]
    ended = tracuu("decide", "citation", f"{article}:0", "none")
    assert ended.code == 2
    assert "Kết luận 98-KL/TW" in ended.err


def test_a_choice_that_names_several_documents_is_refused_with_their_keys(tracuu: Tracuu) -> None:
    ended = tracuu("decide", "citation", place(tracuu, "directive:98-KL/TW"), "12-CT/TW")
    assert ended.code == 2
    assert "tw.ct.k10.00012" in ended.err


def test_what_strangers_wrote_reaches_the_terminal_harmless(tracuu: Tracuu) -> None:
    text = "Hội nghị \x1b[2J quán triệt Chỉ thị 13-CT/TW ngày 12/01/2017 của Ban Bí thư."
    Path("la.jsonl").write_text(json.dumps({"id": "b1", "title": "Lạ \x1b]0;x\x07", "text": text}), "utf-8")
    article = tracuu("ingest", "la.jsonl", "--json").json["articles"][0]
    for command in (("show", article), ("search", "directive:13-CT/TW"), ("directive", "tw.ct.k12.00013")):
        assert not set("\x1b\x07") & set(tracuu(*command).out), command
