"""Events stand under their months, and their reports under their sources."""

import pytest

from indexer.roll import Event
from search_api.pages.event import by_source, month, months
from search_api.pages.sayings import Report


def event(id_: str, date: str | None) -> Event:
    return Event(id_, f"Hội nghị {id_}", "hội nghị", date, None, False, None, None, 1)


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("2024-07-19", "Tháng 7/2024"),
        ("2024-12", "Tháng 12/2024"),
        ("2024-07-31/2024-08-01", "Tháng 7/2024"),
    ],
)
def test_an_event_belongs_to_the_month_in_which_it_begins(date, name):
    assert month(date) == name


def test_events_of_one_month_stand_together_in_their_order():
    days = {"e": None, "c": "2024-07-19", "d": None, "b": "2024-07", "a": "2023-07-01"}
    found = months([event(id_, date) for id_, date in days.items()])
    assert [(one.name, [event.id for event, _ in one.events]) for one in found] == [
        ("Không rõ ngày", ["e"]),
        ("Tháng 7/2024", ["c", "d", "b"]),  # where the first report of the one without a day stands
        ("Tháng 7/2023", ["a"]),
    ]
    assert found[0].events[0][1] == "/su-kien/e"


def test_the_source_with_most_reports_comes_first():
    reports = [Report("/1", "Một", None, name, None) for name in ("Báo B", "Báo C", "Báo A", "Báo C")]
    assert [(name, len(group)) for name, group in by_source(reports)] == [
        ("Báo C", 2),
        ("Báo A", 1),
        ("Báo B", 1),
    ]
