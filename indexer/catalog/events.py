"""An article's events in, rows of its reports out: what it says of each, and who took part."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from indexer.bodies.key import name_of
from indexer.catalog.gatherings import event, named, participation, report
from indexer.catalog.moments import moment
from indexer.catalog.organizations import LONGEST_NAME, folded
from nlp.directives.ordinal import ordinal
from nlp.document import AnnotatedDocument, Event
from nlp.events.day import span
from nlp.offices.titled import titled

ROLES = (("chair", "chairs"), ("speaker", "speakers"), ("attendee", "attendees"))
_SEATS = ("uy vien ", "dai bieu ", "thanh vien ")
LONGEST_SPAN = 62  # days; a longer time says when as little as none


def write(connection: Connection, article_id: str, document: AnnotatedDocument, *, day: str | None) -> None:
    """Put the article's events in the place of those before; which events they are is for `grouping` to say.

    The article's bodies must be written already.
    """
    before = _before(connection, article_id)
    if before:
        remove(connection, [article_id])
    if not document.events:
        return
    bodies = _bodies(connection, article_id, document.events)
    rows = [
        _row(article_id, number, one, day=day, organization=bodies.get((one.organizer or "")[:LONGEST_NAME]))
        for number, one in enumerate(document.events)
    ]
    for row in rows:
        row["event_id"] = _known_as(row, before)
    connection.execute(insert(report), rows)
    if present := list(_present(article_id, document)):
        connection.execute(insert(participation), present)


def remove(connection: Connection, article_ids: Sequence[str]) -> None:
    """These articles report nothing any more."""
    mine = select(report.c.event_id).where(report.c.article_id.in_(article_ids), report.c.event_id.is_not(None))
    connection.execute(update(event).where(event.c.id.in_(mine)).values(stale=True))
    for table in (participation, report):
        connection.execute(delete(table).where(table.c.article_id.in_(article_ids)))


def read(connection: Connection, article_ids: Sequence[str]) -> dict[str, tuple[Event, ...]]:
    """What each article says of events, in its order; articles that report none are left out."""
    found: dict[str, list[Event]] = {}
    mine = select(report.c.article_id, report.c.content).where(report.c.article_id.in_(article_ids))
    for row in connection.execute(mine.order_by(report.c.article_id, report.c.number)):
        found.setdefault(row.article_id, []).append(to_event(row.content))
    return {id_: tuple(events) for id_, events in found.items()}


def to_event(content: str) -> Event:
    fields: dict[str, Any] = json.loads(content)
    for names in ("chairs", "speakers", "attendees"):
        fields[names] = tuple(fields[names])
    return Event(**fields)


def _before(connection: Connection, article_id: str) -> Sequence[Row[Any]]:
    return connection.execute(select(report).where(report.c.article_id == article_id)).all()


def _known_as(row: Mapping[str, Any], before: Iterable[Row[Any]]) -> str | None:
    """The event that the article's report of this name or day was taken for: its id is to stay."""
    for old in before:
        if old.event_id and (old.folded == row["folded"] or (old.kind, old.first) == (row["kind"], row["first"])):
            known: str = old.event_id
            return known
    return None


def _bodies(connection: Connection, article_id: str, events: Iterable[Event]) -> dict[str, str]:
    """Ids of organisers by their names in the article."""
    names = {one.organizer[:LONGEST_NAME] for one in events if one.organizer}
    if not names:
        return {}
    mine = named.c.article_id == article_id, named.c.canonical.in_(names)
    return dict(connection.execute(select(named.c.canonical, named.c.organization_id).where(*mine)).all())


def _row(article_id: str, number: int, one: Event, *, day: str | None, organization: str | None) -> dict[str, Any]:
    days = span(one.date)
    if days and (days[1] - days[0]).days not in range(LONGEST_SPAN):
        days = None
    return {
        "article_id": article_id,
        "number": number,
        "stale": True,
        "name": one.name,
        "folded": folded(one.name),
        "kind": one.kind,
        "first": days[0].isoformat() if days else None,
        "last": days[1].isoformat() if days else None,
        "ordinal": ordinal(one.ordinal) if one.ordinal else None,
        "day": moment(day)[1],
        "place": one.place,
        "online": one.online,
        "organizer": one.organizer,
        "organization_id": organization,
        "main": one.main,
        "content": json.dumps(asdict(one), ensure_ascii=False),
    }


def _present(article_id: str, document: AnnotatedDocument) -> Iterator[dict[str, Any]]:
    offices = _offices(document)
    for number, one in enumerate(document.events):
        for role, names in ROLES:
            for place, name in enumerate(dict.fromkeys(getattr(one, names))):
                yield {
                    "article_id": article_id,
                    "number": number,
                    "role": role,
                    "place": place,
                    "name": name[:LONGEST_NAME],
                    "office": offices.get(name),
                }


def _offices(document: AnnotatedDocument) -> dict[str, str]:
    """The office by which each person is best known there, with its body: no former one, and no mere seat."""
    found: dict[str, str] = {}
    for one in sorted(document.offices, key=lambda one: (one.former, _is_seat(one.office), one.start)):
        body = name_of(one.organization).shown if one.organization else None
        found.setdefault(one.person, titled(one.office, body))
    return found


def _is_seat(office: str) -> bool:
    return f"{folded(office)} ".startswith(_SEATS)
