"""A question as a person asks it in; hits with titles and highlighted snippets, facets and a cursor out."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Engine

from indexer.catalog import shelf
from indexer.catalog.shelf import StoredArticle
from indexer.engine import SearchEngine
from indexer.finder import Span, documents_asked
from indexer.highlight import Snippet, snippets
from indexer.query import FACETS, Bool, Bucket, Everything, Hit, KeywordField, Query, Request, Sort
from indexer.syntax import Filters, parse
from indexer.widen import widened

LONGEST_PAGE = 100  # hits; more are had by cursor


@dataclass(frozen=True, slots=True)
class Question:
    """`text` in the user's syntax (empty: everything), narrowed by `filters`."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    limit: int = 10
    cursor: str | None = None
    fold: bool = False  # copies of one text among the hits of a page become one hit
    facets: tuple[KeywordField, ...] = FACETS


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """One article that was found; `score` says how well only beside the others of the same answer."""

    id: str
    external_id: str | None
    url: str | None
    title: str | None
    source: str
    kind: str
    published: str | None
    score: float
    copies: int
    original: str | None  # of its copies
    snippets: tuple[Snippet, ...]
    folded: tuple["ArticleHit", ...] = ()  # its copies on this page, where they are folded


@dataclass(frozen=True, slots=True)
class Answer:
    query: str
    interpretation: str
    total: int
    hits: tuple[ArticleHit, ...]
    facets: tuple[tuple[KeywordField, tuple[Bucket, ...]], ...]
    next: str | None
    warnings: tuple[str, ...]


def search(store: Engine, engine: SearchEngine, question: Question) -> Answer:
    """Raises EngineError where the engine can't answer, ValueError for a filter that is none."""
    parsed = parse(question.text)
    with store.connect() as connection:
        wanted = widened(connection, parsed.query)
        narrowing = tuple(widened(connection, one) for one in question.filters.queries())
    request = Request(
        query=_narrowed(wanted, narrowing),
        sort=question.sort,
        limit=min(question.limit, LONGEST_PAGE),
        cursor=question.cursor,
        facets=question.facets,
    )
    result = engine.search(request)
    with store.connect() as connection:
        there = shelf.read(connection, [hit.id for hit in result.hits])
    hits = tuple(
        _hit(hit, there[hit.id], wanted, citing(request.query, there[hit.id]))
        for hit in result.hits
        if hit.id in there
    )
    return Answer(
        query=question.text,
        interpretation=parsed.interpretation,
        total=result.total,
        hits=_folded(hits) if question.fold else hits,
        facets=result.facets,
        next=result.next,
        warnings=parsed.warnings + result.warnings,
    )


def citing(query: Query, stored: StoredArticle) -> tuple[Span, ...]:
    """Where the article cites a document that the query asks for, in whatever words."""
    asked = documents_asked(query)
    if not asked:
        return ()
    named = zip(stored.document.citations, stored.numbers, strict=True)
    return tuple((one.start, one.end) for one, number in named if asked & {number, one.canonical})


def _narrowed(query: Query, narrowing: tuple[Query, ...]) -> Query:
    """The query with filters, which choose and don't rank."""
    if not narrowing:
        return query
    if isinstance(query, Bool):
        return replace(query, filters=query.filters + narrowing)
    return Bool(must=() if isinstance(query, Everything) else (query,), filters=narrowing)


def _folded(hits: Sequence[ArticleHit]) -> tuple[ArticleHit, ...]:
    """Each hit with its copies under it, in the place of the best of them."""
    groups: dict[str, list[ArticleHit]] = {}
    for hit in hits:
        groups.setdefault(hit.original or hit.id, []).append(hit)
    return tuple(replace(first, folded=tuple(others)) for first, *others in groups.values())


def _hit(hit: Hit, stored: StoredArticle, query: Query, cited: Sequence[Span]) -> ArticleHit:
    article = stored.article
    return ArticleHit(
        id=hit.id,
        external_id=article.external_id,
        url=article.url,
        title=article.title,
        source=stored.source,
        kind=article.kind,
        published=article.published,
        score=hit.score,
        copies=stored.copies,
        original=stored.original,
        snippets=snippets(
            query,
            title=article.title or "",
            lead=article.lead or "",
            body=article.body,
            more=cited,
        ),
    )
