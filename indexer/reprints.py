"""An article in; all that are copies of it, the original first, and what each differs in, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select

from indexer.catalog.content import unpack_article
from indexer.catalog.printings import printing, wording
from indexer.catalog.tables import article
from indexer.differences import Part, differences, parts_of

Relation = Literal["original", "same", "shorter", "longer", "changed"]
MOST = 100  # articles of a group that are listed: enough to look through
WHOLE = 0.97  # of the shorter text, from which what differs is only how much of the text is printed


@dataclass(frozen=True, slots=True)
class Reprint:
    """One article of a group; `relation` says what it is beside the original, and `containment` how much of the
    shorter of the two stands in the longer one.
    """

    id: str
    title: str | None
    source: str
    url: str | None
    published: str | None
    relation: Relation
    containment: float


def reprints(connection: Connection, id_: str) -> tuple[Reprint, ...]:
    """The group of the article, itself among them; empty where nothing is a copy of it."""
    mine = select(printing.c.original).where(printing.c.article_id == id_).scalar_subquery()
    columns = (article.c[name] for name in ("id", "title", "source", "url", "published"))
    group: Select[Any] = (
        select(*columns, printing.c.containment, printing.c.wording_id, wording.c.size)
        .join(printing, printing.c.article_id == article.c.id)
        .join(wording, wording.c.id == printing.c.wording_id)
        .where(printing.c.original == mine, article.c.removed.is_(False))
        .order_by(printing.c.place)
    )
    rows = connection.execute(group).all()
    return tuple(_reprint(row, rows[0]) for row in rows) if len(rows) > 1 else ()


def listed(found: Sequence[Reprint], *, of: str) -> tuple[Reprint, ...]:
    """The first of a group, and the article `of` which it is the group."""
    return (*found[:MOST], *(one for one in found[MOST:] if one.id == of))


def compared(connection: Connection, id_: str, with_: str) -> tuple[Part, ...]:
    """How the text of the first article became that of the second; KeyError where one is not there."""
    chosen = select(article.c.id, article.c.content).where(article.c.id.in_((id_, with_)))
    texts = {row.id: parts_of(unpack_article(row.content)) for row in connection.execute(chosen)}
    return differences(texts[id_], texts[with_])


def _reprint(row: Row[Any], original: Row[Any]) -> Reprint:
    return Reprint(
        id=row.id,
        title=row.title,
        source=row.source,
        url=row.url,
        published=row.published,
        relation=_relation(row, original),
        containment=row.containment,
    )


def _relation(row: Row[Any], original: Row[Any]) -> Relation:
    if row.id == original.id:
        return "original"
    if row.wording_id == original.wording_id:
        return "same"
    if row.containment < WHOLE:
        return "changed"
    return "shorter" if row.size < original.size else "longer"
