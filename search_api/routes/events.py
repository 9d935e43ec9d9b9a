"""GET /v1/events: conferences, congresses, visits … that the articles report, each of them once."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from indexer import events
from indexer.roll import Event, EventDossier
from nlp.directives.registry import Registry
from search_api import cursors
from search_api.asking import EventFilters, EventParameters
from search_api.entries import EventEntry
from search_api.events import EventDetail, EventList
from search_api.problems import NotFound
from search_api.services import Served, Services

router = APIRouter(prefix="/v1/events", tags=["events"])
EventId = Annotated[str, Path(alias="id", description="as /v1/events gives it")]


@router.get("", summary="Events, by name, kind, person, body, place and day")
def list_events(services: Served, asked: Annotated[EventParameters, Query()]) -> EventList:
    """The newest first.  What several articles report is one event."""
    total, found, goes_on = page_of(services, asked, limit=asked.limit)
    return EventList(total=total, events=tuple(map(EventEntry.of, found)), next=goes_on)


@router.get("/{id}", summary="Everything about one event")
def show_event(services: Served, event_id: EventId) -> EventDetail:
    """Who chaired, spoke and was there, the documents cited, what was said, and all its reports.

    `conflicts` are the facts on which these differ.
    """
    known, found = portrait(services, event_id)
    return EventDetail.of_dossier(found, known)


def page_of(services: Services, asked: EventFilters, *, limit: int) -> tuple[int, tuple[Event, ...], str | None]:
    """How many there are, those of this page, and the cursor of the next.  Raises BadCursor."""
    skip = cursors.offset(asked.cursor)
    with services.store.connect() as connection:
        total, found = events.events(
            connection,
            words=asked.q,
            kind=asked.kind,
            person=asked.person,
            organization=asked.organization,
            place=asked.place,
            first=asked.first,
            last=asked.last,
            limit=limit,
            after=skip,
        )
    return total, found, cursors.goes_on(skipped=skip, shown=len(found), total=total)


def portrait(services: Services, event_id: str) -> tuple[Registry, EventDossier]:
    """What is known of documents, and everything about this event.  Raises NotFound."""
    with services.store.connect() as connection:
        found = events.dossier(connection, event_id)
        known = services.known.registry(connection)
    if found is None:
        raise NotFound(f"There is no event {event_id!r}; /v1/events?q= finds those that there are")
    return known, found
