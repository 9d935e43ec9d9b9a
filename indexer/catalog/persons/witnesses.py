"""Names in, all their appearances with what tells whose they are out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crawler.letters import fold
from indexer.catalog.gatherings import named
from indexer.catalog.names import is_full
from indexer.catalog.persons.seen import Anchor, Seen
from indexer.catalog.persons.telling import is_named, rank_of, tells
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import appearance, office
from indexer.catalog.tables import article
from nlp.normalize import standard

SHARE, LEAST = 0.003, 30  # a name in more than these articles of all is everywhere, and tells nothing


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Persons and bodies that so many articles name that two of them need have nothing to do with each other."""

    persons: frozenset[str]
    bodies: frozenset[str]


def everywhere(connection: Connection) -> Everywhere:
    total = connection.scalar(select(func.count()).select_from(article)) or 0
    many = max(LEAST, round(total * SHARE))
    persons = select(appearance.c.key).group_by(appearance.c.key).having(func.count() > many)
    bodies = select(named.c.organization_id).group_by(named.c.organization_id)
    often = bodies.having(func.count(named.c.article_id.distinct()) > many)
    return Everywhere(frozenset(connection.scalars(persons)), frozenset(connection.scalars(often)))


def witnesses(connection: Connection, keys: Collection[str], *, but: Everywhere) -> dict[str, list[Seen]]:
    """By name; of articles that are there."""
    rows = [row for some in portions(keys) for row in _appearances(connection, some)]
    ids = sorted({row.article_id for row in _repeated(rows)})  # who appears once is compared with nobody
    held = _offices(connection, sorted({row.article_id for row in rows}))
    company, around = _company(connection, ids, but), _around(connection, ids, but)
    found: dict[str, list[Seen]] = defaultdict(list)
    for (id_, key), same in _by_anchor(rows).items():  # more than one where an article has two spellings
        names = {row.name for row in same}
        mine = [one for one in held.get(id_, ()) if one.name in names and one.key]
        told = [one for one in mine if tells(one.office, one.organization)]
        seen = Seen(
            article=id_,
            key=key,
            text=same[0].text_hash,
            day=same[0].day,
            offices=frozenset(one.key for one in told),
            former=frozenset(one.key for one in told if one.former),
            bodies=frozenset(filter(None, map(_body, told))),
            ranks=frozenset(rank for one in mine if (rank := rank_of(one.key))),
            company=frozenset(company.get(id_, ())) - {key},
            around=frozenset(around.get(id_, ())),
        )
        found[key].append(seen)
    return found


def _by_anchor(rows: Iterable[Row[Any]]) -> dict[Anchor, list[Row[Any]]]:
    found: dict[Anchor, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.article_id, row.key].append(row)
    return found


def _body(held: Row[Any]) -> str | None:
    """None for a body whose name does not tell which it is: "Tỉnh uỷ"."""
    if not held.organization or not is_named(held.organization):
        return None
    return str(held.organization_id or fold(standard(held.organization)))


def _appearances(connection: Connection, keys: Sequence[str]) -> Sequence[Row[Any]]:
    chosen = (
        select(appearance, article.c.text_hash)
        .join(article, article.c.id == appearance.c.article_id)
        .where(appearance.c.key.in_(keys), article.c.removed.is_(False))
    )
    return connection.execute(chosen).all()


def _repeated(rows: Iterable[Row[Any]]) -> Iterator[Row[Any]]:
    by_key: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        by_key[row.key].append(row)
    return (row for same in by_key.values() if len(same) > 1 for row in same)


def _offices(connection: Connection, ids: Sequence[str]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for some in portions(ids):
        for row in connection.execute(select(office).where(office.c.article_id.in_(some))):
            found[row.article_id].append(row)
    return found


def _company(connection: Connection, ids: Sequence[str], but: Everywhere) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for some in portions(ids):
        chosen = select(appearance.c.article_id, appearance.c.key).where(appearance.c.article_id.in_(some))
        for id_, key in connection.execute(chosen):
            if key not in but.persons and is_full(key):
                found[id_].append(key)
    return found


def _around(connection: Connection, ids: Sequence[str], but: Everywhere) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for some in portions(ids):
        chosen = select(named.c.article_id, named.c.organization_id).where(named.c.article_id.in_(some))
        for id_, body in connection.execute(chosen):
            if body not in but.bodies:
                found[id_].append(body)
    return found
