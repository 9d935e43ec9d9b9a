import pytest

from indexer.query import Bucket
from indexer.search import Answer
from search_api.pages.timeline import Column, timeline
from search_api.parameters import PageParameters

ASKED = PageParameters(q="lũ")


def _answer(years, months=()):
    facets = tuple(
        (name, tuple(Bucket(value, count) for value, count in buckets))
        for name, buckets in (("year", years), ("month", months))
    )
    return Answer("lũ", "lũ", 1, (), facets, None, ())


def test_years_follow_each_other_without_a_gap():
    columns = timeline(_answer([("2023", 200), ("2020", 50), ("2021", 1)]), ASKED)
    assert [(one.name, one.label, one.count, one.height) for one in columns] == [
        ("năm 2020", "2020", 50, 25),
        ("năm 2021", "2021", 1, 3),  # too few to be seen, and shown all the same
        ("năm 2022", "2022", 0, 0),
        ("năm 2023", "2023", 200, 100),
    ]
    assert columns[3].href == "/?q=l%C5%A9&from=2023-01-01&to=2023-12-31"


def test_one_year_is_shown_by_its_months():
    columns = timeline(_answer([("2024", 5)], [("2024-02", 4), ("2024-11", 1)]), ASKED)
    assert len(columns) == 12
    assert columns[1] == Column("tháng 2/2024", "T2", 4, 100, "/?q=l%C5%A9&from=2024-02-01&to=2024-02-29")
    assert [one.count for one in columns] == [0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]


def test_of_a_long_time_every_fifth_year_is_named_and_the_last_sixty_are_shown():
    columns = timeline(_answer([("1930", 1), ("2024", 9)]), ASKED)
    assert len(columns) == 60
    assert [one.label for one in columns if one.label][-2:] == ["2015", "2020"]


@pytest.mark.parametrize("answer", [_answer([]), Answer("", "", 0, (), (), None, ())])
def test_where_no_time_is_known_nothing_is_drawn(answer):
    assert timeline(answer, ASKED) == ()
