import time

import pytest

from nlp.directives.number import normal_form, read, spell


@pytest.mark.parametrize(
    "printed",
    [
        "12-CT/TW", "12/CT-TW", "12/CT/TW", "12-CT-TW", "12 CT/TW", "12 CT TW", "12-CTTW", "12CT/TW",
        "12 - CT / TW", "12- CT/TW",
        "12–CT/TW", "12—CT/TW", "12‑CT/TW", "12-CT/TƯ", "12-CT/T.Ư", "12-CT/Tw", "12-ct/tw",
        "12 ct tw", "012-CT/TW", "số 12-CT/TW", "Số: 12-CT/TW", "so 12-ct/tw", "No. 12-CT/TW",
        " 12-CT/TW\n", "12\u00a0-\u00a0CT/TW",
        "12-CT\u200b/TW",
    ],
)  # fmt: skip
def test_every_spelling_of_a_party_number_has_one_normal_form(printed):
    assert normal_form(printed) == "12-CT/TW"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("12/2012/NĐ-CP", "12/2012/NĐ-CP"),
        ("12/2012/ND-CP", "12/2012/NĐ-CP"),
        ("012/2012/nđ-cp", "12/2012/NĐ-CP"),
        ("12/2012/NÐ-CP", "12/2012/NĐ-CP"),  # the look-alike eth
        ("12/2012/NĐ - CP", "12/2012/NĐ-CP"),
        ("19-2018/NQ-CP", "19/2018/NQ-CP"),
        ("303/NQ-LHHN-ĐCT", "303/NQ-LHHN-ĐCT"),
        ("303/nq-lhhn-dct", "303/NQ-LHHN-ĐCT"),
        ("1179/ QĐ BGDĐT", "1179/QĐ-BGDĐT"),
        ("16/2008/QĐ-BGD&ĐT", "16/2008/QĐ-BGDĐT"),
        ("100/QĐ-TTG", "100/QĐ-TTg"),
        ("45/2013/QH13", "45/2013/QH13"),
        ("45/2013/qh 13", "45/2013/QH13"),
        ("88/QH13", "88/QH13"),
        ("01/2018/UBTVQH14", "1/2018/UBTVQH14"),
        ("30a/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("30A/2008/nq-cp", "30a/2008/NQ-CP"),
        ("66.25/2026/NQ-CP", "66.25/2026/NQ-CP"),
        ("21/2013/L-CTN", "21/2013/L-CTN"),
        ("64/CP", "64/CP"),
        ("13-HĐBT", "13/HĐBT"),
        ("63/SL", "63/SL"),
        ("747/TTg-QĐ", "747/TTg-QĐ"),
        ("5343/UBND-NC", "5343/UBND-NC"),
        ("743 / SYT - NV", "743/SYT-NV"),
        ("90-QĐTW", "90-QĐ/TW"),
        ("08-qđi/tw", "8-QĐi/TW"),
        ("03-NQ/HNTW", "3-NQ/HNTW"),
        ("215-TTr/ĐUCA", "215-TTr/ĐUCA"),
        ("3010-1/TB-ĐHHV", "3010-1/TB-ĐHHV"),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN"),
    ],
)
def test_normal_form_keeps_what_tells_numbers_apart(printed, normal):
    assert normal_form(printed) == normal
    assert normal_form(normal) == normal


@pytest.mark.parametrize(
    "text",
    [
        "", "12", "12/2012", "đối ngoại nhân dân", "Chỉ thị 12-CT/TW", "12-CT/TW và 13-CT/TW", "12 TW", "100/TU",
        "12/4/2022", "98/100", "747-400", "511/GP-BTTTT", "QCVN 12-1:2011/BYT", "24 hd bank", "5/xx-yy", "10/HCM",
        "12-ct/twxyz", "CT/TW", "số", "covid-19", "016 - Quang Trung", "9" * 200,
    ],
)  # fmt: skip
def test_anything_else_has_no_normal_form(text):
    assert normal_form(text) is None


def test_a_longer_number_is_another_number():
    assert normal_form("112-CT/TW") == "112-CT/TW"


def test_parts_are_read_from_inside_a_text():
    text = "Thực hiện Nghị định số 58/2022/NĐ-CP của Chính phủ"
    number = read(text, 23)
    assert text[number.start : number.end] == "58/2022/NĐ-CP"
    assert (number.number, number.year, number.symbol.text) == ("58", "2022", "NĐ-CP")
    assert number.symbol.type.name == "Nghị định"
    assert [body.slug for body in number.symbol.bodies] == ["cp"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("36/2017/TT-BGDĐTvề chương trình", 16),  # a glued word is cut off
        ("22/2013/QĐ-TTg. Kinh phí", 14),
        ("30/2020/NĐ-CP NGÀY 05 THÁNG 3", 13),
        ("25/QĐ-UBND - TP HCM", 10),
    ],
)
def test_a_number_ends_where_its_codes_end(text, end):
    assert read(text, 0).end == end


@pytest.mark.parametrize(
    ("number", "year", "symbol", "spelt"),
    [
        ("12", None, "CT/TW", "12-CT/TW"),
        ("12", "2012", "NĐ-CP", "12/2012/NĐ-CP"),
        ("45", "2013", "QH13", "45/2013/QH13"),
        ("64", None, "CP", "64/CP"),
    ],
)
def test_parts_are_spelt_as_the_normal_form(number, year, symbol, spelt):
    assert spell(number=number, year=year, symbol=symbol) == spelt


def test_a_long_query_costs_nothing():
    started = time.process_time()
    for text in ("1-" * 50_000, "12-CT/" * 20_000, "1" * 100_000):
        assert normal_form(text) is None
        read(text, 0)
    assert time.process_time() - started < 0.5
