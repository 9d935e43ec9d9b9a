import pytest

from crawler.extract.signature import Signature, read_signatures

JOINT = """chịu trách nhiệm thi hành Thông tư này./.
KT. CHÁNH ÁN
TÒA ÁN NHÂN DÂN TỐI CAO
PHÓ CHÁNH ÁN

Trần Văn Sơn
KT. BỘ TRƯỞNG BỘ CÔNG AN
THỨ TRƯỞNG

Trung tướng Lê Thị Hoà"""
FORM = """BỘ TRƯỞNG

Lê Văn Bình
Phụ lục
Mẫu số 01
Nội dung đơn
Lý do
Thời hạn
Cam kết
Tôi xin cam đoan
Địa chỉ liên hệ
Số điện thoại
Ngày làm đơn
CHỦ TỊCH

Nguyễn Văn A"""


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\n\nLê Văn Bình",
         [("Lê Văn Bình", "TM. CHÍNH PHỦ KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG")]),
        ("Chủ tịch Quốc hội\n(Đã ký)\nTrần Văn Sơn", [("Trần Văn Sơn", "Chủ tịch Quốc hội")]),
        ("Nơi nhận: | KT. BỘ TRƯỞNG THỨ TRƯỞNG Lê Thị Hoà |", [("Lê Thị Hoà", "KT. BỘ TRƯỞNG THỨ TRƯỞNG")]),
        ("T/M BAN BÍ THƯ\nTHƯỜNG TRỰC BAN BÍ THƯ\nVõ Văn An",
         [("Võ Văn An", "T/M BAN BÍ THƯ THƯỜNG TRỰC BAN BÍ THƯ")]),
        ("BỘ TRƯỞNG\nCÔNG BÁO/Số 12/Ngày 01-02-2023\nĐại tướng Tô Văn An", [("Tô Văn An", "BỘ TRƯỞNG")]),
        (JOINT, [("Trần Văn Sơn", "KT. CHÁNH ÁN TÒA ÁN NHÂN DÂN TỐI CAO PHÓ CHÁNH ÁN"),
                 ("Lê Thị Hoà", "KT. BỘ TRƯỞNG BỘ CÔNG AN THỨ TRƯỞNG")]),
        (FORM, [("Lê Văn Bình", "BỘ TRƯỞNG")]),
        ("BỘ TRƯỞNG BỘ Y TẾ\nCăn cứ Luật Khám bệnh", []),
        ("PHỤ LỤC\nĐà Nẵng", []),
        ("CHỦ TỊCH HỘI ĐỒNG\n(Ký và ghi rõ họ tên)\nHọ và tên", []),
    ],
    ids=["for and instead", "signed", "cells", "Party", "page break, rank", "joint", "form behind", "preamble",
         "place", "empty form"],
)  # fmt: skip
def test_who_signed_and_in_which_office_is_read(text, signed):
    assert [(one.name, one.office) for one in read_signatures(text.split("\n"))] == signed


def test_a_signature_says_where_it_stands():
    assert read_signatures(["Điều 2.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "", "Lê Văn Bình"]) == (
        Signature("Lê Văn Bình", "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC", first=1, last=4),
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG", "[daky]", "Lê Minh Tuệ"),
        ("KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNGky]", "Lê Minh Tuệ"),
    ],
)
def test_where_a_signature_stood_is_no_part_of_name_or_office(lines):
    (signed,) = read_signatures(lines)
    assert (signed.name, signed.office) == ("Lê Minh Tuệ", "KT. THỦ TƯỚNG PHÓ THỦ TƯỚNG")


def test_who_confirms_a_consolidated_text_signs_it_in_one_cell():
    (signed,) = read_signatures(("Nơi nhận: - Lưu: HC. | XÁC THỰC VĂN BẢN HỢP NHẤT CHỦ NHIỆM Lê Minh Tuệ",))
    assert signed.name == "Lê Minh Tuệ"
