"""An article's bodies in; rows that say which body each of its names means, out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from crawler.letters import fold
from indexer.bodies.key import Name, name_of, slug
from indexer.bodies.local import meanings
from indexer.bodies.parents import parent_of
from indexer.catalog.gatherings import named, organization
from indexer.catalog.moments import moment
from nlp.document import AnnotatedDocument
from nlp.normalize import standard

AT_ONCE = 500
LONGEST_NAME = 300  # letters; a longer one is a recogniser's slip and would not fit its column


def write(
    connection: Connection, article_id: str, document: AnnotatedDocument, *, day: str | None
) -> dict[str, str]:
    """The id of the body that each canonical name of the article means; names that mean none are left out."""
    names = meanings(document.entities)
    known = _known(connection, {name.key for name in names.values()})
    ids = {key: one.id for key, one in known.items()} | _add(connection, names.values(), known)
    found = {canonical: ids[name.key] for canonical, name in names.items()}
    rows = _rows(article_id, document, found, day=moment(day)[1])
    mine = named.c.article_id == article_id
    before = connection.execute(select(named).where(mine)).all()
    if sorted(tuple(row.values()) for row in rows) == sorted(map(tuple, before)):
        return found
    if before:
        connection.execute(delete(named).where(mine))
    if rows:
        connection.execute(insert(named), rows)
    rested = {one.id for one in known.values() if not one.stale}
    touch(connection, rested | {row.organization_id for row in before})
    return found


def remove(connection: Connection, article_ids: Sequence[str]) -> None:
    """These articles name nobody any more."""
    mine = named.c.article_id.in_(article_ids)
    touch(connection, connection.scalars(select(named.c.organization_id).where(mine).distinct()))
    connection.execute(delete(named).where(mine))


def ids_of(connection: Connection, names: Collection[Name]) -> dict[str, str]:
    """Ids of bodies by the keys of their names; bodies that were never named before get one."""
    known = _known(connection, {name.key for name in names})
    return {key: one.id for key, one in known.items()} | _add(connection, names, known)


def ids_by_key(connection: Connection, keys: Collection[str]) -> dict[str, str]:
    """Of those bodies alone that have one."""
    return {key: one.id for key, one in _known(connection, keys).items()}


def touch(connection: Connection, ids: Iterable[str]) -> None:
    """What is counted of these bodies is to be counted again."""
    for some in _portions(set(ids)):
        rested = organization.c.id.in_(some), organization.c.stale.is_(False)
        connection.execute(update(organization).where(*rested).values(stale=True))


def _known(connection: Connection, keys: Collection[str]) -> dict[str, Row[Any]]:
    chosen: Select[Any] = select(organization.c.key, organization.c.id, organization.c.stale)
    return {
        row.key: row
        for some in _portions(keys)
        for row in connection.execute(chosen.where(organization.c.key.in_(some)))
    }


def _portions(names: Collection[str]) -> Iterator[list[str]]:
    """A database takes so many in one question."""
    ordered = sorted(names)
    for start in range(0, len(ordered), AT_ONCE):
        yield ordered[start : start + AT_ONCE]


def _add(connection: Connection, names: Collection[Name], known: Collection[str]) -> dict[str, str]:
    """Those that are not known as new bodies, with the bodies that they are part of; ids by key."""
    found = {name.key: name for name in names if name.key not in known}
    if not found:
        return {}
    parents = _parents(found)
    there = _known(connection, found)
    fresh = _free_ids(connection, [name for key, name in found.items() if key not in there])
    ids = {key: one.id for key, one in there.items()} | fresh
    rows = [_row(id_, found[key], ids.get(parents.get(key, ""))) for key, id_ in fresh.items()]
    if rows:
        connection.execute(insert(organization), rows)
    return ids


def _parents(found: dict[str, Name]) -> dict[str, str]:
    """The key of the parent of each; parents come into `found`."""
    parents: dict[str, str] = {}
    waiting = list(found.values())
    while waiting:
        name = waiting.pop()
        if whole := parent_of(name.shown):
            parent = name_of(whole)
            parents[name.key] = parent.key
            if parent.key not in found:
                found[parent.key] = parent
                waiting.append(parent)
    return parents


def _row(id_: str, name: Name, parent: str | None) -> dict[str, Any]:
    shown = name.shown[:LONGEST_NAME]
    return {"id": id_, "key": name.key, "name": shown, "folded": folded(shown), "parent": parent}


def folded(name: str) -> str:
    """As names are looked for: accents, case, tone placement and spaces don't count."""
    return " ".join(fold(standard(name)).split())[:LONGEST_NAME]


def _free_ids(connection: Connection, names: Sequence[Name]) -> dict[str, str]:
    """Names that differ in their accents alone, or only after the letters of an id, get a hash behind it."""
    slugs = {name.key: slug(name.shown if name.listed else name.key) for name in names}
    taken = {
        id_
        for some in _portions(set(slugs.values()))
        for id_ in connection.scalars(select(organization.c.id).where(organization.c.id.in_(some)))
    }
    ids: dict[str, str] = {}
    for key, id_ in sorted(slugs.items()):
        ids[key] = f"{id_}-{sha256(key.encode()).hexdigest()[:6]}" if id_ in taken else id_
        taken.add(id_)
    return ids


def _rows(
    article_id: str, document: AnnotatedDocument, found: Mapping[str, str], *, day: str | None
) -> list[dict[str, Any]]:
    means = {canonical[:LONGEST_NAME]: id_ for canonical, id_ in found.items()}
    times = Counter(
        (one.canonical[:LONGEST_NAME], " ".join(one.surface.split())[:LONGEST_NAME])
        for one in document.entities
        if one.type == "ORG" and one.canonical in found
    )
    return [
        {
            "article_id": article_id,
            "canonical": canonical,
            "printed": printed,
            "folded": folded(printed),
            "organization_id": means[canonical],
            "times": count,
            "day": day,
        }
        for (canonical, printed), count in times.items()
    ]
