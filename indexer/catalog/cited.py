"""A document's key in, the sentences that cite it out, the newest first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from indexer.catalog.citations import to_citation, to_relation
from indexer.catalog.content import unpack_article
from indexer.catalog.ledger import citation, relation
from indexer.catalog.tables import article
from nlp.document import Citation, Relation

After = tuple[str, str, int]  # day, article and start of the last citation seen


@dataclass(frozen=True, slots=True)
class Cited:
    """One sentence that cites a document."""

    article: str
    title: str | None
    source: str
    published: str | None
    day: str | None
    citation: Citation
    sentence: str
    sentence_start: int  # in the article's text
    relations: tuple[str, ...]  # what is said to be done to the document there


def cited(
    connection: Connection, key: str, *, relation_: str | None = None, after: After | None = None, limit: int = 50
) -> tuple[Cited, ...]:
    """Citations of the document, or those with a relation to it; `after` goes on where a page ended."""
    day = func.coalesce(article.c.day, "")
    chosen = (
        select(citation, article.c.title, article.c.source, article.c.published, article.c.day, article.c.content)
        .join(article, article.c.id == citation.c.article_id)
        .where(citation.c.canonical == key, article.c.removed.is_(False))
    )
    if after:
        chosen = chosen.where(_beyond(day, after))
    if relation_:
        chosen = chosen.where(_related(key, relation_))
    order = (day.desc(), citation.c.article_id, citation.c.start)
    rows = connection.execute(chosen.order_by(*order).limit(limit)).all()
    said = _said(connection, key, {row.article_id for row in rows})
    return tuple(_cited(row, said[row.article_id]) for row in rows)


def place_of(one: Cited) -> After:
    return one.day or "", one.article, one.citation.start


def _cited(row: Row[Any], said: Sequence[Relation]) -> Cited:
    text = unpack_article(row.content).text
    here = (one.relation for one in said if row.sentence_start <= one.start < row.sentence_end)
    return Cited(
        article=row.article_id,
        title=row.title,
        source=row.source,
        published=row.published,
        day=row.day,
        citation=to_citation(row),
        sentence=text[row.sentence_start : row.sentence_end],
        sentence_start=row.sentence_start,
        relations=tuple(dict.fromkeys(here)),
    )


def _beyond(day: ColumnElement[str], after: tuple[str, str, int]) -> ColumnElement[bool]:
    last_day, last_article, last_start = after
    return or_(
        day < last_day,
        and_(day == last_day, citation.c.article_id > last_article),
        and_(day == last_day, citation.c.article_id == last_article, citation.c.start > last_start),
    )


def _related(key: str, name: str) -> ColumnElement[bool]:
    """Whether the sentence of the citation says so."""
    mine = (
        relation.c.article_id == citation.c.article_id,
        relation.c.target == key,
        relation.c.relation == name,
        relation.c.start >= citation.c.sentence_start,
        relation.c.start < citation.c.sentence_end,
    )
    return select(relation.c.place).where(*mine).exists()


def _said(connection: Connection, key: str, ids: set[str]) -> Mapping[str, list[Relation]]:
    said: dict[str, list[Relation]] = defaultdict(list)
    mine = select(relation).where(relation.c.article_id.in_(ids), relation.c.target == key)
    for row in connection.execute(mine.order_by(relation.c.place)):
        said[row.article_id].append(to_relation(row))
    return said
