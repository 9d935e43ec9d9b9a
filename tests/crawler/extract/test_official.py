import pytest

from crawler.article import Rejected
from crawler.extract.official import read_official

BODY = (
    "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;",
    "Theo đề nghị của Bộ trưởng Bộ Nội vụ;",
    "Điều 1. Thẻ cán bộ được cấp một lần và có giá trị trong 05 năm kể từ ngày cấp.",
)
HEAD = (
    "CHÍNH PHỦ",
    "_____",
    "Số: 15/2026/NĐ-CP",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)
PLACE = "Hà Nội, ngày 05 tháng 3 năm 2026"


def test_a_head_behind_the_text_of_its_page_is_read():
    document = read_official(["NGHỊ ĐỊNH", "Về thẻ cán bộ", *BODY, *HEAD, PLACE, "Điều 2. Hiệu lực"], None)
    header = document.document
    assert (header.number, header.type, header.issued_on) == ("15/2026/NĐ-CP", "Nghị định", "2026-03-05")
    assert (header.issuer, header.subject) == ("Chính phủ", "Về thẻ cán bộ")


def test_a_part_that_goes_on_from_an_earlier_issue_bears_its_number():
    lines = ["BỘ NỘI VỤ", "Thông tư số 12/2026/TT-BNV ngày 14 tháng 4 năm 2026 hướng dẫn cấp thẻ", "Phụ lục số 04"]
    header = read_official(lines, None).document
    assert (header.number, header.type, header.issued_on) == ("12/2026/TT-BNV", "Thông tư", "2026-04-14")


def test_a_law_without_motto_is_an_official_text_by_the_acts_that_it_rests_on():
    assert read_official(["LUẬT", "Đê điều", *BODY], None).title == "Luật Đê điều"
    assert read_official(["LUẬT", "Đê điều được bàn tại hội nghị sáng nay ở Hà Nội."], None) is None


def test_the_number_of_a_consolidated_text_is_the_one_at_its_end():
    lines = [
        "VĂN BẢN HỢP NHẤT - BỘ NỘI VỤ", *HEAD, PLACE, "NGHỊ ĐỊNH", "Về thẻ cán bộ",
        "Nghị định số 15/2026/NĐ-CP có hiệu lực kể từ ngày 01 tháng 5 năm 2026, được sửa đổi, bổ sung bởi:",
        *BODY, "XÁC THỰC VĂN BẢN HỢP NHẤT", "Số: 19/VBHN-BNV", "Hà Nội, ngày 04 tháng 6 năm 2026",
    ]  # fmt: skip
    header = read_official(lines, None).document
    assert (header.number, header.type, header.issued_on) == ("19/VBHN-BNV", "Văn bản hợp nhất", "2026-06-04")
    assert header.issuer == "Bộ Nội vụ"


def test_pages_that_are_pictures_hold_no_text():
    stamp = ["CÔNG BÁO/Số 88/Ngày 06-02-2026", "100", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Lê Minh Tuệ"]
    with pytest.raises(Rejected, match="no-text"):
        read_official(stamp, None)


def test_who_put_a_consolidated_text_together_stands_at_its_end_too():
    lines = [
        *HEAD[3:], "LUẬT", "ĐÊ ĐIỀU",
        "Luật Đê điều số 79/2006/QH11 có hiệu lực kể từ ngày 01 tháng 7 năm 2007, được sửa đổi, bổ sung bởi:",
        *BODY, "VĂN PHÒNG QUỐC HỘI", "Số: 22/VBHN-VPQH", "XÁC THỰC VĂN BẢN HỢP NHẤT",
        "Hà Nội, ngày 07 tháng 12 năm 2020", "CHỦ NHIỆM", "Lê Minh Tuệ",
    ]  # fmt: skip
    header = read_official(lines, None).document
    assert (header.issuer, header.signer) == ("Văn phòng Quốc hội", "Lê Minh Tuệ")
