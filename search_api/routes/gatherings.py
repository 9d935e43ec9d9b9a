"""The pages about events: the list by months at /su-kien, one event at /su-kien/{id}."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import HTMLResponse, RedirectResponse, Response

from nlp.document import KINDS
from search_api.asking import EventPageParameters
from search_api.pages import event
from search_api.pages.links import chosen, event_page, events_page
from search_api.pages.templating import render
from search_api.routes.events import page_of, portrait
from search_api.routes.pages import source_names
from search_api.services import Served

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
PER_PAGE = 30


@router.get("/su-kien")
def show_events(services: Served, asked: Annotated[EventPageParameters, Query()]) -> HTMLResponse:
    """The newest first, month by month."""
    total, found, goes_on = page_of(services, asked, limit=PER_PAGE)
    pairs = chosen(asked)
    page = render(
        "events.html",
        asked=asked,
        asks=bool(pairs),
        total=total,
        kinds=KINDS,
        months=event.months(found),
        first_page=events_page(pairs),
        next_page=events_page((*pairs, ("cursor", goes_on))) if goes_on else None,
    )
    return HTMLResponse(page)


@router.get("/su-kien/{id}")
def show_event(services: Served, event_id: Annotated[str, Path(alias="id")]) -> Response:
    known, found = portrait(services, event_id)
    if found.event.id != event_id:  # it is taken for another one now
        return RedirectResponse(event_page(found.event.id), 308)
    return HTMLResponse(render("event.html", **event.values(found, known, names=source_names(services))))
