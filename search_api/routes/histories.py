"""The pages on copies and versions: /articles/{id}/ban-chep/{other} and /articles/{id}/ban-luu."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse

from indexer.differences import is_changed
from search_api.pages.templating import render
from search_api.pages.words import FACTS
from search_api.routes.articles import ArticleId, find
from search_api.routes.changes import difference, edits
from search_api.routes.pages import source_names
from search_api.services import Served

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/articles/{id}/ban-chep/{other}")
def show_difference(services: Served, article_id: ArticleId, other: str) -> HTMLResponse:
    """How the text of the first article became that of the other."""
    first, second = (find(services.store, one)[0] for one in (article_id, other))
    parts = difference(services.store, article_id, other)
    page = render(
        "difference.html",
        first=first,
        second=second,
        parts=parts,
        differs=any(map(is_changed, parts)),
        names=source_names(services),
    )
    return HTMLResponse(page)


@router.get("/articles/{id}/ban-luu")
def show_versions(services: Served, article_id: ArticleId) -> HTMLResponse:
    """The newest first, each with what it changed in the one before."""
    found = edits(services.store, article_id)
    return HTMLResponse(render("versions.html", id=article_id, versions=found[::-1], facts=FACTS))
