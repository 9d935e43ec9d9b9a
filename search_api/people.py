"""The shapes in which the API and the command line give persons, and who held an office."""

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.roll import Held, PersonDossier, Said
from search_api.entries import AttendedEvent, PersonEntry
from search_api.sayings import HeldOffice, Mentioning, NameCount, SaidWords, mentioning, name_counts


class PersonList(BaseModel):
    """Those whom most articles name first."""

    model_config = ConfigDict(frozen=True)

    total: int
    people: tuple[PersonEntry, ...]
    next: str | None = Field(description="cursor of the next page; null on the last")


class PersonDetail(PersonEntry):
    """One person with everything that the articles say of them."""

    names: tuple[NameCount, ...] = Field(description="as printed, the most frequent first")
    offices: tuple[HeldOffice, ...] = Field(description="the timeline: those seen first at first")
    events: tuple[AttendedEvent, ...] = Field(description="the newest first")
    quotes: tuple[SaidWords, ...] = Field(description="the newest first; the first of them, where there are many")
    articles: tuple[Mentioning, ...] = Field(
        description="the newest first; the first of them, where there are many: /v1/search?person= finds all"
    )
    apart: tuple[PersonEntry, ...] = Field(description="others of the same name, kept apart")

    @classmethod
    def of_dossier(cls, found: PersonDossier) -> Self:
        return cls(
            **PersonEntry.of(found.person).model_dump(),
            names=name_counts(found.names),
            offices=tuple(map(HeldOffice.of, found.offices)),
            events=tuple(map(AttendedEvent.of, found.parts)),
            quotes=tuple(map(SaidWords.of, found.said)),
            articles=mentioning(found.lines),
            apart=tuple(map(PersonEntry.of, found.apart)),
        )


class OfficeAnswer(BaseModel):
    """Who held an office in a time, and what was said in it."""

    model_config = ConfigDict(frozen=True)

    office: str = Field(description="as it was asked")
    holders: tuple[HeldOffice, ...] = Field(description="those seen first at first, with sentences that say so")
    said: tuple[SaidWords, ...] = Field(description="words spoken in the office, in the order of days")

    @classmethod
    def of(cls, office: str, holders: Iterable[Held], said: Iterable[Said]) -> Self:
        return cls(office=office, holders=tuple(map(HeldOffice.of, holders)), said=tuple(map(SaidWords.of, said)))
