"""What is asked of events in, what all their reports together say of them out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from indexer import organizations, people
from indexer.catalog.gatherings import event, participation, report
from indexer.catalog.ledger import citation
from indexer.catalog.nearby import Nearby
from indexer.catalog.organizations import folded
from indexer.catalog.reported import Report
from indexer.catalog.rollbook import appearance
from indexer.catalog.together import facts_of, voices_of
from indexer.lines import lines_of
from indexer.organizations import to_event
from indexer.present import participants
from indexer.roll import Event, EventDossier, Names
from indexer.sayings import said_in

MOST = 200  # reports that a dossier lists
FOUND = 50  # events that words may mean


def find(connection: Connection, asked: str) -> tuple[Event, ...]:
    """The event of this id, or those with all these words in their names; a year is that of the event.

    Accents don't count.  Those that most articles report come first.
    """
    if (row := _by_id(connection, asked.strip())) is not None:
        return (to_event(row),)
    chosen = select(event).where(*_worded(asked), event.c.reports > 0)
    rows = connection.execute(
        chosen.order_by(event.c.reports.desc(), event.c.sort.desc(), event.c.id).limit(FOUND)
    )
    return tuple(map(to_event, rows)) if asked.strip() else ()


def events(
    connection: Connection,
    *,
    words: str = "",
    kind: str = "",
    person: str = "",
    organization: str = "",
    place: str = "",
    first: str | None = None,
    last: str | None = None,
    limit: int = 20,
    after: int = 0,
) -> tuple[int, tuple[Event, ...]]:
    """How many there are, and those after the first `after`; the newest first.

    `person` and `organization` (who organises it) are names or ids; `first` and `last` bound the event's days.
    """
    which = [event.c.reports > 0, *_worded(words)]
    if kind:
        which.append(event.c.kind == kind)
    if person:
        which.append(event.c.id.in_(_attended(connection, person)))
    if organization:
        bodies = [
            id_ for one in organizations.find(connection, organization) for id_ in _family(connection, one.id)
        ]
        which.append(event.c.organization_id.in_(bodies))
    if place:
        which += [event.c.places.contains(f" {word}", autoescape=True) for word in folded(place).split()]
    if first:
        which.append(event.c.last >= first)
    if last:
        which.append(event.c.first <= last)
    total = connection.scalar(select(func.count()).select_from(event).where(*which)) or 0
    chosen = select(event).where(*which).order_by(event.c.sort.desc(), event.c.id).limit(limit).offset(after)
    return total, tuple(map(to_event, connection.execute(chosen)))


def dossier(connection: Connection, id_: str) -> EventDossier | None:
    """Everything that the reports of the event say; None where there is no such event."""
    row = _by_id(connection, id_)
    if row is None:
        return None
    reports = Nearby(connection).read(report.c.event_id == row.id)
    if not reports:  # the last of them is gone, and events are not grouped anew yet
        return None
    facts = facts_of(reports)
    present = participants(connection, row.id)
    return EventDossier(
        event=to_event(row),
        names=_names(reports),
        ordinal=facts.ordinal,
        period=facts.period,
        attendance=facts.attendance,
        chairs=present.chairs,
        speakers=present.speakers,
        attendees=present.attendees,
        documents=_documents(connection, row.id),
        said=said_in(connection, _telling(reports)),
        reports=lines_of(connection, _articles(row.id), limit=MOST),
        conflicts=facts.conflicts,
    )


def _by_id(connection: Connection, id_: str) -> Row[Any] | None:
    """The event of this id, or the one that it is taken for now."""
    seen: set[str] = set()
    while id_ not in seen:
        seen.add(id_)
        row = connection.execute(select(event).where(event.c.id == id_)).first()
        if row is None or row.reports:
            return row
        id_ = row.became or id_
    return None


def _worded(words: str) -> list[ColumnElement[bool]]:
    return [event.c.words.contains(f" {word}", autoescape=True) for word in folded(words).split()]


def _attended(connection: Connection, asked: str) -> Any:
    """Ids of the events in which the person of this id or name took part."""
    ids = [one.id for one in people.find(connection, asked)]
    joined = participation.join(
        report,
        (report.c.article_id == participation.c.article_id) & (report.c.number == participation.c.number),
    ).join(
        appearance,
        (appearance.c.article_id == participation.c.article_id) & (appearance.c.name == participation.c.name),
    )
    return select(report.c.event_id).select_from(joined).where(appearance.c.person_id.in_(ids))


def _family(connection: Connection, id_: str) -> tuple[str, ...]:
    return organizations.family_of(connection, id_)


def _articles(id_: str) -> Any:
    return select(report.c.article_id).where(report.c.event_id == id_)


def _telling(reports: Sequence[Report]) -> list[str]:
    """The articles whose quotations are of the event: its main reports, one for each text."""
    return [one.article for one in voices_of(reports) if one.event.main]


def _names(reports: Sequence[Report]) -> Names:
    """Articles by the name that they print; ways to write it that differ in accents and case alone are one."""
    shown: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for one in (*voices_of(reports), *reports):
        shown.setdefault(folded(one.event.name), one.event.name)
    counted.update(shown[folded(one.event.name)] for one in reports)
    return tuple(counted.most_common())


def _documents(connection: Connection, id_: str) -> tuple[tuple[str, int], ...]:
    """Keys of documents with the number of reports that cite them, the most cited first."""
    articles = func.count(citation.c.article_id.distinct())
    cited = (
        select(citation.c.canonical, articles)
        .where(citation.c.article_id.in_(_articles(id_)), citation.c.decided)
        .group_by(citation.c.canonical)
        .order_by(articles.desc(), citation.c.canonical)
    )
    return tuple((key, count) for key, count in connection.execute(cited))
