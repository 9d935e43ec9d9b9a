"""Files of the registry: the bundled ones hold together, a person's own are read or refused."""

from pathlib import Path

import pytest

from nlp.directives.check import check
from nlp.directives.documents import BadEntry, bundled, load


def write(folder: Path, name: str, content: str) -> Path:
    file = folder / name
    file.write_text(content, "utf-8")
    return file


def test_the_bundled_registry_has_no_error() -> None:
    assert [problem for problem in check(bundled()) if problem.is_error] == []


def test_every_bundled_document_says_where_its_facts_are_from() -> None:
    known = ("gazette", "law-text", "press", "public-text", "general-knowledge", "web:")

    assert [
        one.key for one in bundled() if not one.sources or not all(s.startswith(known) for s in one.sources)
    ] == []


def test_collisions_of_a_party_number_are_told_apart() -> None:
    found = {one.key: one.issued_on for one in bundled().numbered("ct", "12") if one.key.startswith("tw.")}

    assert found == {
        "tw.ct.k10.00012": "2007-05-03",
        "tw.ct.k12.00012": "2017-01-05",
        "tw.ct.k13.00012": "2022-01-05",
    }


def test_two_documents_of_one_number_and_term_are_both_there() -> None:
    found = [one.issued_on for one in bundled().numbered("kl", "12") if one.term == "XIII"]

    assert sorted(filter(None, found)) == ["2021-08-12", "2022-04-06"]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Luật Đất đai", ["qh08.l.1987._dat-dai", "qh09.l.1993._dat-dai", "qh11.l.2003.00013",
                          "qh13.l.2013.00045", "qh15.l.2024.00031"]),
        ("BLHS", ["qh13.l.2015.00100"]),
        ("Nghị quyết Trung ương 4 khóa XII", ["tw.nq.k12.00004", "tw.nq.k12.00005", "tw.nq.k12.00006"]),
        ("Đề án 06", ["ttg.qd.2022.00006"]),
        ("Khoán 10", ["tw.nq.k06.00010"]),
        ("Nghị định 100", ["cp.nd.2019.00100"]),
    ],
)  # fmt: skip
def test_names_lead_to_their_documents(name: str, keys: list[str]) -> None:
    assert sorted(one.key for one in bundled().called(name)) == keys


def test_every_value_is_read_as_the_text_that_stands_there(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "own.yaml",
        "- key: lhhn.kh.2024.00006\n  number: 06/KH-LHHN\n  type: Kế hoạch\n  issued_on: 2024-01-06\n  note: 06\n",
    )

    (document,) = load([file])

    assert (document.number, document.issued_on, document.note) == ("6", "2024-01-06", "06")


def test_a_later_file_speaks_for_a_key_that_both_hold(tmp_path: Path) -> None:
    entry = "- {key: vn.hp.2013._, type: Hiến pháp, title: %s}\n"
    files = [write(tmp_path, "a.yaml", entry % "một"), write(tmp_path, "b.yaml", entry % "hai")]

    assert [one.title for one in load(files)] == ["hai"]


def test_an_empty_file_holds_no_documents(tmp_path: Path) -> None:
    assert load([write(tmp_path, "a.yaml", ""), write(tmp_path, "b.yaml", "# chưa có gì\n")]) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("- key: [", "own.yaml can't be read: "),
        ("key: vn.hp.2013._\n", "own.yaml holds no list; begin each document with '- key: …'"),
        ("- key: vn.hp.2013._\n  type: Hiến pháp\n  type: Luật\n", "own.yaml can't be read: type stands twice"),
        (
            "- &a {key: vn.hp.2013._, type: Hiến pháp}\n- *a\n",
            "own.yaml can't be read: write out what * stands for",
        ),
        ("- Hiến pháp\n", "own.yaml: entry 1: 'Hiến pháp' is no entry"),
        (
            "- {key: vn.hp.2013._, type: Hiến pháp}\n- {key: vn.hp.2013._, type: Hiến pháp}\n",
            "own.yaml: entry 2: vn.hp.2013._ stands in entry 1 too",
        ),
    ],
)
def test_a_file_that_is_wrong_is_named(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(BadEntry) as caught:
        load([write(tmp_path, "own.yaml", content)])

    assert str(caught.value).startswith(told)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadEntry, match=r"own\.yaml can't be read"):
        load([tmp_path / "own.yaml"])


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadEntry, match=r"own\.yaml can't be read"):
        load([tmp_path / "own.yaml"])
