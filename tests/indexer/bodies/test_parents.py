"""The name of a body tells of which body it is part, or the lists do."""

import pytest

from indexer.bodies.parents import parent_of


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Ban Đối ngoại Trung ương", "Ban Chấp hành Trung ương Đảng"),
        ("Hội Nông dân tỉnh Phú Thọ", "Hội Nông dân Việt Nam"),
        ("Hội Luật gia thành phố Đà Nẵng", "Hội Luật gia Việt Nam"),
        ("Sở Y tế Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("Sở Nội vụ TP.HCM", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("Công an tỉnh Nghệ An", "Bộ Công an"),
        ("Ban Tuyên giáo Tỉnh ủy Quảng Ninh", "Tỉnh ủy Quảng Ninh"),
        ("Văn phòng Bộ Công an", "Bộ Công an"),
        ("Đảng ủy Bộ Tài chính", "Bộ Tài chính"),
        ("Ban Thường vụ Hội Luật gia tỉnh Quảng Ninh", "Hội Luật gia tỉnh Quảng Ninh"),
        ("Vụ Pháp chế của Bộ Y tế", "Bộ Y tế"),
        ("Đại sứ quán Việt Nam tại Lào", "Bộ Ngoại giao"),
        ("Hội hữu nghị Việt Nam - Lào", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
        ("Bộ Y tế", "Chính phủ"),
        ("Sở Giao dịch Chứng khoán Hà Nội", "Sở Giao dịch Chứng khoán Việt Nam"),
        ("Hội đồng quản trị Công ty Hoa Sen", "Công ty Hoa Sen"),
        ("HĐQT Ngân hàng Sông Đà", "Ngân hàng Sông Đà"),
    ],
)
def test_the_whole_of_a_part(part: str, whole: str) -> None:
    assert parent_of(part) == whole


@pytest.mark.parametrize(
    "name",
    [
        "Đảng Cộng sản Việt Nam",
        "Quỹ Hoa Sen",
        "Hội Liên hiệp Phụ nữ Việt Nam",
        "Bộ Ngoại giao Lào",
        "Ban Chỉ đạo của Trung ương",
    ],
)
def test_of_others_nothing_is_said(name: str) -> None:
    assert parent_of(name) is None
