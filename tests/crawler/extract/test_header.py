import pytest

from crawler.article import DocumentHeader
from crawler.extract.header import is_motto, is_number, read_header

DECREE = """CÔNG BÁO/Số 11 + 12/Ngày 10-01-2023
6
CHÍNH PHỦ
_______
Số: 111/2022/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 30 tháng 12 năm 2022
NGHỊ ĐỊNH
Về hợp đồng đối với một số loại công việc
trong cơ quan hành chính
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;"""
PARTY = """BAN CHẤP HÀNH TRUNG ƯƠNG | ĐẢNG CỘNG SẢN VIỆT NAM |
Số: 12-CT/TW | Hà Nội, ngày 05 tháng 01 năm 2022 |
CHỈ THỊ
CỦA BAN BÍ THƯ VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG
Trong những năm qua,"""
PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
-------
CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 784/QĐ-UBND
Sơn Bình, ngày 11 tháng 3 năm 2020
QUYẾT ĐỊNH1
PHÊ DUYỆT KẾ HOẠCH NĂM 2020
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ"""
CONSOLIDATED = """VĂN BẢN HỢP NHẤT - BỘ TÀI CHÍNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
THÔNG TƯ
Hướng dẫn quản lý tài chính
Thông tư số 60/2015/TT-BTC ngày 27 tháng 11 năm 2015
Số: 22/VBHN-BTC"""


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (DECREE, DocumentHeader("111/2022/NĐ-CP", "Nghị định", "2022-12-30", "CHÍNH PHỦ", None,
                                "Về hợp đồng đối với một số loại công việc trong cơ quan hành chính")),
        (PARTY, DocumentHeader("12-CT/TW", "Chỉ thị", "2022-01-05", "BAN CHẤP HÀNH TRUNG ƯƠNG", None,
                               "CỦA BAN BÍ THƯ VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG Trong những năm qua,")),
        (PROVINCE, DocumentHeader("784/QĐ-UBND", "Quyết định", "2020-03-11", "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH", None,
                                  "PHÊ DUYỆT KẾ HOẠCH NĂM 2020")),
        (CONSOLIDATED, DocumentHeader("22/VBHN-BTC", "Văn bản hợp nhất", None, "BỘ TÀI CHÍNH", None,
                                      "Hướng dẫn quản lý tài chính")),
    ],
    ids=["gazette", "party, two columns in cells", "province", "consolidated text"],
)  # fmt: skip
def test_the_head_of_a_text_tells_what_it_is(text, header):
    assert read_header(text.split("\n")) == header


def test_a_text_without_a_head_says_nothing():
    assert read_header(["Hội nghị đã thông qua nghị quyết.", "Các đại biểu ra về."]) == DocumentHeader()


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("41/2024/QH15", True),
        ("12-CT/TW", True),
        ("303/NQ-LHHN-ĐCT", True),
        ("luat-so-51-2024-qh15-43559", False),
        ("Bảo hiểm xã hội", False),
        ("Văn bản hợp nhất số 37/VBHN-BCT", False),
        (None, False),
    ],
)
def test_a_number_is_told_from_a_slug(text, is_one):
    assert is_number(text) is is_one


def test_the_motto_is_known_in_both_spellings():
    assert is_motto("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert is_motto("Độc lập – Tự do – Hạnh phúc")
    assert not is_motto("Nước Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc lập.")
