"""Articles in, what their persons, bodies and events are called across all articles out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, func, select

from indexer.catalog.gatherings import event, named, organization, report
from indexer.catalog.rollbook import appearance, person


@dataclass(frozen=True, slots=True)
class Called:
    """By the canonical names of one article; who or what is nobody's is not there.  Events are in its order."""

    persons: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()


NONE = Called()


def called(connection: Connection, article_ids: Sequence[str]) -> dict[str, Called]:
    """By article; those of which nothing is known are left out."""
    persons = _pairs(connection, _persons(article_ids))
    bodies = _pairs(connection, _organizations(article_ids))
    events = _pairs(connection, _events(article_ids))
    return {
        id_: Called(
            dict(persons.get(id_, ())),
            dict(bodies.get(id_, ())),
            tuple(dict.fromkeys(name for _, name in sorted(events.get(id_, ())))),
        )
        for id_ in article_ids
        if id_ in persons or id_ in bodies or id_ in events
    }


def _persons(ids: Sequence[str]) -> Select[Any]:
    return (
        select(appearance.c.article_id, appearance.c.name, person.c.name)
        .join(person, person.c.id == appearance.c.person_id)
        .where(appearance.c.article_id.in_(ids))
    )


def _organizations(ids: Sequence[str]) -> Select[Any]:
    body = organization.alias()
    return (
        select(named.c.article_id, named.c.canonical, body.c.name)
        .join(organization, organization.c.id == named.c.organization_id)
        .join(body, body.c.id == func.coalesce(organization.c.same, organization.c.id))
        .where(named.c.article_id.in_(ids), body.c.dropped.is_(False))
    )


def _events(ids: Sequence[str]) -> Select[Any]:
    return (
        select(report.c.article_id, report.c.number, event.c.name)
        .join(event, event.c.id == report.c.event_id)
        .where(report.c.article_id.in_(ids))
    )


def _pairs(connection: Connection, chosen: Select[Any]) -> dict[str, list[tuple[Any, str]]]:
    found: dict[str, list[tuple[Any, str]]] = defaultdict(list)
    for article_id, name, shown in connection.execute(chosen):
        found[article_id].append((name, shown))
    return found
