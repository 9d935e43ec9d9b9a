"""The pages: search at /, one article at /articles/{id}, the sources at /nguon."""

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import HTMLResponse

from indexer.catalog.shelf import StoredArticle
from indexer.highlight import marks
from indexer.reprints import listed, reprints
from indexer.search import citing, search
from indexer.syntax import parse
from nlp.directives.structure import structure_of
from search_api.pages import article, cited, outline, results
from search_api.pages.links import chosen, search_page
from search_api.pages.marked import Marks
from search_api.pages.templating import render
from search_api.pages.timeline import timeline
from search_api.pages.words import EXAMPLES, NAMED, PAGE_STATES, REPRINTS, SORTS
from search_api.parameters import LONGEST_QUERY, PageParameters
from search_api.routes.articles import ArticleId, find
from search_api.routes.sources import states
from search_api.services import Served, Services

PLACE = r"^(\d{1,9}-\d{1,9})?$"  # [start, end) in the article's text

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/")
def show_results(services: Served, asked: Annotated[PageParameters, Query()]) -> HTMLResponse:
    """Without words and filters: the newest articles."""
    answer = search(services.store, services.engine, asked.question())
    names = source_names(services)
    page = render(
        "search.html",
        asked=asked,
        answer=answer,
        hits=results.hits(answer, names=names),
        facets=results.facets(answer, asked, names=names),
        chips=results.chips(asked, names=names),
        columns=timeline(answer, asked),
        first_page=search_page(chosen(asked)),
        next_page=results.next_page(answer, asked),
        sorts=SORTS,
        examples=EXAMPLES,
    )
    return HTMLResponse(page)


@router.get("/articles/{id}")
def show_article(
    services: Served,
    article_id: ArticleId,
    q: Annotated[str, Query(max_length=LONGEST_QUERY)] = "",
    at: Annotated[str, Query(pattern=PLACE)] = "",
) -> HTMLResponse:
    """`q` is marked in the text, where the reader comes from a search; `at`, where from a sentence of it."""
    stored, links = find(services.store, article_id)
    with services.store.connect() as connection:
        known = services.known.registry(connection)
        copies = reprints(connection, article_id)
    place = _place(at)
    structure = structure_of(stored.article)
    searched = _searched(q, stored) or ((place,) if place else ())
    page = render(
        "article.html",
        words=q,
        stored=stored,
        copies=listed(copies, of=article_id),
        unlisted=len(copies) - len(listed(copies, of=article_id)),
        reprints=REPRINTS,
        names=source_names(services),
        article=stored.article,
        happenings=article.happenings(stored, linked=links),
        source=source_names(services).get(stored.source, stored.source),
        blocks=article.blocks(stored, known=known, linked=links, marks=searched, at=place, structure=structure),
        contents=outline.contents(structure),
        changed=outline.changed(stored, structure, known),
        mentions=article.mentions(stored, known=known, linked=links),
        open_citations=cited.left_open(stored, known=known),
    )
    return HTMLResponse(page)


@router.get("/nguon")
def show_sources(services: Served) -> HTMLResponse:
    return HTMLResponse(
        render("sources.html", sources=states(services), names=source_names(services), states=PAGE_STATES)
    )


def _searched(q: str, stored: StoredArticle) -> Marks:
    asked = parse(q).query
    return marks(asked, stored.article.text, more=citing(asked, stored)) if q.strip() else ()


def _place(at: str) -> tuple[int, int] | None:
    """Of "120-180"; None where that is no place."""
    start, _, end = at.partition("-")
    return (int(start), int(end)) if end and int(start) < int(end) else None


def source_names(services: Services) -> dict[str, str]:
    return {**NAMED, **{source.id: source.name for source in services.sources}}
