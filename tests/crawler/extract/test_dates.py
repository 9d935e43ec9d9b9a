import time

import pytest

from crawler.extract.dates import is_labelled, is_update, read_date, read_line


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("09:55 | 01/11/2020 GMT+7", "2020-11-01T09:55+07:00"),
        ("13:55 | 15/04/2023", "2023-04-15T13:55+07:00"),
        ("Thứ Năm, 11/1/2024 18:30'(GMT+7)", "2024-01-11T18:30+07:00"),
        ("10/10/2017 21:21' Gửi bài này In bài này", "2017-10-10T21:21+07:00"),
        ("19:20, ngày 19-06-2012", "2012-06-19T19:20+07:00"),
        ("Thứ hai, 26 Tháng 10 2020 14:49", "2020-10-26T14:49+07:00"),
        ("Thứ năm, 20/12/2012, 10:18 GMT+7", "2012-12-20T10:18+07:00"),
        ("Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "2026-03-07T00:05+07:00"),
        ("Thứ Tư, 26/12/2012 17:14", "2012-12-26T17:14+07:00"),
        ("07/03/2026 08:52 (GMT+07:00)", "2026-03-07T08:52+07:00"),
        ("Chủ Nhật, 04/08/2024 - 07:54", "2024-08-04T07:54+07:00"),
        ("Đời sống | Cập nhật thứ sáu, ngày 30/11/12 04:00 chiều", "2012-11-30T16:00+07:00"),
        ("28-07-2018 - 00:35 AM", "2018-07-28T00:35+07:00"),  # a 24-hour time with AM behind it
        ("28-07-2018 - 14:35 PM", "2018-07-28T14:35+07:00"),
        ("Thứ 2, Ngày 23.03.2015", "2015-03-23"),
        ("Thứ ba,  11/05/2021", "2021-05-11"),
        ("Ngày: 22.04.2024", "2024-04-22"),
        ("04/07/2019", "2019-07-04"),
    ],
)
def test_every_printed_form_of_a_date_line_is_read(line, iso):
    assert read_line(line).iso == iso


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội, ngày 05 tháng 01 năm 2022",  # a document's date
        "CÔNG BÁO/Số 1523 + 1524/Ngày 29-12-2024",
        "Sáng 16/7/2022, tại Hà Nội, lúc 10:30, hội nghị đã khai mạc.",
        "Chỉ thị 38 của Ban Bí thư ngày 19/9/2019 về tiếp tục đổi mới",
        "15/13/2024 10:00",
        "30/02/2024",
        "Thứ Hai, ngày 5 tháng 9",
        "01/01/1970 07:00",
        "Hotline: 0973 30 1986",
        "Tỷ số 1-0 ở phút 85",
        "",
    ],
)
def test_what_is_no_date_line_gives_no_date(line):
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2026-03-07T08:52:11.000 +07:00", "2026-03-07T08:52+07:00"),
        ("2015-03-23 08:06 +07:00", "2015-03-23T08:06+07:00"),
        ("2024-08-04T07:54:00&#x2B;07:00", "2024-08-04T07:54+07:00"),
        ("2018-07-28T00:35:00", "2018-07-28T00:35+07:00"),  # no zone means Vietnamese time
        ("2021-11-05T15:19:45Z", "2021-11-05T22:19+07:00"),
        ("2019-02-18T17:34:20+08:00", "2019-02-18T16:34+07:00"),
        ("2021-11-05T18:30:00-0500", "2021-11-06T06:30+07:00"),
        ("2012-12-24 03:04:00", "2012-12-24T03:04+07:00"),
        ("2018-07-03 00:00:00", "2018-07-03"),  # a day in a column for times
        ("2020-10-01", "2020-10-01"),
        ("Chủ Nhật, 06/04/2025 - 05:30", "2025-04-06T05:30+07:00"),
        ("Hà Nội, ngày 05 tháng 01 năm 2022", "2022-01-05"),
    ],
)
def test_a_field_is_read_in_any_form(raw, iso):
    assert read_date(raw).iso == iso


@pytest.mark.parametrize(
    "raw",
    [None, "", "hôm qua", "2024-13-15", "2024-02-30T10:00:00", "2024-01-05T25:00:00", "9999-12-31T23:00:00-07:00"],
)
def test_an_impossible_date_is_none(raw):
    assert read_date(raw) is None


def test_precision_says_how_much_is_known():
    assert [read_line(line).precision for line in ("13:55 | 15/04/2023", "15/04/2023")] == ["minute", "day"]


def test_a_label_says_whose_date_it_is():
    assert is_labelled("Ngày: 22.04.2024")
    assert is_labelled("Đăng ngày 22/04/2024")
    assert not is_labelled("Thứ ba, 11/05/2021")
    assert is_update("Cập nhật lúc 10:20, 5/9/2023")


@pytest.mark.parametrize("unit", ["1/1/2020 ", "ngày ", "GMT+7 ", "| ", "10:", "thứ hai, ", "1.1."])
def test_long_lines_cost_nothing(unit):
    started = time.process_time()
    read_line((unit * 100_000)[:160])
    read_date(unit * 100_000)
    assert time.process_time() - started < 1
