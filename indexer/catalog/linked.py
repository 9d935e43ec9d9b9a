"""An article's id in; who and what its names mean across all articles, as ids, out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection, func, select

from indexer.catalog.gatherings import named, organization, report
from indexer.catalog.people import person_ids
from nlp.document import AnnotatedDocument, Entity


@dataclass(frozen=True, slots=True)
class Linked:
    """Persons and bodies by their canonical names in the article, events by their place in its list of events."""

    persons: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[int, str] = field(default_factory=dict)


def linked(connection: Connection, article_id: str) -> Linked:
    """Names that are nobody's are left out."""
    body = organization.alias()
    bodies = (
        select(named.c.canonical, body.c.id)
        .join(organization, organization.c.id == named.c.organization_id)
        .join(body, body.c.id == func.coalesce(organization.c.same, organization.c.id))
        .where(named.c.article_id == article_id, body.c.dropped.is_(False))
    )
    events = select(report.c.number, report.c.event_id).where(
        report.c.article_id == article_id, report.c.event_id.is_not(None)
    )
    return Linked(
        persons=person_ids(connection, article_id),
        organizations=dict(connection.execute(bodies).all()),
        events=dict(connection.execute(events).all()),
    )


def identified(document: AnnotatedDocument, links: Linked) -> AnnotatedDocument:
    """The same with the ids of its persons and bodies."""
    return replace(document, entities=tuple(_identified(one, links) for one in document.entities))


def _identified(one: Entity, links: Linked) -> Entity:
    ids = {"PER": links.persons, "ORG": links.organizations}.get(one.type, {})
    return replace(one, id=ids.get(one.canonical))
