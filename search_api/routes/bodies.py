"""The pages about organisations: the list at /to-chuc, one of them at /to-chuc/{id}."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import HTMLResponse, RedirectResponse, Response

from search_api.asking import OrganizationPageParameters
from search_api.pages import organization
from search_api.pages.links import chosen, organization_page, organizations_page
from search_api.pages.templating import render
from search_api.routes.organizations import page_of, portrait
from search_api.routes.pages import source_names
from search_api.services import Served

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PER_PAGE = 20


@router.get("/to-chuc")
def show_organizations(services: Served, asked: Annotated[OrganizationPageParameters, Query()]) -> HTMLResponse:
    """Without words: those that most articles name."""
    total, found, goes_on = page_of(services, asked, limit=PER_PAGE)
    pairs = chosen(asked)
    page = render(
        "organizations.html",
        asked=asked,
        asks=bool(pairs),
        total=total,
        entries=[(one, organization_page(one.id)) for one in found],
        first_page=organizations_page(pairs),
        next_page=organizations_page((*pairs, ("cursor", goes_on))) if goes_on else None,
    )
    return HTMLResponse(page)


@router.get("/to-chuc/{id}")
def show_organization(services: Served, organization_id: Annotated[str, Path(alias="id")]) -> Response:
    found = portrait(services, organization_id)
    if found.organization.id != organization_id:  # it turned out to be another one
        return RedirectResponse(organization_page(found.organization.id), 308)
    return HTMLResponse(render("organization.html", **organization.values(found, source_names(services))))
