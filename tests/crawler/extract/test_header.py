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
JOINT = """BỘ CÔNG AN - BỘ QUỐC PHÒNG -
TÒA ÁN NHÂN DÂN TỐI CAO
Số: 07/2022/TTLT-BCA-
BQP-TANDTC
Hà Nội, ngày 18 tháng 02
năm 2022
THÔNG TƯ LIÊN TỊCH
Quy định về phối hợp"""
LAW = """QUỐC HỘI
Luật số: 50/2024/QH15
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
LUẬT CÔNG ĐOÀN
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Luật này được Quốc hội khóa XV thông qua ngày 27 tháng 11 năm 2024.
CHỦ TỊCH QUỐC HỘI
Trần Văn Sơn"""
HEADLESS = """THÔNG TƯ
Quy định mức thu phí
Căn cứ Luật Phí và lệ phí;
Bộ trưởng Bộ Nội vụ ban hành Thông tư quy định mức thu phí."""
LATER_PART = """CÔNG BÁO/Số 203 + 204/Ngày 18-02-2019
BỘ TÀI CHÍNH
Thông tư số 10/2018/TT-BTC ngày 14 tháng 11 năm 2018
hướng dẫn kế toán
(Tiếp theo Công báo số 201 + 202)
Phụ lục số 04
HỆ THỐNG BÁO CÁO"""
AMENDED = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
NGHỊ ĐỊNH
Quy định chi tiết Luật Việc làm
Nghị định số 15/2019/NĐ-CP ngày 01 tháng 02 năm 2019 của Chính phủ, có hiệu
lực kể từ ngày 20 tháng 3 năm 2019, được sửa đổi, bổ sung bởi:"""
COLUMNS = """BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2020/TT-BYT Hà Nội, ngày 22 tháng 6 năm 2020
THÔNG TƯ
BAN HÀNH QUY CHẾ
về bệnh viện
Theo đề nghị của Cục trưởng;"""
LETTER = """BỘ Y TẾ
Số: 1234/BYT-KCB
V/v tăng cường phòng bệnh
mùa hè
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Kính gửi: Sở Y tế các tỉnh"""


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (DECREE, DocumentHeader("111/2022/NĐ-CP", "Nghị định", "2022-12-30", "CHÍNH PHỦ", None,
                                "Về hợp đồng đối với một số loại công việc trong cơ quan hành chính")),
        (PARTY, DocumentHeader("12-CT/TW", "Chỉ thị", "2022-01-05", "BAN CHẤP HÀNH TRUNG ƯƠNG", None,
                               "CỦA BAN BÍ THƯ VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO CỦA ĐẢNG")),
        (PROVINCE, DocumentHeader("784/QĐ-UBND", "Quyết định", "2020-03-11", "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH", None,
                                  "PHÊ DUYỆT KẾ HOẠCH NĂM 2020")),
        (CONSOLIDATED, DocumentHeader("22/VBHN-BTC", "Văn bản hợp nhất", None, "BỘ TÀI CHÍNH", None,
                                      "Hướng dẫn quản lý tài chính")),
        (JOINT, DocumentHeader("07/2022/TTLT-BCA-BQP-TANDTC", "Thông tư liên tịch", "2022-02-18",
                               "BỘ CÔNG AN - BỘ QUỐC PHÒNG TÒA ÁN NHÂN DÂN TỐI CAO", None,
                               "Quy định về phối hợp")),
        (LAW, DocumentHeader("50/2024/QH15", "Luật", "2024-11-27", "QUỐC HỘI", "Trần Văn Sơn", "CÔNG ĐOÀN")),
        (HEADLESS, DocumentHeader(None, "Thông tư", None, "Bộ trưởng Bộ Nội vụ", None, "Quy định mức thu phí")),
        (LATER_PART, DocumentHeader("10/2018/TT-BTC", "Thông tư", "2018-11-14", "BỘ TÀI CHÍNH")),
        (AMENDED, DocumentHeader(type="Văn bản hợp nhất", subject="Quy định chi tiết Luật Việc làm")),
        (COLUMNS, DocumentHeader("12/2020/TT-BYT", "Thông tư", "2020-06-22", "BỘ Y TẾ", None,
                                 "BAN HÀNH QUY CHẾ về bệnh viện")),
        (LETTER, DocumentHeader("1234/BYT-KCB", None, None, "BỘ Y TẾ", None, "tăng cường phòng bệnh mùa hè")),
    ],
    ids=["gazette", "party, two columns in cells", "province", "consolidated text", "number broken over lines",
         "subject beside the type", "no head but the type", "later part", "consolidated, as it tells",
         "columns in one line", "letter"],
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
