"""GET /v1/people and /v1/offices: persons, who they are and what they said; who held an office, and when."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from indexer import people
from indexer.roll import Held, Person, PersonDossier, Said
from search_api import cursors
from search_api.asking import Days, OfficeParameters, PeopleFilters, PeopleParameters
from search_api.entries import PersonEntry
from search_api.people import OfficeAnswer, PersonDetail, PersonList
from search_api.problems import NotFound
from search_api.services import Served, Services

router = APIRouter(prefix="/v1", tags=["people"])
PersonId = Annotated[str, Path(alias="id", description="as /v1/people gives it")]


@router.get("/people", summary="Persons, by name, office, body and day")
def list_people(services: Served, asked: Annotated[PeopleParameters, Query()]) -> PersonList:
    """Those whom most articles name first.  Two persons of one name are two, as long as it isn't known better."""
    total, found, goes_on = page_of(services, asked, limit=asked.limit)
    return PersonList(total=total, people=tuple(map(PersonEntry.of, found)), next=goes_on)


@router.get("/people/{id}", summary="Everything about one person")
def show_person(services: Served, person_id: PersonId) -> PersonDetail:
    """Names, offices in the order of time with the sentences that say so, events, quotations and articles."""
    return PersonDetail.of_dossier(portrait(services, person_id))


@router.get("/offices", summary="Who held an office, who spoke in it, and when")
def show_office(services: Served, asked: Annotated[OfficeParameters, Query()]) -> OfficeAnswer:
    """Who spoke as Trưởng Ban Đối ngoại Trung ương in 2019?  Those who held the office then, and what was said.

    Every statement comes with the sentence that says so.
    """
    return OfficeAnswer.of(asked.office, *office_of(services, asked.office, asked, limit=asked.limit))


def page_of(services: Services, asked: PeopleFilters, *, limit: int) -> tuple[int, tuple[Person, ...], str | None]:
    """How many there are, those of this page, and the cursor of the next.  Raises BadCursor."""
    skip = cursors.offset(asked.cursor)
    with services.store.connect() as connection:
        total, found = people.people(
            connection,
            words=asked.q,
            office=asked.office,
            organization=asked.organization,
            first=asked.first,
            last=asked.last,
            limit=limit,
            after=skip,
        )
    return total, found, cursors.goes_on(skipped=skip, shown=len(found), total=total)


def portrait(services: Services, person_id: str) -> PersonDossier:
    """Raises NotFound."""
    with services.store.connect() as connection:
        found = people.dossier(connection, person_id)
    if found is None:
        raise NotFound(f"There is no person {person_id!r}; /v1/people?q= finds those that there are")
    return found


def office_of(
    services: Services, office: str, days: Days, *, limit: int
) -> tuple[tuple[Held, ...], tuple[Said, ...]]:
    """Who held the office in that time, and what was said in it."""
    with services.store.connect() as connection:
        holders = people.holders(connection, office=office, first=days.first, last=days.last)
        said = people.spoke(connection, office=office, first=days.first, last=days.last, limit=limit)
    return holders, said
