"""Numbered citations of the State: the year, the series, the body, and numbers that can't be."""

import pytest

from nlp.directives.registry import Document, Registry
from nlp.directives.resolve import Context, resolve
from nlp.document import Citation


def document(key, type_, number, issued_on, title=None, **more):
    return Document(key, type_, number=number, issued_on=issued_on, title=title, **more)


REGISTRY = Registry(
    [
        document("cp.nd.2019.00100", "Nghị định", "100", "2019-12-30", names=("Nghị định 100",)),
        document("cp.nd.2012.00083", "Nghị định", "83", "2012-10-10", "sửa đổi quy định về tổ chức cơ quan"),
        document("cp.nd.2014.00083", "Nghị định", "83", "2014-09-03", "về kinh doanh xăng dầu"),
        document("cp.nq.2014.00077", "Nghị quyết", "77", "2014-10-24", "thí điểm đổi mới cơ chế đại học công lập"),
        document("ttg.qd.2020.00013", "Quyết định", "13", "2020-01-06", "khen thưởng"),
        document("ttg.qdpl.2020.00013", "Quyết định", "13", "2020-04-06", "khuyến khích phát triển điện mặt trời"),
        document("ttg.qd.2022.00006", "Quyết định", "6", "2022-01-06", names=("Đề án 06",)),
        document("btc.tt.2011.00032", "Thông tư", "32", "2011-03-14", "hóa đơn điện tử bán hàng hóa"),
        document("btc.tt.2015.00032", "Thông tư", "32", "2015-03-11"),
        document("qh14.nqpl.2017.00054", "Nghị quyết", "54", "2017-11-24", "cơ chế đặc thù phát triển Thành phố"),
        document("ubnd-quang-nam.qd.2020.01182", "Quyết định", "1182", "2020-05-05"),
    ]
)


def cite(text, surface, type_, number, **words):
    start = text.index(surface)
    end = start + len(surface)
    kind = "full" if words.get("symbol") else "short"
    return Citation(start, end, surface, start, end, kind, type=type_, number=number, **words)


def keys(text, *citations, published="2021-04-28", **context):
    context = Context(published=published, **context)
    return [one.canonical for one in resolve(text, citations, registry=REGISTRY, context=context)]


@pytest.mark.parametrize(
    ("surface", "type_", "number", "words", "key"),
    [
        ("Nghị định 52/2013", "Nghị định", "52", {"year": "2013"}, "cp.nd.2013.00052"),
        (
            "Nghị quyết 52/2017",
            "Nghị quyết",
            "52",
            {"year": "2017", "issuer": "Quốc hội"},
            "qh14.nqpl.2017.00052",
        ),
        ("Luật 67/2014/QH14", "Luật", "67", {"year": "2014", "symbol": "QH14"}, "qh13.l.2014.00067"),
        (
            "Quyết định 4168/2006",
            "Quyết định",
            "4168",
            {"year": "2006", "issuer": "UBND thành phố Hà Nội"},
            "ubnd-ha-noi.qdpl.2006.04168",
        ),
        (
            "Nghị quyết 02/NQ-CP năm 2019",
            "Nghị quyết",
            "2",
            {"year": "2019", "symbol": "NQ-CP"},
            "cp.nq.2019.00002",
        ),
        (
            "Quyết định 1177/QĐ-BGDĐT",
            "Quyết định",
            "1177",
            {"symbol": "QĐ-BGDĐT", "issued_on": "2021-04-05"},
            "bgddt.qd.2021.01177",
        ),
        ("Quyết định 359/QĐ-LĐTBXH", "Quyết định", "359", {"symbol": "QĐ-LĐTBXH"}, "bldtbxh.qd.x.00359"),
        (
            "Quyết định 649 năm 2014",
            "Quyết định",
            "649",
            {"year": "2014", "issuer": "Chính phủ"},
            "ttg.qd.2014.00649",
        ),
        (
            "Công điện 541/CT-TTg",
            "Công điện",
            "541",
            {"symbol": "CT-TTg", "issued_on": "2021-04-23"},
            "ttg.cd.2021.00541",
        ),
        (
            "Thông báo 33/TB-ĐTTH",
            "Thông báo",
            "33",
            {"symbol": "TB-ĐTTH", "issued_on": "2021-03-18"},
            "x.tb.x.00033",
        ),
    ],
)
def test_what_is_printed_makes_the_key(surface, type_, number, words, key):
    text = f"Theo {surface}, các đơn vị đã báo cáo."
    assert keys(text, cite(text, surface, type_, number, **words)) == [key]


def test_a_year_in_brackets_after_the_number_is_its_year():
    text = "UBND TPHCM đã có quyết định 3800 (năm 2018) về duyệt đồ án."
    citation = cite(text, "quyết định 3800", "Quyết định", "3800", issuer="UBND TPHCM")
    assert keys(text, citation) == ["ubnd-tp-ho-chi-minh.qd.2018.03800"]


def test_the_year_of_a_review_is_not_the_documents():
    text = "Nghị quyết số 77/NQ-CP ngày 24/10/2014. Hội nghị sơ kết theo Nghị quyết 77 năm 2017 đã họp."
    full = cite(text, "Nghị quyết số 77/NQ-CP", "Nghị quyết", "77", symbol="NQ-CP", issued_on="2014-10-24")
    short = cite(text, "Nghị quyết 77 năm 2017", "Nghị quyết", "77", year="2017")
    assert keys(text, full, short) == ["cp.nq.2014.00077"] * 2


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ({"subject": "khuyến khích phát triển điện mặt trời", "issued_on": "2020-04-16"}, "ttg.qdpl.2020.00013"),
        ({"issued_on": "2020-01-06"}, "ttg.qd.2020.00013"),
        ({"issued_on": "2020-04-06"}, "ttg.qdpl.2020.00013"),
    ],
)
def test_a_number_without_its_year_is_of_the_series_that_day_or_subject_say(words, key):
    text = "Theo quyết định 13 của Thủ tướng."
    assert keys(text, cite(text, "quyết định 13", "Quyết định", "13", issuer="Thủ tướng", **words)) == [key]


@pytest.mark.parametrize(("number", "key"), [("9", "ttg.qdpl.2007.00009"), ("486", "ttg.qd.2007.00486")])
def test_an_unknown_number_is_of_the_series_whose_pace_it_keeps(number, key):
    text = f"Theo Quyết định số {number} ngày 19/1/2007 của Thủ tướng Chính phủ."
    citation = cite(
        text,
        f"Quyết định số {number}",
        "Quyết định",
        number,
        issuer="Thủ tướng Chính phủ",
        issued_on="2007-01-19",
    )
    assert keys(text, citation) == [key]


def test_a_printed_series_is_kept():
    text = "Quyết định 13/QĐ-TTg ngày 07/01/2020 khác với số kia."
    citation = cite(text, "Quyết định 13/QĐ-TTg", "Quyết định", "13", symbol="QĐ-TTg", issued_on="2020-01-07")
    assert keys(text, citation) == ["ttg.qd.2020.00013"]


def test_a_number_that_cannot_be_is_mended_only_by_a_known_document():
    text = "Thông tư 32/2091/TT-BTC và Thông tư 33/2091/TT-BTC hướng dẫn hóa đơn."
    known = cite(text, "Thông tư 32/2091/TT-BTC", "Thông tư", "32", year="2091", symbol="TT-BTC")
    unknown = cite(text, "Thông tư 33/2091/TT-BTC", "Thông tư", "33", year="2091", symbol="TT-BTC")
    assert keys(text, known, unknown, published="2013-10-22") == ["btc.tt.2011.00032", "btc.tt.x.00033"]


def test_an_ordinary_resolution_printed_with_its_year_is_the_known_one():
    text = "Nghị quyết 77/2014/NQ-CP và Nghị quyết 78/2014/NQ-CP."
    known = cite(text, "Nghị quyết 77/2014/NQ-CP", "Nghị quyết", "77", year="2014", symbol="NQ-CP")
    unknown = cite(text, "Nghị quyết 78/2014/NQ-CP", "Nghị quyết", "78", year="2014", symbol="NQ-CP")
    assert keys(text, known, unknown) == ["cp.nq.2014.00077", "cp.nqpl.2014.00078"]


def test_a_nickname_of_the_registry_decides_and_nothing_else_does():
    text = "Nghị định 100, Đề án 06, Nghị định 65 và Đề án 103 được nhắc tới."
    found = keys(
        text,
        cite(text, "Nghị định 100", "Nghị định", "100"),
        cite(text, "Đề án 06", "Đề án", "6"),
        cite(text, "Nghị định 65", "Nghị định", "65"),
        cite(text, "Đề án 103", "Đề án", "103"),
        published="2023-06-15",
    )
    assert found == ["cp.nd.2019.00100", "ttg.qd.2022.00006", "cp.nd.x.00065", "x.da.x.00103"]


def test_the_subject_picks_one_of_several_years():
    text = "Sửa đổi Nghị định 83 về kinh doanh xăng dầu; còn Nghị định số 83 thì chưa."
    first = cite(text, "Nghị định 83", "Nghị định", "83", subject="kinh doanh xăng dầu")
    second = cite(text, "Nghị định số 83", "Nghị định", "83")
    assert keys(text, first, second) == ["cp.nd.2014.00083"] * 2


def test_a_scheme_takes_the_number_of_the_decision_in_the_same_text():
    text = "Quyết định 89/QĐ-TTg ngày 18/01/2019 (gọi tắt là Đề án 89)."
    decision = cite(text, "Quyết định 89/QĐ-TTg", "Quyết định", "89", symbol="QĐ-TTg", issued_on="2019-01-18")
    assert keys(text, decision, cite(text, "Đề án 89", "Đề án", "89")) == ["ttg.qd.2019.00089"] * 2


def test_a_full_form_decides_for_the_short_one_of_the_same_body_alone():
    text = "Nghị quyết 54 của Quốc hội, khác với Nghị quyết 54/NQ-CP năm 2017."
    short = cite(text, "Nghị quyết 54", "Nghị quyết", "54", issuer="Quốc hội")
    full = cite(text, "Nghị quyết 54/NQ-CP năm 2017", "Nghị quyết", "54", symbol="NQ-CP", year="2017")
    assert keys(text, short, full) == ["qh-x.nqpl.x.00054", "cp.nq.2017.00054"]


@pytest.mark.parametrize(
    ("text", "context", "key"),
    [
        ("Quyết định 1182/QĐ-UBND ngày 5/5/2020 đã ban hành.", {}, "ubnd-x.qd.2020.01182"),
        (
            "Quyết định 1182/QĐ-UBND ngày 5/5/2020 của tỉnh.",
            {"place": "quang-tri"},
            "ubnd-quang-tri.qd.2020.01182",
        ),
        ("UBND tỉnh Hà Tĩnh họp về Quyết định 1182/QĐ-UBND ngày 5/5/2020.", {}, "ubnd-ha-tinh.qd.2020.01182"),
        ("UBND tỉnh Hà Tĩnh và UBND tỉnh Nghệ An bàn Quyết định 1182/QĐ-UBND.", {}, "ubnd-x.qd.2020.01182"),
    ],
)
def test_the_place_of_a_local_organ_comes_from_the_text_or_the_source(text, context, key):
    citation = cite(
        text, "Quyết định 1182/QĐ-UBND", "Quyết định", "1182", symbol="QĐ-UBND", issued_on="2020-05-04"
    )
    assert keys(text, citation, **context) == [key]


def test_equal_numbers_of_two_provinces_are_two_documents():
    text = "Quyết định 99/QĐ-UBND của UBND tỉnh A và Quyết định số 99/QĐ-UBND của UBND tỉnh B trùng số."
    day = {"symbol": "QĐ-UBND", "issued_on": "2021-01-10"}
    first = cite(text, "Quyết định 99/QĐ-UBND", "Quyết định", "99", issuer="UBND tỉnh A", **day)
    second = cite(text, "Quyết định số 99/QĐ-UBND", "Quyết định", "99", issuer="UBND tỉnh B", **day)
    assert keys(text, first, second) == ["ubnd-a.qd.2021.00099", "ubnd-b.qd.2021.00099"]


def test_a_day_after_the_article_is_not_taken():
    text = "Quyết định 1177/QĐ-BGDĐT ngày 05/4/2031."
    citation = cite(
        text, "Quyết định 1177/QĐ-BGDĐT", "Quyết định", "1177", symbol="QĐ-BGDĐT", issued_on="2031-04-05"
    )
    assert keys(text, citation) == ["bgddt.qd.x.01177"]
