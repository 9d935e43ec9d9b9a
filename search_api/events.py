"""The shapes in which the API and the command line give events."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.roll import Conflict, EventDossier, Participant
from nlp.directives.registry import Registry
from search_api.dossiers import DirectiveCount, shown
from search_api.entries import EventEntry
from search_api.sayings import Mentioning, NameCount, SaidWords, mentioning, name_counts


class EventList(BaseModel):
    """The newest first."""

    model_config = ConfigDict(frozen=True)

    total: int
    events: tuple[EventEntry, ...]
    next: str | None = Field(description="cursor of the next page; null on the last")


class EventParticipant(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    person: str | None = Field(description="/v1/people/{id}; null where it is not known")
    office: str | None
    report_count: int = Field(description="how many reports say so")

    @classmethod
    def of(cls, one: Participant) -> Self:
        return cls(name=one.name, person=one.person, office=one.office, report_count=one.reports)


class ReportedValue(BaseModel):
    model_config = ConfigDict(frozen=True)

    value: str
    articles: tuple[str, ...] = Field(description="those that give it: /v1/articles/{id}")


class EventConflict(BaseModel):
    """A fact on which reports differ; the value that was chosen comes first."""

    model_config = ConfigDict(frozen=True)

    field: str = Field(description="date, place, kind, organizer or chairs")
    values: tuple[ReportedValue, ...]

    @classmethod
    def of(cls, one: Conflict) -> Self:
        values = tuple(ReportedValue(value=value, articles=articles) for value, articles in one.values)
        return cls(field=one.field, values=values)


class EventDetail(EventEntry):
    """One event with everything that its reports say of it."""

    names: tuple[NameCount, ...] = Field(description="as its reports print them, the most frequent first")
    ordinal: str | None = Field(description="as in “lần thứ 13”")
    period: str | None = Field(description="as in 2019-2024")
    attendance: int | None = Field(description="how many took part")
    chairs: tuple[EventParticipant, ...]
    speakers: tuple[EventParticipant, ...] = Field(description="in the order in which they speak")
    attendees: tuple[EventParticipant, ...]
    documents: tuple[DirectiveCount, ...] = Field(description="that its reports cite: /v1/directives/{id}")
    quotes: tuple[SaidWords, ...]
    reports: tuple[Mentioning, ...] = Field(description="all articles that report it")
    conflicts: tuple[EventConflict, ...]

    @classmethod
    def of_dossier(cls, found: EventDossier, known: Registry) -> Self:
        return cls(
            **EventEntry.of(found.event).model_dump(),
            names=name_counts(found.names),
            ordinal=found.ordinal,
            period=found.period,
            attendance=found.attendance,
            chairs=tuple(map(EventParticipant.of, found.chairs)),
            speakers=tuple(map(EventParticipant.of, found.speakers)),
            attendees=tuple(map(EventParticipant.of, found.attendees)),
            documents=tuple(
                DirectiveCount(id=key, display=shown(key, known), count=count) for key, count in found.documents
            ),
            quotes=tuple(map(SaidWords.of, found.said)),
            reports=mentioning(found.reports),
            conflicts=tuple(map(EventConflict.of, found.conflicts)),
        )
