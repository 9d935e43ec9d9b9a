from datetime import UTC, datetime

import pytest
from jinja2 import UndefinedError

from search_api.pages.templating import days, moment, opened, render, thousands, web_address


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        ("2026-03-07T08:47+07:00", "07/03/2026, 08:47"),
        ("2026-03-07T23:30+00:00", "08/03/2026, 06:30"),  # as the day was in Vietnam
        ("2026-03-07T08:47", "07/03/2026, 08:47"),
        ("2026-03-07", "07/03/2026"),
        ("2026-13-07", "2026-13-07"),
        ("hôm qua", "hôm qua"),
        (datetime(2026, 3, 7, 1, 47, tzinfo=UTC), "07/03/2026, 08:47"),
    ],
)
def test_a_time_is_shown_as_it_is_written_in_vietnamese(published, shown):
    assert moment(published) == shown


def test_a_name_from_the_middle_of_a_sentence_opens_as_a_heading():
    names = ("uỷ ban", "đại hội VI", "Hội nghị", "")
    assert [opened(one) for one in names] == ["Uỷ ban", "Đại hội VI", "Hội nghị", ""]


@pytest.mark.parametrize(
    ("span", "shown"),
    [("2024-04-19", "19/04/2024"), ("2024-04-19/2024-04-20", "19/04/2024 – 20/04/2024"), ("2024-04", "4/2024")],
)
def test_an_event_has_one_day_or_two(span, shown):
    assert days(span) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(0, "0"), (999, "999"), (18006, "18.006"), (52_600_000, "52.600.000")]
)
def test_thousands_are_set_apart_by_points(number, shown):
    assert thousands(number) == shown


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://mau.example.vn/a.html", "https://mau.example.vn/a.html"),
        ("HTTP://mau.example.vn/", "HTTP://mau.example.vn/"),
        (" https://mau.example.vn/ ", "https://mau.example.vn/"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("//mau.example.vn/", None),
        ("httpx://mau.example.vn/", None),
        ("data:text/html,x", None),
        ("mau.example.vn", None),
        ("", None),
        (None, None),
    ],
)
def test_only_the_web_is_linked_to(url, address):
    assert web_address(url) == address


def test_a_value_that_a_template_misses_is_an_error():
    with pytest.raises(UndefinedError, match="sources"):
        render("sources.html")
