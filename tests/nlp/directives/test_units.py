import pytest

from nlp.directives.units import unit_of


@pytest.mark.parametrize(
    ("line", "level", "number", "value", "rest"),
    [
        ("Phần thứ nhất", "phần", "nhất", 1, ""),
        ("PHẦN THỨ HAI. CÁC TỘI PHẠM", "phần", "HAI", 2, "CÁC TỘI PHẠM"),
        ("A. ĐÁNH GIÁ CHUNG", "phần", "A", 1, "ĐÁNH GIÁ CHUNG"),
        ("Chương II QUẢN LÝ VĂN BẢN", "chương", "II", 2, "QUẢN LÝ VĂN BẢN"),
        ("Mục 1. SOẠN THẢO", "mục", "1", 1, "SOẠN THẢO"),
        ("III- TỔ CHỨC THỰC HIỆN", "mục", "III", 3, "TỔ CHỨC THỰC HIỆN"),
        ("Tiểu mục 2. Ký số", "tiểu mục", "2", 2, "Ký số"),
        ("Điều 5a. Hồ sơ", "điều", "5a", 5, "Hồ sơ"),
        ("**Điều 7**. Hồ sơ", "điều", "7", 7, "Hồ sơ"),
        ("ĐIỀU 3", "điều", "3", 3, ""),
        ("Điều 12.34 Hiệu lực", "điều", "12", 12, "Hiệu lực"),  # 34 is a footnote's number
        ("Điều 24.[3] Hiệu lực", "điều", "24", 24, "Hiệu lực"),
        ("2a. Người đứng đầu", "khoản", "2a", 2, "Người đứng đầu"),
        ("1- Các cấp uỷ", "khoản", "1", 1, "Các cấp uỷ"),
        ("1.2. Chỉ tiêu", "khoản", "1.2", 2, "Chỉ tiêu"),
        ("đ) Văn thư", "điểm", "đ", 5, "Văn thư"),
        ("i) Lưu trữ", "điểm", "i", 9, "Lưu trữ"),  # the ninth point, and no numeral
        ("- Đến năm 2030", "gạch đầu dòng", "", 0, "Đến năm 2030"),
        ("+ Đào tạo", "dấu cộng", "", 0, "Đào tạo"),
        ("PHỤ LỤC", "phụ lục", "", 0, ""),
        ("Phụ lục II: Mẫu sổ", "phụ lục", "II", 2, "Mẫu sổ"),
    ],
)
def test_a_line_opens_a_unit(line, level, number, value, rest):
    unit = unit_of(line)
    assert (unit.level, unit.number, unit.value, unit.rest) == (level, number, value, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Điều 5 của Luật này được áp dụng từ ngày ký.",
        "Mục 3 Chương II của Nghị định",
        "Chương trình hành động của tỉnh",
        "Phần mềm quản lý văn bản",
        "Phụ lục II ban hành kèm theo Nghị định này",
        "30 tháng 3 năm 2018",
        "1.234 người dự họp",
        "Căn cứ Luật Tổ chức Chính phủ;",
        "",
    ],
)
def test_a_line_of_text_opens_none(line):
    assert unit_of(line) is None
