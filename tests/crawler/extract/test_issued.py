import pytest

from crawler.extract import issued


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["Hà Nội, ngày 05 tháng 01 năm 2022"], "2022-01-05"),
        (["Số: 12-CT/TW | Hà Nội, ngày 5 tháng 1 năm 2022 |"], "2022-01-05"),
        (["TP. Hồ Chí Minh, ngày 31 tháng", "12 năm 2021"], "2021-12-31"),
        (["Quảng Nam, ngày 05/01/2022"], "2022-01-05"),
        (["Ngày 12 tháng 3 năm 1990"], "1990-03-12"),
        (["Thông tư số 10/2018/TT-BTC ngày 14 tháng 11 năm 2018"], "2018-11-14"),
        (["(Từ ngày 16 tháng 5 đến ngày 29 tháng 6 năm 2006)"], None),
        (["Hà Nội, ngày   tháng   năm 2022"], None),
        (["Hà Nội, ngày 31 tháng 02 năm 2022"], None),
        (["Căn cứ Luật Đất đai ngày 29 tháng 11 năm 2013;", "Hà Nội, ngày 01 tháng 02 năm 2014"], None),
    ],
)
def test_the_head_tells_the_day(lines, day):
    assert issued.in_head(lines) == day


def test_the_end_of_a_law_tells_when_it_was_adopted():
    lines = ["Điều 9. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025.",
             "Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV,",
             "kỳ họp thứ  8 thông qua ngày 27 tháng 11 năm  2024.", "CHỦ TỊCH QUỐC HỘI"]  # fmt: skip

    assert issued.in_end(lines, consolidated=False) == "2024-11-27"


def test_a_consolidated_text_is_signed_by_its_number_and_not_in_its_annexes():
    lines = ["Luật này đã được Quốc hội thông qua ngày 20 tháng 11 năm 2014./.",
             "BỘ TÀI CHÍNH", "Số: 22 /VBHN-BTC", "XÁC THỰC VĂN BẢN HỢP NHẤT",
             "Hà Nội, ngày 03 tháng 4 năm 2020", "KT. BỘ TRƯỞNG", *[""] * 9,
             "Hà Nội, ngày 01 tháng 01 năm 2021"]  # fmt: skip

    assert issued.in_end(lines, consolidated=True) == "2020-04-03"
