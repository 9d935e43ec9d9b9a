"""The shapes in which lists give persons, bodies and events."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.roll import Event, Organization, Part, Person


class PersonEntry(BaseModel):
    """One person, as a list shows it."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/people/{id}")
    name: str
    article_count: int
    first: str | None = Field(description="day of the first article that names the person")
    last: str | None
    last_offices: tuple[str, ...] = Field(description="with their bodies, those seen last first")

    @classmethod
    def of(cls, one: Person) -> Self:
        return cls(
            id=one.id,
            name=one.name,
            article_count=one.articles,
            first=one.first,
            last=one.last,
            last_offices=one.offices,
        )


class OrganizationEntry(BaseModel):
    """One body, as a list shows it."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/organizations/{id}")
    name: str
    short: str | None = Field(description="its short name, as in VUFO")
    article_count: int
    first: str | None = Field(description="day of the first article that names it")
    last: str | None

    @classmethod
    def of(cls, one: Organization) -> Self:
        return cls(
            id=one.id,
            name=one.name,
            short=one.short,
            article_count=one.articles,
            first=one.first,
            last=one.last,
        )


class EventEntry(BaseModel):
    """One event, as a list shows it."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/events/{id}")
    name: str
    kind: str
    date: str | None = Field(
        description="YYYY-MM-DD, YYYY-MM, or the first and the last of two: 2024-04-19/2024-04-20"
    )
    place: str | None
    online: bool
    organizer: str | None
    organizer_id: str | None = Field(description="/v1/organizations/{id}; null where it is not known")
    report_count: int = Field(description="articles that report it")

    @classmethod
    def of(cls, one: Event) -> Self:
        return cls(
            id=one.id,
            name=one.name,
            kind=one.kind,
            date=one.date,
            place=one.place,
            online=one.online,
            organizer=one.organizer,
            organizer_id=one.organizer_id,
            report_count=one.reports,
        )


class AttendedEvent(BaseModel):
    """That the person took part in an event."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/events/{id}")
    name: str
    kind: str
    date: str | None
    place: str | None
    role: str = Field(description="chair, speaker or attendee")
    office: str | None = Field(description="the person's there")

    @classmethod
    def of(cls, part: Part) -> Self:
        return cls(
            id=part.event,
            name=part.name,
            kind=part.kind,
            date=part.date,
            place=part.place,
            role=part.role,
            office=part.office,
        )
