"""An entry as a person writes it: what becomes of it, and what is said of a wrong one."""

from typing import Any

import pytest

from nlp.directives.entry import BadEntry, to_document
from nlp.directives.registry import Document, Link

GOOD: dict[str, Any] = {
    "key": "tw.ct.k13.00012",
    "number": "12-CT/TW",
    "type": "Chỉ thị",
    "issued_on": "2022-01-05",
}


def test_an_entry_becomes_a_document() -> None:
    entry = GOOD | {
        "issuer": "Ban Bí thư",
        "title": "về đối ngoại nhân dân",
        "replaces": ["tw.ct.k11.00004"],
        "names": ["Chỉ thị 12"],
        "confidence": "high",
        "sources": ["press"],
    }

    assert to_document(entry) == Document(
        key="tw.ct.k13.00012",
        type="Chỉ thị",
        number="12",
        symbol="CT/TW",
        issuer="Ban Bí thư",
        issued_on="2022-01-05",
        term="XIII",
        title="về đối ngoại nhân dân",
        names=("Chỉ thị 12",),
        links=(Link("replaces", "tw.ct.k11.00004"),),
        confidence="high",
        sources=("press",),
    )


def test_a_law_is_called_by_its_title() -> None:
    law = to_document(
        {"key": "qh13.l.2013.00045", "number": "45/2013/QH13", "type": "Luật", "title": "Luật Đất đai"}
    )

    assert (law.names, law.year, law.symbol) == (("Luật Đất đai",), "2013", "QH13")


@pytest.mark.parametrize(
    ("key", "number", "type_"),
    [
        ("tw.kl.k13.00012~20220406", "12-KL/TW", "Kết luận"),
        ("tw.qdi.k12.00008", "08-QĐi/TW", "Quy định"),
        ("cp.nqpl.2026.00066-25", "66.25/2026/NQ-CP", "Nghị quyết"),
        ("cp.nqpl.2008.00030a", "30a/2008/NQ-CP", "Nghị quyết"),
        ("cp.nd.1993.00064", "64/CP", "Nghị định"),
        ("hdcp.qd.1981.00025", "25-CP", "Quyết định"),
        ("ubnd-ha-noi.qd.2020.05343", "5343/QĐ-UBND", "Quyết định"),
        ("bldtbxh-bqp-bca.ttlt.2016.00003", "03/2016/TTLT-BLĐTBXH-BQP-BCA", "Thông tư liên tịch"),
        ("ubtvqh11.pl.2005.00026", "26/2005/PL-UBTVQH11", "Pháp lệnh"),
        ("x.da.x.00103", "103", "Đề án"),
    ],
)
def test_a_number_fits_its_key(key: str, number: str, type_: str) -> None:
    assert to_document({"key": key, "number": number, "type": type_}).key == key


@pytest.mark.parametrize(
    "key", ["vn.hp.2013._", "tw.dl.k11._dieu-le-dang", "qh08.l.1989._bao-chi", "tw.nq.k13._dai-hoi"]
)
def test_a_key_with_a_name_needs_no_number(key: str) -> None:
    types = {"hp": "Hiến pháp", "dl": "Điều lệ", "l": "Luật", "nq": "Nghị quyết"}

    assert to_document({"key": key, "type": types[key.split(".")[1]]}).number is None


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"titel": "về đất đai"}, "titel: no such field; did you mean title?"),
        ({"colour": "đỏ"}, "colour: no such field; leave it out"),
        ({"key": "tw.ct.13.12"}, "key: tw.ct.13.12 is malformed; write body.type.period.number"),
        ({"type": "Chỉ thi"}, "type: no document is a Chỉ thi; did you mean Chỉ thị?"),
        ({"type": "Nghị quyết"}, "type: Nghị quyết is 'nq' in keys, and the key says 'ct'; mend one"),
        ({"number": "12-CT/TW mới"}, "number: 12-CT/TW mới is no document number; write it as printed"),
        ({"number": "13-CT/TW"}, "number: 13-CT/TW is tw.ct.k13.00013, and the key says otherwise"),
        ({"number": "12/CT-TTg"}, "number: 12/CT-TTg is ttg.ct.2022.00012, and the key says otherwise"),
        ({"issued_on": "5/1/2022"}, "issued_on: '5/1/2022' is no day; write 2022-01-05"),
        ({"issued_on": "2022-02-30"}, "issued_on: the calendar has no 2022-02-30"),
        ({"confidence": "sure"}, "confidence: sure is none; write high, medium or low"),
        ({"names": "Chỉ thị 12"}, "names: 'Chỉ thị 12' is no list of texts; write [one, two]"),
        ({"title": ""}, "title: '' is no text; put it in quotes, or leave the field out"),
        ({"replaces": ["04-CT/TW"]}, "replaces: 04-CT/TW is no key; write body.type.period.number"),
        ({"numbers": ["Đề án 06"]}, "numbers: Đề án 06 is no document number; names go to `names`"),
    ],
)
def test_a_wrong_entry_names_field_and_mend(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(BadEntry) as caught:
        to_document(GOOD | wrong, where="own.yaml: entry 3")

    assert str(caught.value).startswith(f"own.yaml: entry 3 ({(GOOD | wrong)['key']}): {told}")


def test_a_year_that_the_key_denies_is_told() -> None:
    with pytest.raises(BadEntry, match="number: its year is 2012, and the key says 2013; mend one of them"):
        to_document({"key": "cp.nd.2013.00012", "number": "12/2012/NĐ-CP", "type": "Nghị định"})


@pytest.mark.parametrize("missing", ["key", "type"])
def test_key_and_type_are_needed(missing: str) -> None:
    entry = {name: value for name, value in GOOD.items() if name != missing}

    with pytest.raises(BadEntry, match=f"{missing}: it is missing; every entry needs a key and a type"):
        to_document(entry)


def test_a_number_in_the_key_alone_is_told() -> None:
    with pytest.raises(BadEntry, match="number: it is missing, and the key holds 00012"):
        to_document({"key": "tw.ct.k13.00012", "type": "Chỉ thị"})


def test_what_is_no_entry_is_told() -> None:
    with pytest.raises(BadEntry, match="'12-CT/TW' is no entry; write '- key: …' and its fields below"):
        to_document("12-CT/TW")  # type: ignore[arg-type]  # what a file may hold
