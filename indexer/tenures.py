"""Persons, bodies or the name of an office in; who held which office when, and the sentences that say so, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from indexer.catalog.gatherings import organization
from indexer.catalog.rollbook import appearance, office, person
from indexer.catalog.tables import article
from indexer.passages import passages
from indexer.roll import Held
from nlp.offices.key import office_key
from nlp.offices.titled import titled

MOST_SENTENCES = 5  # that say that somebody held an office
MOST_HELD = 200  # offices with their holders, in one answer

Rows = Sequence[Row[Any]]
Days = tuple[str | None, str | None]  # the first and the last


def held_by(connection: Connection, person_id: str) -> tuple[Held, ...]:
    """The offices of a person, those seen first at first."""
    return _held(connection, _grouped(connection, appearance.c.person_id == person_id))


def held_in(connection: Connection, organization_ids: Sequence[str]) -> tuple[Held, ...]:
    """Who held offices in a body, of which all ids are given."""
    return _held(connection, _grouped(connection, office.c.organization_id.in_(organization_ids)))


def holders(
    connection: Connection, *, office: str, first: str | None = None, last: str | None = None
) -> tuple[Held, ...]:
    """Who held the office in that time, as far as the first and the last article that say so reach.

    The office may be written with or without its body, in any spelling.  Who is only called a former holder is
    left out.
    """
    groups = _grouped(connection, is_office(office))
    current = [group for group in groups if not _former(group) and _overlap(_days(group), first, last)]
    return _held(connection, current, first=first, last=last)


def is_office(asked: str, key: ColumnElement[str | None] = office.c.key) -> ColumnElement[bool]:
    """Whether it is this office, or one whose name goes on: "Bí thư Tỉnh uỷ" is that of any province."""
    wanted = office_key(asked)
    return or_(key == wanted, key.startswith(f"{wanted} ", autoescape=True))


def titles(connection: Connection, ids: Sequence[str], *, most: int) -> dict[str, tuple[str, ...]]:
    """The offices of these persons with their bodies, those seen last first."""
    found: dict[str, list[str]] = defaultdict(list)
    groups = _grouped(connection, appearance.c.person_id.in_(ids))
    for group in sorted(groups, key=lambda group: (_days(group)[1] or "", len(group)), reverse=True):
        found[group[0].person_id].append(titled(*_wording(group)))
    return {id_: tuple(islice(dict.fromkeys(mine), most)) for id_, mine in found.items()}


def _grouped(connection: Connection, which: ColumnElement[bool]) -> list[Rows]:
    """What articles say of each office of each person, the earliest at first."""
    mine = (appearance.c.article_id == office.c.article_id) & (appearance.c.name == office.c.name)
    chosen = (
        select(
            office,
            appearance.c.person_id,
            appearance.c.day,
            person.c.name.label("shown"),
            article.c.text_hash,
            func.coalesce(organization.c.same, organization.c.id).label("body"),
        )
        .join(appearance, mine)
        .join(person, person.c.id == appearance.c.person_id)
        .join(article, article.c.id == office.c.article_id)
        .outerjoin(organization, organization.c.id == office.c.organization_id)
        .where(which, article.c.removed.is_(False))
        .order_by(func.coalesce(appearance.c.day, "9999"), office.c.article_id, office.c.place)
    )
    found: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(chosen):
        found[row.person_id, row.key].append(row)
    return list(found.values())


def _held(
    connection: Connection, groups: Iterable[Rows], *, first: str | None = None, last: str | None = None
) -> tuple[Held, ...]:
    """In the order in which the offices were first seen; sentences are those of that time, if there are any."""
    ordered = sorted(groups, key=lambda group: (_days(group)[0] or "9999", group[0].shown, group[0].key))[
        :MOST_HELD
    ]
    chosen = [_telling([row for row in group if _within(row.day, first, last)] or group) for group in ordered]
    found = iter(passages(connection, [row for rows in chosen for row in rows]))
    return tuple(_one(group, tuple(islice(found, len(rows)))) for group, rows in zip(ordered, chosen, strict=True))


def _one(group: Rows, said: tuple[Any, ...]) -> Held:
    title, body = _wording(group)
    first, last = _days(group)
    return Held(
        person=group[0].person_id,
        name=group[0].shown,
        office=title,
        organization=body,
        organization_id=next((row.body for row in reversed(group) if row.body), None),
        former=_former(group),
        acting=all(row.acting for row in group),
        first=first,
        last=last,
        articles=len({row.article_id for row in group}),
        passages=said,
    )


def _telling(group: Rows) -> Rows:
    """The first to say so, and the last; of copies one, and those that call it a former office only for want."""
    own = {row.text_hash: row for row in reversed([row for row in group if not row.former] or group)}
    rows = list(own.values())[::-1]
    return rows if len(rows) <= MOST_SENTENCES else [rows[0], *rows[1 - MOST_SENTENCES :]]


def _wording(group: Rows) -> tuple[str, str | None]:
    """As most articles print office and body; of two as frequent the later."""
    counted = Counter((row.office, row.organization) for row in group)
    latest = {(row.office, row.organization): at for at, row in enumerate(group)}
    return max(counted, key=lambda words: (counted[words], latest[words]))


def _former(group: Rows) -> bool:
    return all(row.former for row in group)


def _days(group: Rows) -> Days:
    """Of the articles that call it the present office; or of all, where none does."""
    days = [row.day for row in group if row.day and not row.former]
    days = days or [row.day for row in group if row.day]
    return min(days, default=None), max(days, default=None)


def _overlap(days: Days, first: str | None, last: str | None) -> bool:
    begins, ends = days
    if begins is None or ends is None:
        return first is None and last is None
    return (last is None or begins <= last) and (first is None or ends >= first)


def _within(day: str | None, first: str | None, last: str | None) -> bool:
    return _overlap((day, day), first, last)
