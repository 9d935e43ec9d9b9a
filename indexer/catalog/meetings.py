"""Groups of reports in; rows of events, each under an id that lasts, out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from indexer.bodies.key import slug
from indexer.catalog.gatherings import event, report
from indexer.catalog.nearby import AT_ONCE
from indexer.catalog.organizations import folded
from indexer.catalog.reported import Report
from indexer.catalog.together import Facts, facts_of, voices_of

Group = Sequence[Report]


def save(connection: Connection, groups: Sequence[Group], *, stale: set[str]) -> set[str]:
    """The articles whose events are others now, or are called otherwise."""
    known = _known(connection, {one.event_id for group in groups for one in group if one.event_id} | stale)
    chosen = _with_ids(connection, groups, known)
    rows = {id_: _row(id_, group, facts_of(group)) for id_, group in chosen.items()}
    _write(connection, chosen, rows)
    _redirect(connection, chosen, known.keys() - chosen.keys())
    return {
        one.article
        for id_, group in chosen.items()
        for one in group
        if one.event_id != id_ or id_ not in known or known[id_].name != rows[id_]["name"]
    }


def new_id(group: Group, *, number: int = 0) -> str:
    """Kind and day to read, and a hash of the name in the report that is heard first.

    An event may have taken the id of that report with it, to be one that the report is not of: then `number` makes
    another one.
    """
    first = voices_of(group)[0]
    said = f"{folded(first.event.name)}|{first.event.date}|{first.key}|{number}"
    day = first.event.date.partition("/")[0] if first.event.date else None
    parts = (slug(first.event.kind), day, sha256(said.encode()).hexdigest()[:8])
    return "-".join(filter(None, parts))


def _known(connection: Connection, ids: set[str]) -> dict[str, Row[Any]]:
    wanted = sorted(ids)
    found: dict[str, Row[Any]] = {}
    for start in range(0, len(wanted), AT_ONCE):
        some = select(event).where(event.c.id.in_(wanted[start : start + AT_ONCE]))
        found.update((row.id, row) for row in connection.execute(some))
    return found


def _with_ids(connection: Connection, groups: Sequence[Group], known: Mapping[str, Row[Any]]) -> dict[str, Group]:
    """An event keeps the id that most of its reports bear; of two events the one with more of them keeps it."""
    claims = sorted(
        (-most, id_, at)
        for at, group in enumerate(groups)
        for id_, most in Counter(one.event_id for one in group if one.event_id).items()
        if id_ in known
    )
    chosen: dict[str, Group] = {}
    named: set[int] = set()
    for _, id_, at in claims:
        if id_ not in chosen and at not in named:
            chosen[id_] = groups[at]
            named.add(at)
    for at, group in enumerate(groups):
        if at not in named:
            ids = (new_id(group, number=number) for number in count())
            chosen[next(id_ for id_ in ids if id_ not in chosen and not _is_taken(connection, id_, known))] = group
    return chosen


def _is_taken(connection: Connection, id_: str, known: Mapping[str, Row[Any]]) -> bool:
    """Whether it is the id of another event, which is or was."""
    there = select(event.c.id).where(event.c.id == id_)
    return id_ in known or connection.scalar(there) is not None


def _row(id_: str, group: Group, facts: Facts) -> dict[str, Any]:
    day = facts.first or min((one.day for one in group if one.day), default="")
    names = _folded(one.event.name for one in group)
    places = _folded(one.event.place for one in group)
    bodies = _folded((facts.organizer, *(one.event.organizer for one in group)))
    when = (facts.date or day).replace("/", " ")
    return {
        "id": id_,
        "name": facts.name,
        "kind": facts.kind,
        "date": facts.date,
        "first": facts.first,
        "last": facts.last,
        "place": facts.place,
        "online": facts.online,
        "organizer": facts.organizer,
        "organization_id": facts.organization_id,
        "reports": len({one.article for one in group}),
        "sort": day,
        "words": f"| {' | '.join((*names, *places, *bodies))} | {when} |",
        "places": f"| {' | '.join(places)} |",
        "became": None,
        "stale": False,
    }


def _folded(said: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(one) for one in said if one))


def _write(connection: Connection, chosen: Mapping[str, Group], rows: Mapping[str, dict[str, Any]]) -> None:
    ids = list(chosen)
    for start in range(0, len(ids), AT_ONCE):
        connection.execute(delete(event).where(event.c.id.in_(ids[start : start + AT_ONCE])))
    if rows:
        connection.execute(insert(event), list(rows.values()))
    moved = [
        {"article": one.article, "at": one.number, "to": id_}
        for id_, group in chosen.items()
        for one in group
        if one.event_id != id_
    ]
    if moved:
        mine = (report.c.article_id == bindparam("article"), report.c.number == bindparam("at"))
        connection.execute(update(report).where(*mine).values(event_id=bindparam("to")), moved)


def _redirect(connection: Connection, chosen: Mapping[str, Group], empty: Iterable[str]) -> None:
    """An event without reports is now the one that took most of them: whoever kept its address finds it."""
    took: dict[str, Counter[str]] = defaultdict(Counter)
    for new, group in chosen.items():
        for one in group:
            if one.event_id:
                took[one.event_id][new] += 1
    for id_ in sorted(empty):
        became = max(took[id_], key=lambda new: (took[id_][new], new), default=None)
        connection.execute(update(event).where(event.c.id == id_).values(reports=0, stale=False, became=became))
