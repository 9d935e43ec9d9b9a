"""GET /v1/directives and what lies below it: official documents, who cites them, when and why."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy import Connection

from indexer.catalog import profiles
from indexer.catalog.cited import Cited, cited, place_of
from indexer.catalog.moments import VIETNAM
from indexer.dossier import Dossier, Entry, dossier, entries
from nlp.directives.registry import Document, Registry
from search_api import cursors
from search_api.citations import CitingSentence, CitingSentences
from search_api.course import course
from search_api.directives import Directive, DirectiveList, WantedDirective, WantedDirectives
from search_api.dossiers import DirectiveDetail, DirectiveTimeline
from search_api.finding import document, find
from search_api.parameters import LONGEST_CURSOR, DirectiveFilters, DirectiveParameters
from search_api.problems import NotFound
from search_api.services import Served, Services

router = APIRouter(prefix="/v1/directives", tags=["directives"])
DirectiveId = Annotated[str, Path(alias="id", description="a document's key, as in tw.ct.k13.00012")]
Limit = Annotated[int, Query(ge=0, le=100)]
Cursor = Annotated[str, Query(max_length=LONGEST_CURSOR, description="`next` of the page before")]


@router.get("", summary="Official documents, by number, name, title, issuer, type, term and day")
def list_directives(services: Served, asked: Annotated[DirectiveParameters, Query()]) -> DirectiveList:
    """A number gives all documents that bear it; without `q`, the most cited come first."""
    total, found, goes_on = page_of(services, asked, limit=asked.limit)
    return DirectiveList(total=total, documents=tuple(map(Directive.of, found)), next=goes_on)


@router.get("/wanted", summary="Documents that are cited and of which nothing is known")
def list_wanted(services: Served, limit: Limit = 50) -> WantedDirectives:
    """Those that most articles cite first.  Citations of which the document is open are not counted."""
    return WantedDirectives(documents=tuple(map(WantedDirective.of, wanted(services, limit=limit))))


@router.get("/{id}", summary="Everything about one document")
def show_directive(services: Served, key: DirectiveId) -> DirectiveDetail:
    """Its standing, its links to others in both directions, who cites it and when, and what is coming."""
    known, found = portrait(services, key)
    return DirectiveDetail.of_dossier(found, known)


@router.get("/{id}/citations", summary="The sentences that cite a document")
def list_citations(
    services: Served,
    key: DirectiveId,
    relation: Annotated[
        str, Query(max_length=40, description="only those that say this is done to it: implements, reviews, …")
    ] = "",
    limit: Limit = 20,
    cursor: Cursor = "",
) -> CitingSentences:
    """The newest first.  Every `start` and `end` counts code points of the article's `text`."""
    found, goes_on = sentences(services, key, relation=relation, limit=limit, cursor=cursor)
    return CitingSentences(citations=tuple(map(CitingSentence.of, found)), next=goes_on)


@router.get("/{id}/timeline", summary="One document through time")
def show_timeline(services: Served, key: DirectiveId) -> DirectiveTimeline:
    """When it was issued, changed and cited, and its coming anniversaries; and citing articles by month."""
    known, found = portrait(services, key)
    return course(found, known)


def page_of(
    services: Services, asked: DirectiveFilters, *, limit: int
) -> tuple[int, tuple[Entry, ...], str | None]:
    """How many there are, those of this page, and the cursor of the next.  Raises BadCursor."""
    skip = cursors.offset(asked.cursor)
    with services.store.connect() as connection:
        known, citing = services.known.registry(connection), services.known.citing(connection)
        found = find(connection, asked, known=known, citing=citing)
        shown = entries(connection, found[skip : skip + limit], known=known, today=today())
    return len(found), shown, cursors.goes_on(skipped=skip, shown=len(shown), total=len(found))


def portrait(services: Services, key: str) -> tuple[Registry, Dossier]:
    """What is known of documents, and everything about this one.  Raises NotFound."""
    with services.store.connect() as connection:
        known = services.known.registry(connection)
        one = _there(services, connection, key, known)
        return known, dossier(connection, one, known=known, today=today())


def sentences(
    services: Services, key: str, *, relation: str = "", limit: int, cursor: str = ""
) -> tuple[Sequence[Cited], str | None]:
    """Those of one page, and the cursor of the next.  Raises NotFound and BadCursor."""
    after = cursors.after(cursor)
    with services.store.connect() as connection:
        _there(services, connection, key, services.known.registry(connection))
        found = cited(connection, key, relation_=relation or None, after=after, limit=limit + 1)
    shown = found[:limit]
    return shown, cursors.write(place_of(shown[-1])) if shown and len(found) > limit else None


def wanted(services: Services, *, limit: int) -> Sequence[profiles.Wanted]:
    with services.store.connect() as connection:
        return profiles.wanted(connection, services.known.registry(connection), limit=limit)


def today() -> date:
    return datetime.now(VIETNAM).date()


def _there(services: Services, connection: Connection, key: str, known: Registry) -> Document:
    found = document(key, known=known, citing=services.known.citing(connection))
    if found is None:
        raise NotFound(f"No document {key!r} is known or cited; /v1/directives?q= finds those that are")
    return found
