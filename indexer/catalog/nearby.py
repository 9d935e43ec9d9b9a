"""A report of an event in, others out that may be of the same: near in time, with marks in common."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from indexer.catalog.events import to_event
from indexer.catalog.gatherings import organization, participation, report
from indexer.catalog.likeness import SESSION_DAYS
from indexer.catalog.names import is_full, key_of
from indexer.catalog.reported import Report
from indexer.catalog.tables import article

STORY_DAYS = 3  # between two articles of which one does not say the day of the event
AT_ONCE = 300

_SHOWN = organization.alias()  # what an organiser is in truth

Key = tuple[str, int]


class Nearby:
    """Reports by day, read when they are first asked for; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.known: dict[Key, Report] = {}
        self._asked: dict[tuple[Any, ...], dict[str, list[Key]]] = {}

    def of(self, one: Report) -> Iterator[Report]:
        """Each once, in no order, with two marks in common; one is enough where a name has no more to tell."""
        common: dict[Key, set[str]] = defaultdict(set)
        for found in self._round(one):
            for mark in one.marks:
                for key in found.get(mark, ()):
                    common[key].add(mark)
        for key, marks in common.items():
            other = self.known[key]
            if key != one.key and len(marks) >= min(2, len(one.telling) or 1, len(other.telling) or 1):
                yield other

    def read(self, *which: ColumnElement[bool]) -> list[Report]:
        """The reports that are chosen so, of articles that are there."""
        body = report.outerjoin(organization, organization.c.id == report.c.organization_id).outerjoin(
            _SHOWN, _SHOWN.c.id == func.coalesce(organization.c.same, organization.c.id)
        )
        chosen = (
            select(report, article.c.text_hash, _SHOWN.c.id.label("body"), _SHOWN.c.name.label("body_name"))
            .select_from(body.join(article, article.c.id == report.c.article_id))
            .where(article.c.removed.is_(False), *which)
            .order_by(report.c.article_id, report.c.number)
        )
        rows = self.connection.execute(chosen).all()
        new = [row for row in rows if (row.article_id, row.number) not in self.known]
        people = self._people({row.article_id for row in new})
        for row in new:
            self.known[row.article_id, row.number] = _report(row, people[row.article_id, row.number])
        return [self.known[row.article_id, row.number] for row in rows]

    def _round(self, one: Report) -> Iterator[dict[str, list[Key]]]:
        """All reports near in time, by their marks."""
        if one.first and one.last:
            for day in _days(one.first, one.last, margin=1):
                yield self._marks("day", day)
            for day in _days(one.first, one.last, margin=STORY_DAYS):
                yield self._marks("undated", day)
        elif one.day:
            for day in _days(one.day, one.day, margin=STORY_DAYS):
                yield self._marks("undated", day)
                yield self._marks("day", day)
        else:
            yield self._marks("name", one.event.name)
        if one.ordinal and one.about_when:
            yield self._marks("session", one.ordinal, one.about_when)

    def _marks(self, *asked: Any) -> dict[str, list[Key]]:
        if asked not in self._asked:
            found: dict[str, list[Key]] = defaultdict(list)
            for one in self.read(*_which(*asked)):
                for mark in one.marks:
                    found[mark].append(one.key)
            self._asked[asked] = found
        return self._asked[asked]

    def _people(self, articles: Iterable[str]) -> dict[Key, frozenset[str]]:
        found: dict[Key, set[str]] = defaultdict(set)
        ids = sorted(articles)
        for start in range(0, len(ids), AT_ONCE):
            mine = participation.c.article_id.in_(ids[start : start + AT_ONCE])
            for row in self.connection.execute(select(participation).where(mine)):
                if is_full(key := key_of(row.name)):
                    found[row.article_id, row.number].add(key)
        return defaultdict(frozenset, {key: frozenset(names) for key, names in found.items()})


def _which(kind: str, *values: Any) -> Sequence[ColumnElement[bool]]:
    if kind == "day":
        return report.c.first <= values[0], report.c.last >= values[0]
    if kind == "undated":
        return report.c.first.is_(None), report.c.day == values[0]
    if kind == "session":
        number, day = values
        near = (_shifted(day, -SESSION_DAYS), _shifted(day, SESSION_DAYS))
        return report.c.ordinal == number, func.coalesce(report.c.first, report.c.day).between(*near)
    return report.c.first.is_(None), report.c.day.is_(None), report.c.name == values[0]


def _report(row: Row[Any], people: frozenset[str]) -> Report:
    return Report(
        article=row.article_id,
        number=row.number,
        event=to_event(row.content),
        event_id=row.event_id,
        text=row.text_hash,
        first=row.first,
        last=row.last,
        day=row.day,
        ordinal=row.ordinal,
        body=row.body,
        body_name=row.body_name,
        people=people,
    )


def _days(first: str, last: str, *, margin: int) -> Iterator[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    for number in range(-margin, (end - start).days + margin + 1):
        yield (start + timedelta(number)).isoformat()


def _shifted(day: date, days: int) -> str:
    return (day + timedelta(days)).isoformat()
