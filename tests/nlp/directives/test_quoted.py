import pytest

from nlp.directives.quoted import quoted


@pytest.mark.parametrize(
    ("lines", "inside"),
    [
        (
            ["1. Sửa đổi Điều 4:", "“Điều 4. Hồ sơ", "1. Đơn gọi là “đơn”;", "2. Ảnh.”.", "2. Bãi bỏ Điều 5."],
            {1, 2, 3},
        ),
        (["“Điều 4. Hồ sơ gồm một lá đơn.”;", "2. Bãi bỏ Điều 5."], {0}),
        (['"Điều 4. Hồ sơ', '1. Đơn gọi là "đơn";', '2. Ảnh."', "2. Bãi bỏ Điều 5."], {0, 1, 2}),
        (["“Văn bản” là thông tin thành văn.", "“Hồ sơ” là tập văn bản."], set()),
        (["“Điều 4. Hồ sơ", "1. Đơn;", "Điều 2. Hiệu lực"], set()),  # a lost mark swallows nothing
        (["“Điều 4. Hồ sơ", "2. Ảnh.”.", "“Điều 6. Thẻ", "1. Thẻ mới.”"], {0, 1, 2, 3}),
        (["“Căn cứ Luật Cư trú;", "“Căn cứ Luật Thống kê;", "Bộ trưởng ban hành Thông tư.”"], {1, 2}),
    ],
)
def test_lines_of_new_wording_are_quoted(lines, inside):
    assert quoted(lines) == inside
