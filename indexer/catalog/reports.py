"""An article's open citations in; what other reports of the same event say of them out.

Two articles report one event when they appeared within two days of each other and name the same people: what one
of them says in full, the other means too.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Select, select

from indexer.catalog.ledger import citation
from indexer.catalog.tables import article, mention

DAYS = 2  # between two reports of one event
PEOPLE = 2  # that both must name; one alone may be anybody's chairman
SURE = 0.9  # confidence of a citation that may speak for another; what was itself lent has less

Named = tuple[str, str]  # type and number: "Chỉ thị", "38"


def lent(connection: Connection, id_: str, wanted: Iterable[Named], *, day: str | None) -> Mapping[Named, str]:
    """The document of each of `wanted`, where all other reports of the event agree on it."""
    names = sorted(set(wanted))
    people = _people(connection, id_) if names and day else frozenset()
    if len(people) < PEOPLE or day is None:
        return {}
    said: dict[Named, set[str]] = defaultdict(set)
    for row in connection.execute(_sure(names, day[:10]).where(article.c.id != id_)):
        if len(people & _people(connection, row.article_id)) >= PEOPLE:
            said[row.type, row.number].add(row.canonical)
    return {name: next(iter(keys)) for name, keys in said.items() if len(keys) == 1}


def helped(connection: Connection) -> tuple[str, ...]:
    """Articles with an open citation that another report of the event, it may be a later one, decides."""
    found = {
        row.article_id
        for row in connection.execute(_open())
        if lent(connection, row.article_id, [(row.type, row.number)], day=row.day)
    }
    return tuple(sorted(found))


def _open() -> Select[Any]:
    """Open citations with a type and a number, of dated articles, for which some sure one stands near in time."""
    sure, other = citation.alias(), article.alias()
    near = (
        select(sure.c.start)
        .join(other, other.c.id == sure.c.article_id)
        .where(
            sure.c.number == citation.c.number,
            sure.c.type == citation.c.type,
            sure.c.decided,
            sure.c.confidence >= SURE,
            sure.c.article_id != citation.c.article_id,
            other.c.published_at.between(_seconds(-DAYS), _seconds(DAYS)),
        )
    )
    return (
        select(citation.c.article_id, citation.c.type, citation.c.number, article.c.day)
        .join(article, article.c.id == citation.c.article_id)
        .where(
            citation.c.decided.is_(False),
            citation.c.number.is_not(None),
            citation.c.type.is_not(None),
            article.c.removed.is_(False),
            near.exists(),
        )
        .distinct()
    )


def _seconds(days: int) -> Any:
    return article.c.published_at + days * 86_400


def _sure(names: list[Named], day: str) -> Select[Any]:
    near = date.fromisoformat(day)
    first, last = (near - timedelta(DAYS)).isoformat(), (near + timedelta(DAYS)).isoformat()
    return (
        select(citation.c.article_id, citation.c.type, citation.c.number, citation.c.canonical)
        .join(article, article.c.id == citation.c.article_id)
        .where(
            citation.c.number.in_([number for _, number in names]),
            citation.c.type.in_([type_ for type_, _ in names]),
            citation.c.decided,
            citation.c.confidence >= SURE,
            article.c.removed.is_(False),
            article.c.day.between(first, last),
        )
    )


def _people(connection: Connection, id_: str) -> frozenset[str]:
    """Full names, folded; a given name alone says too little."""
    named = select(mention.c.folded).where(mention.c.article_id == id_, mention.c.type == "PER")
    return frozenset(name for name in connection.scalars(named) if " " in name)
