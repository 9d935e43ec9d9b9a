"""A document's key in, who cites it and when out; and the documents that are cited but not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from indexer.catalog.ledger import citation, relation, text_document
from indexer.catalog.tables import article
from nlp.directives.display import number_of
from nlp.directives.registry import Registry

MOST_TOGETHER = 20  # documents cited in the same articles that a profile lists

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """Who cites one document: numbers of articles."""

    articles: int
    citations: int
    first: str | None  # day
    last: str | None
    months: tuple[tuple[str, int], ...]  # "2024-04", in order
    sources: tuple[tuple[str, int], ...]  # most first
    relations: tuple[tuple[str, int], ...]
    together: tuple[tuple[str, int], ...]  # keys of documents that the same articles cite
    text: str | None  # the article that holds the document's own text


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that is cited and that the registry does not know."""

    key: str
    number: str | None
    articles: int
    example: str


def counts(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """Numbers of articles that cite each of these documents."""
    rows = connection.execute(
        _there(select(citation.c.canonical, func.count(citation.c.article_id.distinct())))
        .where(citation.c.canonical.in_(keys))
        .group_by(citation.c.canonical)
    )
    return dict(rows.all())


def profile(connection: Connection, key: str) -> Profile:
    mine = citation.c.canonical == key
    articles = func.count(article.c.id.distinct())
    row: Any = connection.execute(
        _there(select(articles, func.count(), func.min(article.c.day), func.max(article.c.day))).where(mine)
    ).one()
    month = func.substr(article.c.day, 1, 7)
    months = _there(select(month, articles)).where(mine, article.c.day.is_not(None)).group_by(month)
    sources = _there(select(article.c.source, articles)).where(mine).group_by(article.c.source)
    return Profile(
        articles=row[0],
        citations=row[1],
        first=row[2],
        last=row[3],
        months=_pairs(connection, months.order_by(month)),
        sources=_pairs(connection, sources.order_by(articles.desc(), article.c.source)),
        relations=_relations(connection, key),
        together=_together(connection, key),
        text=connection.scalar(
            select(text_document.c.article_id)
            .join(article, article.c.id == text_document.c.article_id)
            .where(text_document.c.key == key, article.c.removed.is_(False))
            .limit(1)
        ),
    )


def wanted(connection: Connection, known: Registry, *, limit: int = 50) -> tuple[Wanted, ...]:
    """The documents that most articles cite and the registry does not know."""
    articles = func.count(article.c.id.distinct())
    rows = connection.execute(
        _there(select(citation.c.canonical, articles.label("articles"), func.min(article.c.id).label("example")))
        .where(citation.c.decided, citation.c.scope.is_distinct_from("corp"))
        .group_by(citation.c.canonical)
        .order_by(articles.desc(), citation.c.canonical)
    )
    unknown = (row for row in rows if known.get(row.canonical) is None)
    return tuple(
        Wanted(row.canonical, number_of(row.canonical), row.articles, row.example)
        for row, _ in zip(unknown, range(limit), strict=False)
    )


def _there(chosen: Any) -> Any:
    """Citations of articles that are not removed."""
    joined = chosen.select_from(citation).join(article, article.c.id == citation.c.article_id)
    return joined.where(article.c.removed.is_(False))


def _pairs(connection: Connection, chosen: Select[Any]) -> tuple[tuple[str, int], ...]:
    return tuple((value, count) for value, count in connection.execute(chosen))


def _relations(connection: Connection, key: str) -> tuple[tuple[str, int], ...]:
    articles = func.count(article.c.id.distinct())
    chosen = (
        select(relation.c.relation, articles)
        .join(article, article.c.id == relation.c.article_id)
        .where(relation.c.target == key, article.c.removed.is_(False))
        .group_by(relation.c.relation)
        .order_by(articles.desc(), relation.c.relation)
    )
    return _pairs(connection, chosen)


def _together(connection: Connection, key: str) -> tuple[tuple[str, int], ...]:
    mine = select(citation.c.article_id).where(citation.c.canonical == key)
    articles = func.count(article.c.id.distinct())
    chosen = (
        _there(select(citation.c.canonical, articles))
        .where(citation.c.article_id.in_(mine), citation.c.decided, citation.c.canonical != key)
        .group_by(citation.c.canonical)
        .order_by(articles.desc(), citation.c.canonical)
        .limit(MOST_TOGETHER)
    )
    return _pairs(connection, chosen)
