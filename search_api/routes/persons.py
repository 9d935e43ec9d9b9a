"""The pages about persons: the list at /nguoi, one person at /nguoi/{id}, who held an office at /chuc-vu."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import HTMLResponse, RedirectResponse, Response

from search_api.asking import OfficePageParameters, PeoplePageParameters
from search_api.pages import person
from search_api.pages.links import chosen, people_page, person_page
from search_api.pages.sayings import quotations
from search_api.pages.templating import render
from search_api.pages.tenure import tenure
from search_api.routes.pages import source_names
from search_api.routes.people import office_of, page_of, portrait
from search_api.services import Served

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PER_PAGE = 20
MOST_SAID = 50  # quotations on one page


@router.get("/nguoi")
def show_people(services: Served, asked: Annotated[PeoplePageParameters, Query()]) -> HTMLResponse:
    """Without words and filters: those whom most articles name."""
    total, found, goes_on = page_of(services, asked, limit=PER_PAGE)
    pairs = chosen(asked)
    page = render(
        "people.html",
        asked=asked,
        asks=bool(pairs),
        total=total,
        entries=[(one, person_page(one.id)) for one in found],
        first_page=people_page(pairs),
        next_page=people_page((*pairs, ("cursor", goes_on))) if goes_on else None,
    )
    return HTMLResponse(page)


@router.get("/nguoi/{id}")
def show_person(services: Served, person_id: Annotated[str, Path(alias="id")]) -> Response:
    found = portrait(services, person_id)
    if found.person.id != person_id:  # it turned out to be another one
        return RedirectResponse(person_page(found.person.id), 308)
    return HTMLResponse(render("person.html", **person.values(found, source_names(services))))


@router.get("/chuc-vu")
def show_office(services: Served, asked: Annotated[OfficePageParameters, Query()]) -> HTMLResponse:
    """Who held the office in that time, and what was said in it; without an office, only the form."""
    office = asked.office.strip()
    holders, said = office_of(services, office, asked.days(), limit=MOST_SAID) if office else ((), ())
    names = source_names(services)
    page = render(
        "office.html",
        asked=asked,
        asks=bool(office),
        people=len({one.person for one in holders}),
        tenure=tenure(holders, names),
        quotations=quotations(said, names),
    )
    return HTMLResponse(page)
