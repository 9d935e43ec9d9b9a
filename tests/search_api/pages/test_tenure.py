"""Offices that were held become bars on a line of years, as long as articles speak of them."""

import pytest

from indexer.roll import Held, Line, Passage
from search_api.pages.tenure import NARROWEST, WIDTH, tenure

SAYS = "Ông Trần Minh Đức, Phó Chủ tịch Hội Hữu nghị Sông Lam, chủ trì."
NAMES = {"mau": "Báo Mẫu"}


def said(day: str | None, start: int = 19, end: int = 53) -> Passage:
    return Passage(Line("a1", "Gặp gỡ", None, "mau", day, day), SAYS, 40, start, end)


def held(first: str | None, last: str | None, *passages: Passage, organization_id: str | None = None) -> Held:
    return Held(
        person="duc",
        name="Trần Minh Đức",
        office="Phó Chủ tịch",
        organization="Hội Hữu nghị Sông Lam",
        organization_id=organization_id,
        former=False,
        acting=False,
        first=first,
        last=last,
        articles=2,
        passages=passages,
    )


def test_every_year_from_the_first_to_the_last_has_a_column():
    found = tenure([held("2021-07-01", "2022-01-01"), held("2024-12-31", "2024-12-31")], NAMES)
    assert found.years == ("2021", "2022", "2023", "2024")
    assert found.borders == (250, 500, 750)


@pytest.mark.parametrize(
    ("first", "last", "x", "width"),
    [
        ("2021-01-01", "2023-01-01", 0, 500),
        ("2021-07-02", "2021-07-02", 124, NARROWEST),  # one day is still seen
        ("2024-12-31", "2024-12-31", WIDTH - NARROWEST, NARROWEST),  # and does not leave the picture
    ],
)
def test_a_bar_stands_where_its_days_are(first, last, x, width):
    (bar, *_) = tenure([held(first, last), held("2021-01-01", "2024-12-31")], NAMES).bars
    assert (bar.x, bar.width) == (x, width)


def test_the_articles_days_are_marked_in_the_bar():
    one = held("2021-01-01", "2022-12-31", said("2022-01-01"), said("2021-01-01"), said(None), said("2022-12-31"))
    (bar,) = tenure([one], NAMES).bars
    assert bar.ticks == (0, 500, 993)


@pytest.mark.parametrize("found", [[], [held(None, None, said(None))]])
def test_where_no_day_is_known_there_is_no_picture(found):
    made = tenure(found, NAMES)
    assert (made.years, made.borders) == ((), ())
    assert [(bar.x, bar.width, bar.ticks) for bar in made.bars] == [(None, None, ())] * len(found)


def test_an_office_without_a_day_stands_beside_others_without_a_bar():
    _, bar = tenure([held("2021-01-01", "2021-01-02"), held(None, None)], NAMES).bars
    assert (bar.x, bar.width, bar.ticks) == (None, None, ())


def test_a_bar_leads_to_the_person_the_office_the_body_and_the_sentences():
    (bar,) = tenure([held("2021-01-01", "2021-01-02", said("2021-01-01"), organization_id="song-lam")], NAMES).bars
    assert bar.person_href == "/nguoi/duc"
    assert bar.organization_href == "/to-chuc/song-lam"
    assert bar.office_href == (
        "/chuc-vu?chuc-vu=Ph%C3%B3+Ch%E1%BB%A7+t%E1%BB%8Bch+H%E1%BB%99i+H%E1%BB%AFu+ngh%E1%BB%8B+S%C3%B4ng+Lam"
    )
    (sentence,) = bar.sentences
    assert sentence.href == "/articles/a1?at=59-93#cau"
    assert "".join(piece.text for one in sentence.segments for piece in one.pieces) == SAYS
    assert [piece.text for one in sentence.segments for piece in one.pieces if piece.marked] == [
        "Phó Chủ tịch Hội Hữu nghị Sông Lam"
    ]
