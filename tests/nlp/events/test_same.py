"""When two reports tell of one event."""

import pytest

from nlp.document import Event
from nlp.events.same import same, similarity

CONGRESS = Event(
    "Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ VI",
    "đại hội",
    "2013-05-30",
    "Hà Nội",
    "Hội Làm vườn Việt Nam",
    chairs=("Trần Văn Bảy",),
    ordinal="VI",
)


@pytest.mark.parametrize(
    "other",
    [
        Event("đại hội lần thứ 6", "đại hội", "2013-05-30", organizer="Hội Làm vườn Việt Nam", ordinal="6"),
        Event("Đại hội toàn quốc Hội Làm vườn Việt Nam", "đại hội", "2013-05-30/2013-05-31", "Hà Nội"),
        Event("ĐẠI HỘI ĐẠI BIỂU TOÀN QUỐC HỘI LÀM VƯỜN VIỆT NAM", "đại hội", "2013-05-30"),
        Event("Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam", "đại hội", "2013-05", "Cung Văn hóa hữu nghị"),
        # A report that has the day after.
        Event(
            "Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ VI",
            "đại hội",
            "2013-05-31",
            chairs=("Trần Văn Bảy",),
            ordinal="VI",
        ),
    ],
)
def test_reports_of_one_congress_are_the_same(other):
    assert same(CONGRESS, other)
    assert similarity(CONGRESS, other) == similarity(other, CONGRESS)


@pytest.mark.parametrize(
    "other",
    [
        Event(
            "Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ VI", "đại hội", "2018-05-30", ordinal="VI"
        ),
        Event("Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ V", "đại hội", "2013-05-30", ordinal="V"),
        Event("Đại hội đại biểu Hội Nuôi ong tỉnh Bắc Kạn", "đại hội", "2013-05-30", ordinal="VI"),
        Event("Hội thảo Hội Làm vườn Việt Nam", "hội thảo", "2013-05-30"),
        Event("Đại hội", "đại hội", "2013-05-30"),
    ],
)
def test_other_years_numbers_bodies_and_kinds_are_other_events(other):
    assert not same(CONGRESS, other)


def test_the_days_of_one_numbered_session_are_one_event():
    first = Event("Kỳ họp thứ 5 Quốc hội khóa XIII", "kỳ họp", "2013-05-20", ordinal="5")
    later = Event("kỳ họp thứ 5, Quốc hội khoá XIII", "kỳ họp", "2013-06-12", ordinal="5")
    assert same(first, later)


def test_a_yearly_meeting_is_another_each_year():
    first = Event("Hội nghị tổng kết công tác khuyến học năm 2012", "hội nghị", None)
    second = Event("Hội nghị tổng kết công tác khuyến học năm 2013", "hội nghị", None)
    assert similarity(first, second) == 0


def test_without_a_day_only_a_long_equal_name_is_enough():
    long = Event("Hội nghị tổng kết phong trào trồng cây gây rừng miền núi phía Bắc", "hội nghị")
    short = Event("Hội nghị trồng cây", "hội nghị")
    assert same(long, long)
    assert not same(short, short)


def test_a_reception_is_known_by_its_persons():
    one = Event(
        "Thứ trưởng Lê Văn Sáu tiếp đoàn Hội hữu nghị Lào - Việt Nam", "tiếp", "2013-05-30", chairs=("Lê Văn Sáu",)
    )
    two = Event(
        "cuộc gặp với đoàn Hội hữu nghị Lào - Việt Nam", "làm việc", "2013-05-30", speakers=("Lê Văn Sáu",)
    )
    assert same(one, two)


def test_a_date_that_is_none_counts_as_unknown():
    odd = Event("Đại hội đại biểu toàn quốc Hội Làm vườn Việt Nam lần thứ VI", "đại hội", "2013-02-30")
    assert 0 < similarity(CONGRESS, odd) <= 1
