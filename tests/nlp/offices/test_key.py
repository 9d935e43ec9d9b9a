"""One office in many spellings."""

import pytest

from nlp.offices.key import MAX_LETTERS, office_key


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        (
            "truong ban doi ngoai trung uong",
            [
                ("Trưởng Ban Đối ngoại Trung ương", None),
                ("Trưởng ban Đối ngoại T.Ư", "ban Đối ngoại T.Ư"),
                ("Trưởng ban", "Ban Đối ngoại TW"),
                ("TRƯỞNG BAN ĐỐI NGOẠI TRUNG ƯƠNG", "Ban Đối ngoại Trung ương"),
            ],
        ),
        (
            "pho truong ban dan van thanh uy hue",
            [
                ("Phó Trưởng ban", "Ban Dân vận Thành ủy Huế"),
                ("Phó ban Dân vận Thành uỷ Huế", None),
                ("Phó trưởng Ban Dân vận Thành ủy Huế", "Ban Dân vận Thành ủy Huế"),
            ],
        ),
        (
            "bo truong quoc phong",
            [
                ("Bộ trưởng", "Bộ Quốc phòng"),
                ("Bộ trưởng Quốc phòng", None),
                ("bộ trưởng bộ Quốc phòng", "Bộ Quốc phòng"),
                ("Bộ trưởng Quốc phòng", "Bộ Quốc phòng Việt Nam"),
            ],
        ),
        ("bo truong giao duc dao tao", [("Bộ trưởng", "Bộ GD&ĐT"), ("Bộ trưởng Giáo dục và Đào tạo", None)]),
        (
            "uy vien trung uong dang",
            [
                ("Uỷ viên Trung ương Đảng", "Ban Chấp hành Trung ương Đảng"),
                ("Ủy viên Ban Chấp hành Trung ương Đảng", None),
                ("Ủy viên T.Ư Đảng", "T.Ư Đảng"),
                ("UVTW Đảng", None),
                ("UVTƯ", None),
            ],
        ),
        ("thu tuong", [("Thủ tướng", None), ("Thủ tướng Chính phủ", "Chính phủ"), ("Thủ tướng", "Chính phủ")]),
        ("chu tich quoc hoi", [("Chủ tịch QH", "Quốc hội"), ("Chủ tịch", "Quốc hội")]),
        (
            "pho chu tich uy ban nhan dan an giang",
            [
                ("Phó Chủ tịch", "UBND tỉnh An Giang"),
                ("PCT UBND tỉnh An Giang", None),
                ("Phó Chủ tịch tỉnh An Giang", None),
                ("Phó chủ tịch", "Uỷ ban nhân dân tỉnh An Giang"),
            ],
        ),
        (
            "chu tich uy ban trung uong mat tran to quoc",
            [("Chủ tịch", "Uỷ ban TƯ MTTQ Việt Nam"), ("Chủ tịch", "Mặt trận Tổ quốc Việt Nam")],
        ),
        (
            "bi thu tinh uy ca mau",
            [("Bí thư Tỉnh ủy", "Tỉnh uỷ Cà Mau"), ("Bí thư Tỉnh ủy Cà Mau", None)],
        ),
        ("tong bien tap nhan dan", [("Tổng Biên tập", "Báo Nhân Dân"), ("Tổng biên tập báo Nhân Dân", None)]),
    ],
)
def test_an_office_has_one_key_in_all_its_spellings(key: str, spellings: list[tuple[str, str | None]]) -> None:
    assert {office_key(*spelling) for spelling in spellings} == {key}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Chủ tịch", "UBND tỉnh An Giang"), ("Phó Chủ tịch", "UBND tỉnh An Giang")),
        (("Chủ tịch", "UBND tỉnh An Giang"), ("Chủ tịch", "HĐND tỉnh An Giang")),
        (("Bí thư Thành ủy Huế", None), ("Bí thư Tỉnh ủy Huế", None)),
        (("Bộ trưởng", "Bộ Kế hoạch và Đầu tư"), ("Bộ trưởng", "Bộ Tài chính")),
        (("Thủ tướng", None), ("Thủ tướng Nhật Bản", None)),
        (("Chủ tịch", None), ("Chủ tịch nước", None)),
    ],
)
def test_offices_that_differ_have_different_keys(
    one: tuple[str, str | None], other: tuple[str, str | None]
) -> None:
    assert office_key(*one) != office_key(*other)


def test_a_name_of_any_length_is_read_in_bounded_time() -> None:
    assert len(office_key("Chủ tịch " * 100_000, "Hội " * 100_000)) <= 3 * MAX_LETTERS
