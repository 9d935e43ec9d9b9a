"""GET /v1/organizations: bodies, their names, officers, events and what they said."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from indexer import organizations
from indexer.roll import Organization, OrganizationDossier
from search_api import cursors
from search_api.asking import OrganizationFilters, OrganizationParameters
from search_api.entries import OrganizationEntry
from search_api.organizations import OrganizationDetail, OrganizationList
from search_api.problems import NotFound
from search_api.services import Served, Services

router = APIRouter(prefix="/v1/organizations", tags=["organizations"])
OrganizationId = Annotated[str, Path(alias="id", description="as /v1/organizations gives it")]


@router.get("", summary="Bodies, by any of their names")
def list_organizations(services: Served, asked: Annotated[OrganizationParameters, Query()]) -> OrganizationList:
    """Those that most articles name first."""
    total, found, goes_on = page_of(services, asked, limit=asked.limit)
    return OrganizationList(total=total, organizations=tuple(map(OrganizationEntry.of, found)), next=goes_on)


@router.get("/{id}", summary="Everything about one body")
def show_organization(services: Served, organization_id: OrganizationId) -> OrganizationDetail:
    """Its aliases, parents and parts, who held which office in it, its events, quotations and articles."""
    return OrganizationDetail.of_dossier(portrait(services, organization_id))


def page_of(
    services: Services, asked: OrganizationFilters, *, limit: int
) -> tuple[int, tuple[Organization, ...], str | None]:
    """How many there are, those of this page, and the cursor of the next.  Raises BadCursor."""
    skip = cursors.offset(asked.cursor)
    with services.store.connect() as connection:
        total, found = organizations.organizations(connection, words=asked.q, limit=limit, after=skip)
    return total, found, cursors.goes_on(skipped=skip, shown=len(found), total=total)


def portrait(services: Services, organization_id: str) -> OrganizationDossier:
    """Raises NotFound."""
    with services.store.connect() as connection:
        found = organizations.dossier(connection, organization_id)
    if found is None:
        raise NotFound(
            f"There is no organization {organization_id!r}; /v1/organizations?q= finds those that there are"
        )
    return found
