"""Numbers without a symbol are cited where the words say that a document is meant, and only there."""

import pytest

from nlp.directives.find import find
from nlp.directives.key import key
from nlp.directives.number import bare, read


def short(text):
    return [(one.surface, one.type, one.number, one.year) for one in find(text) if one.kind == "short"]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("tiếp tục quán triệt Chỉ thị 04 của Ban Bí thư", [("Chỉ thị 04", "Chỉ thị", "4", None)]),
        ("theo nghị quyết số 54 của Quốc hội", [("nghị quyết số 54", "Nghị quyết", "54", None)]),
        ("Nghị định 37/2021 của Chính phủ", [("Nghị định 37/2021", "Nghị định", "37", "2021")]),
        ("Thông tư 08-2017 của Bộ", [("Thông tư 08-2017", "Thông tư", "8", "2017")]),
        ("tại Quyết định số 649 năm 2014.", [("Quyết định số 649 năm 2014", "Quyết định", "649", "2014")]),
        ("quyết định 13 của Thủ tướng Chính phủ", [("quyết định 13", "Quyết định", "13", None)]),
        ("đã có quyết định 3800 (năm 2018) về quy hoạch", [("quyết định 3800", "Quyết định", "3800", None)]),
        ("Luật số 34 đã quy định", [("Luật số 34", "Luật", "34", None)]),
        (
            "Luật Giáo dục đại học sửa đổi số 34 đã quy định",
            [("Luật Giáo dục đại học sửa đổi số 34", "Luật", "34", None)],
        ),
        ("sơ kết Đề án 06 của Chính phủ", [("Đề án 06", "Đề án", "6", None)]),
        ("học tập NQ57, NQ 18 và NĐ 100", [
            ("NQ57", "Nghị quyết", "57", None), ("NQ 18", "Nghị quyết", "18", None),
            ("NĐ 100", "Nghị định", "100", None),
        ]),
        ("các Nghị định 12, 13 và 15 của Chính phủ", [
            ("Nghị định 12", "Nghị định", "12", None), ("13", "Nghị định", "13", None),
            ("15", "Nghị định", "15", None),
        ]),
        ("(Nghị  quyết 77)", [("Nghị  quyết 77", "Nghị quyết", "77", None)]),
        ("theo Nghị\nđịnh 83 về xăng dầu", [("Nghị\nđịnh 83", "Nghị định", "83", None)]),
        ("theo Nghi dinh 100 ve giao thong", [("Nghi dinh 100", "Nghị định", "100", None)]),
    ],
)  # fmt: skip
def test_type_and_number_are_a_citation(text, cited):
    assert short(text) == cited


@pytest.mark.parametrize(
    "text",
    [
        "quyết định 2 kế hoạch, quyết định 15 trường hợp, thông báo 12 ca mắc, báo cáo 3 vụ việc",
        "kế hoạch 5 năm 2021-2025, kế hoạch 10 năm 2021 - 2030, chương trình 5 năm 2021",
        "kế hoạch 5 năm, kế hoạch 2013, chương trình 12 tháng, hướng dẫn 30 học sinh, quy định 5 ngày",
        "máy CT 12 lát cắt, tòa CT12B, mã KL-98, Đội NQ 5 người",
        "pháp luật số 1, Đại học Luật số 10 trên bảng xếp hạng",
        "Nghị quyết 12,5% vốn, Chỉ thị 1.000 bản, Thông báo 12/4 của lớp",
        "báo cáo số liệu, kế hoạch số hóa, kết luận 3 người vi phạm",
    ],
)
def test_amounts_and_products_are_not(text):
    assert short(text) == []


def test_what_has_a_symbol_is_no_short_citation():
    assert short("Nghị định số 12, 13 và 14/2012/NĐ-CP; Chỉ thị 12 - CT/TW") == []


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Chỉ thị 38 của Ban Bí thư ngày 19/9/2019", "Ban Bí thư"),
        ("Nghị quyết 36 của UBND tỉnh Hà Nam về đất đai", "UBND tỉnh Hà Nam"),
        ("Thủ tướng ký Quyết định 486 về thi đua", "Thủ tướng"),
        ("Bộ Chính trị đã ban hành Chỉ thị 34", "Bộ Chính trị"),
        ("Thông tư 18 của Bộ trưởng Bộ Tài chính quy định mức thu", "Bộ trưởng Bộ Tài chính"),
        ("Nghị định 100 có hiệu lực", None),
    ],
)
def test_the_issuer_is_read_after_and_before(text, issuer):
    (citation,) = find(text)
    assert citation.issuer == issuer


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("tại điểm b khoản 1 Điều 28, Nghị định 04/2021/NĐ-CP về", "điều 28, khoản 1, điểm b"),
        ("theo điểm đ khoản 2 Điều 5 của Luật Đất đai", "điều 5, khoản 2, điểm đ"),
        ("khoản 1 Điều 40, khoản 1 Điều 53 Luật Khoáng sản", "điều 40, khoản 1 / điều 53, khoản 1"),
        ("Nghị định 100/2019/NĐ-CP, Điều 4, khoản 1", "điều 4, khoản 1"),
        ("theo điểm 2.2, Mục II của Hướng dẫn số 42-HD/BTCTW", "mục II, điểm 2.2"),
        ("Điều 5, 7 Nghị định 100", "điều 5, 7"),
        ("Nghị định 100 gồm 5 chương", None),
    ],
)
def test_pinpoints_are_written_big_to_small(text, pinpoint):
    (citation,) = find(text)
    assert citation.pinpoint == pinpoint


@pytest.mark.parametrize(
    ("text", "taken_up"),
    [
        ("Ban Bí thư ban hành Chỉ thị 12-CT/TW. Chỉ thị này có hiệu lực ngay.", ["Chỉ thị này"]),
        ("Luật này thay thế Luật Đất đai.", ["Luật này"]),
        ("Thủ tướng ký Quyết định 486. Theo quyết định này, các bộ phải báo cáo.", ["quyết định này"]),
        ("Quyết định này làm nhiều người vui.", []),
        ("các Chỉ thị nêu trên đều quan trọng", []),
        ("Nghị định 100 nêu rõ. Nghị định trên còn quy định mức phạt.", ["Nghị định trên"]),
        ("chỉ thị trên giấy", []),
        (
            "Nghị quyết 04-NQ/TU năm 2016 (thay thế nghị quyết năm 2011) và Nghị quyết 05-NQ/TU năm 2011.",
            ["nghị quyết năm 2011"],
        ),
        ("nghị quyết năm 2011 của công ty", []),
    ],
)
def test_what_points_back_is_a_citation_where_a_document_can_be_meant(text, taken_up):
    assert [one.surface for one in find(text) if one.kind == "anaphoric"] == taken_up


@pytest.mark.parametrize(("printed", "number"), [("007", "7"), ("0.5", "0.5"), ("000", "0"), ("30A", "30a")])
def test_leading_zeros_do_not_count(printed, number):
    assert bare(printed) == number


def test_a_number_of_several_parts_keeps_them_all_in_its_key():
    symbol = read("1/TB-UBND", 0).symbol
    made = key(type_=symbol.type, symbol=symbol, number="12.5-3", year=None, issued="2021", term=None)
    assert made == "ubnd-x.tb.2021.00012-5-3"
