"""Offices that were held in; a picture of them through the years, with the sentences behind it, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from indexer.roll import Held
from nlp.offices.titled import titled
from search_api.pages.links import office_page, organization_page, person_page
from search_api.pages.results import Names
from search_api.pages.sayings import Sentence, sentence
from search_api.pages.timeline import year_label

WIDTH = 1_000  # of the picture, in its own units
NARROWEST = 8  # units: at 300 pixels, what one single article says is still seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One office of one person; `x` and `width` are None where no day is known, `ticks` are the articles' days."""

    held: Held
    person_href: str
    office_href: str
    organization_href: str | None
    x: int | None
    width: int | None
    ticks: tuple[int, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Tenure:
    """`years` are the labels of the columns, all of one width; `borders` are where a year begins."""

    years: tuple[str, ...]
    borders: tuple[int, ...]
    bars: tuple[Bar, ...]


def tenure(found: Sequence[Held], names: Names) -> Tenure:
    """The bars in the order of `found`."""
    days = [day for one in found for day in (one.first, one.last) if day]
    if not days:
        return Tenure((), (), tuple(_bar(one, None, names) for one in found))
    first, last = int(min(days)[:4]), int(max(days)[:4])
    count = last - first + 1
    scale = _Scale(first, count)
    return Tenure(
        years=tuple(year_label(year, of=count) for year in range(first, last + 1)),
        borders=tuple(round(WIDTH * at / count) for at in range(1, count)),
        bars=tuple(_bar(one, scale, names) for one in found),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a day to its place in the picture; every year is of one width."""

    first: int  # year
    years: int

    def at(self, day: str) -> int:
        there = date.fromisoformat(day)
        passed = there.year - self.first + (there.timetuple().tm_yday - 1) / 366
        return round(WIDTH * passed / self.years)


def _bar(held: Held, scale: _Scale | None, names: Names) -> Bar:
    x, width, ticks = _extent(held, scale) if scale else (None, None, ())
    return Bar(
        held=held,
        person_href=person_page(held.person),
        office_href=office_page(titled(held.office, held.organization)),
        organization_href=organization_page(held.organization_id) if held.organization_id else None,
        x=x,
        width=width,
        ticks=ticks,
        sentences=tuple(sentence(one, names) for one in held.passages),
    )


def _extent(held: Held, scale: _Scale) -> tuple[int | None, int | None, tuple[int, ...]]:
    if not held.first or not held.last:
        return None, None, ()
    begin, end = scale.at(held.first), scale.at(held.last)
    width = max(end - begin, NARROWEST)
    x = min(begin, WIDTH - width)
    return x, width, tuple(sorted(_places(held, scale, x + width)))


def _places(held: Held, scale: _Scale, end: int) -> Iterable[int]:
    """Where in the bar the articles stand that are shown."""
    return {min(scale.at(one.line.day), end - NARROWEST // 2) for one in held.passages if one.line.day}
