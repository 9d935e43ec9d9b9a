"""The pages about official documents: the list at /van-ban, one document at /van-ban/{key}."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.responses import HTMLResponse

from search_api.pages import directive
from search_api.pages.cited import heading
from search_api.pages.directive import CITING
from search_api.pages.links import chosen, directive_page, directives_page
from search_api.pages.results import Names
from search_api.pages.templating import render
from search_api.pages.words import RELATIONS, STATUSES
from search_api.parameters import LONGEST_CURSOR, DirectivePageParameters
from search_api.routes.directives import page_of, portrait, sentences, wanted
from search_api.routes.pages import source_names
from search_api.services import Served, Services

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PER_PAGE = 20
WANTED = 15  # documents that the list names besides those that are known


@router.get("/van-ban")
def show_directives(services: Served, asked: Annotated[DirectivePageParameters, Query()]) -> HTMLResponse:
    """Without words and filters: the most cited, and those of which nothing is known."""
    total, found, goes_on = page_of(services, asked, limit=PER_PAGE)
    pairs = chosen(asked)
    with services.store.connect() as connection:
        known = services.known.registry(connection)
    page = render(
        "directives.html",
        asked=asked,
        asks=bool(pairs),
        total=total,
        entries=[(one, heading(one.document), directive_page(one.document.key)) for one in found],
        types=sorted({one.type for one in known}),
        wanted=[(one, directive_page(one.key)) for one in wanted(services, limit=WANTED)] if not pairs else (),
        statuses=STATUSES,
        first_page=directives_page(pairs),
        next_page=directives_page((*pairs, ("cursor", goes_on))) if goes_on else None,
    )
    return HTMLResponse(page)


@router.get("/van-ban/{key}")
def show_directive(
    services: Served,
    key: Annotated[str, Path()],
    relation: Annotated[str, Query(max_length=40)] = "",
    cursor: Annotated[str, Query(max_length=LONGEST_CURSOR)] = "",
) -> HTMLResponse:
    """`relation` leaves only the sentences that say this is done to the document."""
    known, found = portrait(services, key)
    names = source_names(services)
    page = render(
        "directive.html",
        found=found,
        **directive.head(found, known),
        **directive.citing(found, known, names=names),
        **_sentences(services, key, relation, cursor, names),
    )
    return HTMLResponse(page)


def _sentences(services: Services, key: str, relation: str, cursor: str, names: Names) -> dict[str, Any]:
    shown, goes_on = sentences(services, key, relation=relation, limit=PER_PAGE, cursor=cursor)
    kept = [("relation", relation)] if relation else []
    return {
        "sentences": directive.sentences(shown, names=names),
        "relation": relation and RELATIONS.get(relation, relation),
        "all_sentences": directive_page(key) + CITING,
        "first_page": directive_page(key, kept) + CITING if cursor else None,
        "next_page": directive_page(key, (*kept, ("cursor", goes_on))) + CITING if goes_on else None,
    }
