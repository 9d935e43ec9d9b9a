"""An article and what was recognised in its text in; its citations and events settled, with what follows, out."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update

from crawler.article import Article
from indexer.catalog import citations, decisions, events, known, organizations, outbox, people, proposals, reports
from indexer.catalog.content import unpack_article, unpack_document
from indexer.catalog.ledger import text_document
from indexer.catalog.tables import article, recognition
from nlp.annotate import settle
from nlp.directives import header
from nlp.directives.key import is_decided
from nlp.directives.registry import Registry
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Citation
from nlp.events.day import span

log = logging.getLogger(__name__)
BATCH = 200  # articles settled in one transaction


@dataclass(frozen=True, slots=True)
class Settling:
    """What citations are settled with: the registry, and the province whose news a source prints."""

    registry: Registry
    places: Mapping[str, str] = field(default_factory=dict)


def settle_article(
    connection: Connection, id_: str, one: Article, found: AnnotatedDocument, *, source: str, by: Settling
) -> None:
    """Write the article's citations, relations and claims, what an official text says of itself, and the rows of
    its bodies, persons and events.
    """
    heading = header.read(one)
    own = heading.key if heading else None
    context = Context(
        published=one.published or _day_of_copy(connection, id_),
        title=one.title,
        place=by.places.get(source),
        own=own,
    )
    found = replace(found, citations=decisions.apply(connection, id_, found.citations))
    settled = _settled(id_, one.text, found, context, by.registry)
    if lent := reports.lent(connection, id_, _open(settled), day=context.published):
        settled = _settled(id_, one.text, found, replace(context, reports=lent), by.registry)
    _write_names(connection, id_, one.text, settled, day=context.published or _day_of_event(settled))
    if settled.citations or own or _settled_before(connection, id_):
        _write_citations(connection, id_, one.text, settled, heading=heading, by=by)


def _write_names(
    connection: Connection, id_: str, text: str, settled: AnnotatedDocument, *, day: str | None
) -> None:
    bodies = organizations.write(connection, id_, settled, day=day)
    people.write(connection, id_, text, settled, day=day, organizations=bodies)
    events.write(connection, id_, settled, day=day)


def _day_of_event(settled: AnnotatedDocument) -> str | None:
    """What a report without a date says of its main event tells when its persons held their offices."""
    main = next((one for one in settled.events if one.main), None)
    days = span(main.date) if main else None
    return days[1].isoformat() if days and days[0].year == days[1].year else None


def _write_citations(
    connection: Connection,
    id_: str,
    text: str,
    settled: AnnotatedDocument,
    *,
    heading: header.Heading | None,
    by: Settling,
) -> None:
    """Most articles cite nothing and are no document: of them nothing is written."""
    citations.write(connection, id_, text, settled, by.registry)
    proposals.write(connection, id_, settled, heading=heading, registry=by.registry)
    connection.execute(delete(text_document).where(text_document.c.article_id == id_))
    if heading and heading.key:
        row = {"article_id": id_, "key": heading.key, "content": known.pack(header.document(heading, id_))}
        connection.execute(insert(text_document).values(row))
    connection.execute(update(article).where(article.c.id == id_).values(registry=by.registry.version))


def _settled_before(connection: Connection, id_: str) -> bool:
    return connection.scalar(select(article.c.registry).where(article.c.id == id_)) is not None


def settle_again(connection: Connection, ids: Sequence[str], *, by: Settling) -> None:
    """Settle the citations of these articles anew, and let the engines follow."""
    for row in _articles(connection, ids):
        found = unpack_document(row.document)
        settle_article(connection, row.id, unpack_article(row.content), found, source=row.source, by=by)
    outbox.put(connection, [row.id for row in _articles(connection, ids)])


def citations_of(connection: Connection, id_: str) -> tuple[Citation, ...]:
    """Every citation that was recognised in the article, those that a person has refused too."""
    return tuple(one for row in _articles(connection, [id_]) for one in unpack_document(row.document).citations)


def _settled(
    id_: str, text: str, found: AnnotatedDocument, context: Context, registry: Registry
) -> AnnotatedDocument:
    """What can't be settled is kept as it was recognised: one text must not end the run of all others."""
    try:
        return settle(text, found, context=context, registry=registry)
    except Exception:
        log.exception("the citations of %s could not be settled; they are kept as recognised", id_)
        return found


def _open(settled: AnnotatedDocument) -> list[reports.Named]:
    """Types and numbers of the citations that are left open."""
    undecided = (one for one in settled.citations if not is_decided(one.canonical) and one.evidence != "person")
    return [(one.type, one.number) for one in undecided if one.type and one.number]


def _articles(connection: Connection, ids: Sequence[str]) -> Sequence[Row[Any]]:
    chosen: Select[Any] = (
        select(article.c.id, article.c.source, article.c.content, recognition.c.content.label("document"))
        .join(recognition, recognition.c.text_hash == article.c.text_hash)
        .where(article.c.id.in_(ids))
    )
    return connection.execute(chosen).all()


def _day_of_copy(connection: Connection, id_: str) -> str | None:
    """The first day on which the same text was printed elsewhere, for an article that bears none."""
    hash_ = select(article.c.text_hash).where(article.c.id == id_).scalar_subquery()
    day: str | None = connection.scalar(select(func.min(article.c.day)).where(article.c.text_hash == hash_))
    return day
