"""Ids in, stored articles with what was found in them out; and the counts of everything."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, case, func, select

from crawler.article import Article
from crawler.pages import page
from crawler.version import MOST_KEYS
from indexer.catalog import citations, events
from indexer.catalog.called import NONE as NOBODY
from indexer.catalog.called import Called, called
from indexer.catalog.citations import Cited
from indexer.catalog.content import unpack_article, unpack_document
from indexer.catalog.gatherings import event, organization
from indexer.catalog.ledger import citation
from indexer.catalog.printings import printing
from indexer.catalog.rollbook import person
from indexer.catalog.tables import article, article_version, outbox, recognition
from nlp.document import AnnotatedDocument, Event


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article as the store has it: `version` is its outbox place, `copies` how many others are copies of it.

    `original` is the first article of its group of copies; None where it is in none.
    """

    id: str
    version: int
    revision: int
    source: str
    canonical_url: str | None
    published_at: int | None
    day: str | None
    saved_at: datetime
    copies: int
    original: str | None
    article: Article
    document: AnnotatedDocument
    numbers: tuple[str | None, ...]  # of each citation: the document's, in normal form, or its name
    called: Called  # what its persons, bodies and events are called across all articles


def read(connection: Connection, ids: Sequence[str]) -> dict[str, StoredArticle]:
    """The articles among `ids` that are there, by id; removed ones too."""
    rows = connection.execute(_chosen().where(article.c.id.in_(ids))).all()
    same = _same(connection, [row.text_hash for row in rows])
    grouped = _grouped(connection, {row.original for row in rows if row.original})
    cited = citations.read(connection, ids)
    held = events.read(connection, ids)
    names = called(connection, ids)
    return {
        row.id: _stored(
            row,
            copies=max(same[row.text_hash], grouped.get(row.original, 0)) - 1,
            cited=cited.get(row.id, citations.NONE),
            events=held.get(row.id, ()),
            names=names.get(row.id, NOBODY),
        )
        for row in rows
    }


def read_all(connection: Connection, *, batch: int = 500) -> Iterator[tuple[StoredArticle, ...]]:
    """Every article that is not removed, in batches in the order of ids."""
    last = ""
    while True:
        chosen = select(article.c.id).where(article.c.id > last, article.c.removed.is_(False))
        ids = tuple(connection.scalars(chosen.order_by(article.c.id).limit(batch)))
        if not ids:
            return
        found = read(connection, ids)
        yield tuple(found[id_] for id_ in ids)
        last = ids[-1]


def versions(connection: Connection) -> dict[str, int]:
    """The outbox version of every article that an index should hold."""
    return dict(
        connection.execute(select(outbox.c.article_id, outbox.c.seq).where(outbox.c.deleted.is_(False))).all()
    )


def ids_of_identities(connection: Connection, identities: Sequence[str]) -> tuple[str, ...]:
    """The articles that are taken from these pages, in the order of the pages' ids."""
    ids: list[str] = []
    for start in range(0, len(identities), MOST_KEYS):
        chosen = (
            select(article.c.id).join(page, page.c.id == article.c.page_id).where(article.c.removed.is_(False))
        )
        some = chosen.where(page.c.identity.in_(identities[start : start + MOST_KEYS]))
        ids += connection.scalars(some.order_by(article.c.page_id, article.c.part))
    return tuple(ids)


def counts(connection: Connection) -> dict[str, Any]:
    """The figures of `stats`, apart from pages and the outbox."""
    there = article.c.removed.is_(False)
    total = connection.scalar(select(func.count()).select_from(article).where(there)) or 0
    group = func.coalesce(printing.c.original, article.c.text_hash)
    printed = article.outerjoin(printing, printing.c.article_id == article.c.id)
    texts = connection.scalar(select(func.count(group.distinct())).select_from(printed).where(there)) or 0
    edits = connection.scalar(select(func.count()).select_from(article_version)) or 0
    return {
        "articles": total,
        "versions": total + edits,
        "copies": total - texts,
        "citations": _citations(connection),
        "persons": _alive(connection, person),
        "organizations": _alive(connection, organization),
        "events": connection.scalar(select(func.count()).select_from(event).where(event.c.reports > 0)) or 0,
    }


def _alive(connection: Connection, table: Table) -> int:
    """Those that some article names."""
    return connection.scalar(select(func.count()).select_from(table).where(table.c.articles > 0)) or 0


def _citations(connection: Connection) -> dict[str, int]:
    """Resolved to one document, left open between those that are known, or not known at all."""
    state = case((citation.c.decided, "resolved"), (citation.c.candidates != "[]", "ambiguous"), else_="unknown")
    found: dict[str, int] = dict(
        connection.execute(select(state, func.count()).select_from(citation).group_by(state)).all()
    )
    return {name: found.get(name, 0) for name in ("resolved", "ambiguous", "unknown")}


def _chosen() -> Select[Any]:
    """Articles with their place in the outbox and what was found in them."""
    return (
        select(article, outbox.c.seq, recognition.c.content.label("document"), printing.c.original)
        .outerjoin(printing, printing.c.article_id == article.c.id)
        .join(outbox, outbox.c.article_id == article.c.id)
        .join(recognition, recognition.c.text_hash == article.c.text_hash)
    )


def _same(connection: Connection, hashes: Sequence[str]) -> dict[str, int]:
    """How many articles have just these texts: known before they are compared with all others."""
    same = (
        select(article.c.text_hash, func.count())
        .where(article.c.text_hash.in_(hashes), article.c.removed.is_(False))
        .group_by(article.c.text_hash)
    )
    found: dict[str, int] = dict(connection.execute(same).all())
    return {one: found.get(one, 1) for one in hashes}


def _grouped(connection: Connection, originals: Collection[str]) -> dict[str, int]:
    """How many articles each group has."""
    group = select(printing.c.original, func.count()).group_by(printing.c.original)
    rows: dict[str, int] = dict(connection.execute(group.where(printing.c.original.in_(originals))).all())
    return rows


def _stored(
    row: Row[Any], *, copies: int, cited: Cited, events: tuple[Event, ...], names: Called
) -> StoredArticle:
    document = unpack_document(row.document)
    return StoredArticle(
        id=row.id,
        version=row.seq,
        revision=row.revision,
        source=row.source,
        canonical_url=row.canonical_url,
        published_at=row.published_at,
        day=row.day,
        saved_at=row.saved_at,
        copies=copies,
        original=row.original,
        article=unpack_article(row.content),
        document=replace(document, citations=cited.citations, relations=cited.relations, events=events),
        numbers=cited.numbers,
        called=names,
    )
