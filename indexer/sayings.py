"""Persons, bodies, articles or the name of an office in; what was said, with the sentence, out."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from indexer.catalog.gatherings import organization
from indexer.catalog.rollbook import appearance, office, person, quote
from indexer.catalog.tables import article
from indexer.passages import passages
from indexer.roll import Passage, Said
from indexer.tenures import is_office

MOST = 100  # sayings in one answer

_SPEAKER = func.coalesce(quote.c.holder, appearance.c.person_id)
_BODY = func.coalesce(organization.c.same, organization.c.id)
_NEWEST = (func.coalesce(quote.c.day, "").desc(), quote.c.article_id, quote.c.place)


def said_of(connection: Connection, person_id: str, *, limit: int = MOST) -> tuple[Said, ...]:
    """What a person said, the newest first; also where only the office that the person held that day is named."""
    mine = or_(quote.c.holder == person_id, appearance.c.person_id == person_id)
    return _said(connection, _chosen().where(mine).order_by(*_NEWEST), limit)


def said_by(connection: Connection, organization_ids: Sequence[str], *, limit: int = MOST) -> tuple[Said, ...]:
    """What a body said, of which all ids are given; the newest first."""
    mine = quote.c.organization_id.in_(organization_ids)
    return _said(connection, _chosen().where(mine).order_by(*_NEWEST), limit)


def said_in(connection: Connection, article_ids: Sequence[str], *, limit: int = MOST) -> tuple[Said, ...]:
    """What these articles quote, article by article in the order of the text."""
    chosen = _chosen().where(quote.c.article_id.in_(article_ids))
    return _said(connection, chosen.order_by(quote.c.article_id, quote.c.place), limit)


def said_as(
    connection: Connection, *, office: str, first: str | None, last: str | None, limit: int
) -> list[tuple[str, Said]]:
    """What the holders of the office said in that time, with the days, in their order.

    In articles that say there that the speaker holds it; or that name the office alone.
    """
    chosen = _chosen().where(or_(is_office(office, quote.c.key), _held_there(office)))
    if first:
        chosen = chosen.where(quote.c.day >= first)
    if last:
        chosen = chosen.where(quote.c.day <= last)
    day = func.coalesce(quote.c.day, "9999")
    rows = connection.execute(chosen.order_by(day, quote.c.article_id, quote.c.place).limit(limit)).all()
    found = map(_one, rows, passages(connection, rows))
    return [(row.day or "9999", said) for row, said in zip(rows, found, strict=True)]


def _held_there(asked: str) -> ColumnElement[bool]:
    mine = (
        office.c.article_id == quote.c.article_id,
        office.c.name == quote.c.speaker,
        office.c.former.is_(False),
        is_office(asked),
    )
    return select(office.c.place).where(*mine).exists()


def _chosen() -> Select[Any]:
    spoken = and_(appearance.c.article_id == quote.c.article_id, appearance.c.name == quote.c.speaker)
    return (
        select(quote, _SPEAKER.label("person_id"), person.c.name.label("shown"), _BODY.label("body"))
        .join(article, article.c.id == quote.c.article_id)
        .outerjoin(appearance, spoken)
        .outerjoin(person, person.c.id == _SPEAKER)
        .outerjoin(organization, organization.c.id == quote.c.organization_id)
        .where(article.c.removed.is_(False))
    )


def _said(connection: Connection, chosen: Select[Any], limit: int) -> tuple[Said, ...]:
    rows = connection.execute(chosen.limit(limit)).all()
    return tuple(map(_one, rows, passages(connection, rows)))


def _one(row: Row[Any], passage: Passage) -> Said:
    return Said(
        person=row.person_id,
        speaker=row.shown or row.speaker,
        office=row.office,
        organization=row.body,
        words=passage.text[passage.start : passage.end],
        direct=row.direct,
        resolved=row.holder is not None,
        passage=passage,
    )
