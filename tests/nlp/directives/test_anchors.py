import pytest

from nlp.directives.anchors import anchor_of
from nlp.directives.structure import read_structure

LAW = """Chương I
QUY ĐỊNH CHUNG
Mục 1. PHẠM VI
Điều 1. Phạm vi
1. Cơ quan:
d) Sở;
đ) Phòng.
Chương II
THI HÀNH
Mục 1. HIỆU LỰC
Điều 2. Hiệu lực
1. Từ ngày ký.
PHỤ LỤC I
MẪU
Điều 1. Cách ghi
PHỤ LỤC I
MẪU KHÁC"""


def test_every_part_has_a_name_of_its_own():
    assert [one.anchor for one in read_structure(LAW).parts] == [
        "chuong-i",
        "chuong-i-muc-1",
        "dieu-1",
        "dieu-1-khoan-1",
        "dieu-1-khoan-1-diem-d",
        "dieu-1-khoan-1-diem-dd",
        "chuong-ii",
        "chuong-ii-muc-1",
        "dieu-2",
        "dieu-2-khoan-1",
        "phu-luc-i",
        "phu-luc-i-dieu-1",
        "phu-luc-i-2",
    ]


@pytest.mark.parametrize(
    ("pinpoint", "anchor"),
    [
        ("điều 5", "dieu-5"),
        ("điều 1, khoản 1, điểm đ", "dieu-1-khoan-1-diem-dd"),
        ("điều 40, khoản 1, 2 / điều 53, khoản 1", "dieu-40-khoan-1"),
        ("chương II", "chuong-ii"),
        ("phụ lục I", "phu-luc-i"),
        ("chương II, điều 7", "dieu-7"),
        ("khoản 2", None),
        ("mục 3", None),
    ],
)
def test_a_pinpoint_leads_to_the_part_that_it_names(pinpoint, anchor):
    assert anchor_of(pinpoint) == anchor
