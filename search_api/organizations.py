"""The shapes in which the API and the command line give bodies."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.roll import OrganizationDossier
from search_api.entries import EventEntry, OrganizationEntry
from search_api.sayings import HeldOffice, Mentioning, NameCount, SaidWords, mentioning, name_counts


class OrganizationList(BaseModel):
    """Those that most articles name first."""

    model_config = ConfigDict(frozen=True)

    total: int
    organizations: tuple[OrganizationEntry, ...]
    next: str | None = Field(description="cursor of the next page; null on the last")


class OrganizationDetail(OrganizationEntry):
    """One body with everything that the articles say of it."""

    names: tuple[NameCount, ...] = Field(description="its names and aliases as printed, the most frequent first")
    parents: tuple[OrganizationEntry, ...] = Field(description="the nearest first")
    children: tuple[OrganizationEntry, ...]
    officers: tuple[HeldOffice, ...] = Field(description="who held which office in it")
    events: tuple[EventEntry, ...] = Field(description="that it organised, the newest first")
    quotes: tuple[SaidWords, ...] = Field(description="the newest first; the first of them, where there are many")
    articles: tuple[Mentioning, ...] = Field(
        description="the newest first; the first of them, where there are many: /v1/search?organization= finds all"
    )

    @classmethod
    def of_dossier(cls, found: OrganizationDossier) -> Self:
        return cls(
            **OrganizationEntry.of(found.organization).model_dump(),
            names=name_counts(found.names),
            parents=tuple(map(OrganizationEntry.of, found.parents)),
            children=tuple(map(OrganizationEntry.of, found.children)),
            officers=tuple(map(HeldOffice.of, found.officers)),
            events=tuple(map(EventEntry.of, found.events)),
            quotes=tuple(map(SaidWords.of, found.said)),
            articles=mentioning(found.lines),
        )
