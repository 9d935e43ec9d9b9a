"""GET /v1/search."""

from typing import Annotated

from fastapi import APIRouter, Query

from indexer.search import search
from search_api.parameters import SearchParameters
from search_api.schemas import SearchAnswer
from search_api.services import Served

router = APIRouter(prefix="/v1", tags=["search"])


@router.get("/search", summary="Search the articles")
def search_articles(services: Served, asked: Annotated[SearchParameters, Query()]) -> SearchAnswer:
    """Hits with highlighted snippets, facets of everything that was found, and the cursor of the next page.

    No query is an error: `interpretation` says how it was understood.
    """
    return SearchAnswer.of(search(services.store, services.engine, asked.question()))
