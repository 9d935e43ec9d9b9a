"""Wordings whose copies changed in; the groups of articles that print them, the original first, out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, select, update

from crawler.pages import page
from indexer.catalog.content import unpack_article
from indexer.catalog.notices import host
from indexer.catalog.portions import portions
from indexer.catalog.printings import overlap, printing, wording
from indexer.catalog.tables import article
from indexer.copies.groups import groups
from indexer.copies.original import Printing, latest, ordered
from indexer.copies.original import printing as told
from indexer.copies.shingles import shingles, words

Links = Mapping[int, Mapping[int, float]]  # containment by wording and wording
_SET = (
    update(printing)
    .where(printing.c.article_id == bindparam("id"))
    .values(original=bindparam("first"), place=bindparam("at"), containment=bindparam("share"))
)


def regroup(connection: Connection) -> None:
    """Tell the groups of the stale wordings, and of all that hangs together with them, anew."""
    stale = set(connection.scalars(select(wording.c.id).where(wording.c.stale)))
    links = _links(connection, stale)
    concerned = stale | links.keys()
    _part(connection, concerned)
    for members in _groups(connection, concerned, links):
        _write(connection, members, links)
    for ids in portions(stale):
        connection.execute(update(wording).where(wording.c.id.in_(ids)).values(stale=False))


def _links(connection: Connection, stale: Iterable[int]) -> Links:
    """Everything that overlap ties to the stale wordings, straight or through others."""
    found: dict[int, dict[int, float]] = {}
    waiting = set(stale)
    while waiting:
        reached: dict[int, dict[int, float]] = defaultdict(dict)
        for ids in portions(waiting):
            mine = select(overlap).where(overlap.c.wording_id.in_(ids))
            for row in connection.execute(mine):
                reached[row.wording_id][row.other_id] = row.containment
        found |= reached
        waiting = {other for others in reached.values() for other in others} - found.keys()
    return found


def _part(connection: Connection, ids: Collection[int]) -> None:
    """Whatever was a group is none until it is written again."""
    for some in portions(ids):
        mine = update(printing).where(printing.c.wording_id.in_(some), printing.c.original.is_not(None))
        connection.execute(mine.values(original=None, place=0, containment=None))


def _groups(connection: Connection, concerned: Collection[int], links: Links) -> list[tuple[Row[Any], ...]]:
    """The articles of each group of two or more."""
    rows = _printed(connection, concerned, links)
    keys = {id_: ones[0].key for id_, ones in rows.items()}
    linked = {keys[id_]: {keys[other] for other in links.get(id_, ()) if other in keys} for id_ in rows}
    made = groups(linked, {keys[id_]: ones[0].size for id_, ones in rows.items()})
    ids = {of: id_ for id_, of in keys.items()}
    articles = [tuple(row for of in group for row in rows[ids[of]]) for group in made]
    return [members for members in articles if len(members) > 1]


def _printed(connection: Connection, concerned: Collection[int], links: Links) -> Mapping[int, Sequence[Row[Any]]]:
    """By wording, the articles that print it; only of those that can be in a group."""
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    columns = (printing.c.article_id, printing.c.wording_id, wording.c.key, wording.c.size)
    facts = (*columns, *(article.c[name] for name in ("source", "canonical_url", "published_at", "precision")))
    for ids in portions(set(links) | _repeated(connection, concerned)):
        mine: Select[Any] = (
            select(*facts, article.c.content, page.c.first_seen_at)
            .join(wording, wording.c.id == printing.c.wording_id)
            .join(article, article.c.id == printing.c.article_id)
            .join(page, page.c.id == article.c.page_id)
            .where(printing.c.wording_id.in_(ids))
        )
        for row in connection.execute(mine):
            found[row.wording_id].append(row)
    return found


def _repeated(connection: Connection, ids: Collection[int]) -> set[int]:
    """The wordings that more than one article prints."""
    found: set[int] = set()
    for some in portions(ids):
        mine = select(printing.c.wording_id).where(printing.c.wording_id.in_(some))
        found.update(connection.scalars(mine.group_by(printing.c.wording_id).having(func.count() > 1)))
    return found


def _write(connection: Connection, members: Sequence[Row[Any]], links: Links) -> None:
    rows = {row.article_id: row for row in members}
    first, *others = (rows[one.id] for one in ordered(map(_told, members)))
    values = [{"id": first.article_id, "first": first.article_id, "at": 0, "share": 1.0}]
    for place, row in enumerate(others, start=1):
        share = _share(first, row, links)
        values.append({"id": row.article_id, "first": first.article_id, "at": place, "share": share})
    connection.execute(_SET, values)


def _told(row: Row[Any]) -> Printing:
    seen = row.first_seen_at
    return told(
        row.article_id,
        unpack_article(row.content),
        wording=row.key,
        source=row.source,
        at=latest(row.published_at, precision=row.precision, seen=seen),
        seen=seen,
        host=host(row.canonical_url),
    )


def _share(first: Row[Any], row: Row[Any], links: Links) -> float:
    """Of two that are copies only through the middle of their group it may be less than makes a copy."""
    if first.wording_id == row.wording_id:
        return 1.0
    known = links.get(first.wording_id, {}).get(row.wording_id)
    return known if known is not None else _measured(first, row)


def _measured(one: Row[Any], other: Row[Any]) -> float:
    first, second = (set(shingles(words(unpack_article(row.content).text))) for row in (one, other))
    return len(first & second) / max(1, min(len(first), len(second)))
