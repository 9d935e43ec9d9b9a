"""Reports that are new or have lost a companion in; groups of reports of one event out.

What comes out hangs on the reports alone and not on the order in which they came; only the id of an event is the
one that it was first given.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, update

from indexer.catalog.gatherings import event, report
from indexer.catalog.likeness import likeness
from indexer.catalog.meetings import save
from indexer.catalog.nearby import AT_ONCE, Key, Nearby
from indexer.catalog.reported import Report
from nlp.events.same import SAME


def regroup(connection: Connection) -> tuple[str, ...]:
    """The articles whose events are others now, or are called otherwise: engines must follow them."""
    stale = set(connection.scalars(select(event.c.id).where(event.c.stale)))
    near = Nearby(connection)
    groups = _groups([*near.read(report.c.stale), *_of_events(near, stale)], near)
    changed = save(connection, groups, stale=stale)
    connection.execute(update(report).where(report.c.stale).values(stale=False))
    return tuple(sorted(changed))


def _groups(open_: Iterable[Report], near: Nearby) -> list[tuple[Report, ...]]:
    """Everything that hangs together with the open reports, cut into events."""
    groups: list[tuple[Report, ...]] = []
    done: set[Key] = set()
    waiting = list(open_)
    while waiting:
        for first in waiting:
            if first.key not in done:
                linked = _linked(first, near)
                done.update(linked)
                groups += split([near.known[key] for key in linked])
        waiting = [one for one in _of_events(near, _ids(groups)) if one.key not in done]
    return groups


def _ids(groups: Iterable[Sequence[Report]]) -> set[str]:
    return {one.event_id for group in groups for one in group if one.event_id}


def _of_events(near: Nearby, ids: Iterable[str]) -> list[Report]:
    """The reports that were of these events until now."""
    chosen = sorted(ids)
    found: list[Report] = []
    for start in range(0, len(chosen), AT_ONCE):
        found += near.read(report.c.event_id.in_(chosen[start : start + AT_ONCE]))
    return found


def _linked(first: Report, near: Nearby) -> set[Key]:
    """The reports that likeness ties to this one, straight or through others."""
    found, waiting = {first.key}, [first]
    while waiting:
        one = waiting.pop()
        for other in near.of(one):
            if other.key not in found and likeness(one, other) >= SAME:
                found.add(other.key)
                waiting.append(other)
    return found


def split(linked: Iterable[Report]) -> list[tuple[Report, ...]]:
    """Events of reports that hang together: each joins the event that it is most like on the whole, if any.

    Those that say most come first, so that a chain of vague reports does not tie two events together.
    """
    groups: list[list[Report]] = []
    for one in sorted(linked, key=weight):
        scores = [(_mean(one, group), -at) for at, group in enumerate(groups)]
        best, at = max(scores, default=(0.0, 0))
        if best >= SAME:
            groups[-at].append(one)
        else:
            groups.append([one])
    return [tuple(group) for group in groups]


def weight(one: Report) -> tuple[Any, ...]:
    """The order in which reports are heard: those with a day, of their main event, that say much."""
    told = len(one.words) + len(one.people)
    return one.first is None, not one.event.main, -told, one.first or "", one.article, one.number


def _mean(one: Report, group: Sequence[Report]) -> float:
    """How like the report is to the nearer half of the event's."""
    scores = sorted((likeness(one, other) for other in group), reverse=True)
    nearer = scores[: (len(scores) + 1) // 2]
    return sum(nearer) / len(nearer) if scores[0] >= SAME else 0.0
