"""The shapes in which the API gives everything about one document, and its course through time."""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.anniversaries import Anniversary
from indexer.catalog.profiles import Counts
from indexer.directory import display
from indexer.dossier import Dossier
from nlp.directives.display import from_key
from nlp.directives.registry import Link, Registry
from search_api.directives import Directive, facts
from search_api.schemas import FacetValue

EventKind = Literal["issued", "in-force", "expired", "linked", "first-citation", "last-citation", "anniversary"]


class DirectiveLink(BaseModel):
    """What the document does to another one; or, where `passive`, that one to it."""

    model_config = ConfigDict(frozen=True)

    relation: str = Field(description="replaces, amends, repeals, guides, continues, implements, …")
    passive: bool
    id: str
    display: str
    title: str | None

    @classmethod
    def of(cls, link: Link, known: Registry, *, passive: bool) -> Self:
        other = known.get(link.to) or from_key(link.to)
        return cls(
            relation=link.relation, passive=passive, id=other.key, display=display(other), title=other.title
        )


class DirectiveCount(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str
    display: str
    count: int


class ComingAnniversary(BaseModel):
    model_config = ConfigDict(frozen=True)

    day: str
    years: int

    @classmethod
    def of(cls, one: Anniversary) -> Self:
        return cls(day=one.day, years=one.years)


class DirectiveDetail(Directive):
    """One document with everything that is known about it."""

    in_force_on: str | None
    expired_on: str | None
    names: tuple[str, ...] = Field(description="what the press calls it")
    numbers: tuple[str, ...] = Field(description="other numbers under which it is cited")
    note: str | None
    known_from: tuple[str, ...] = Field(description="who says what is told of it")
    links: tuple[DirectiveLink, ...]
    text: str | None = Field(description="the article that holds the document's own text: /v1/articles/{id}")
    mentions: int = Field(description="how often it is cited, all articles together")
    first: str | None = Field(description="day of the first article that cites it")
    last: str | None
    months: tuple[FacetValue, ...] = Field(description="citing articles by month, as in 2024-04")
    sources: tuple[FacetValue, ...] = Field(description="citing articles by source")
    relations: tuple[FacetValue, ...] = Field(description="citing articles by what they say is done to it")
    together: tuple[DirectiveCount, ...] = Field(description="documents that the same articles cite")
    anniversaries: tuple[ComingAnniversary, ...]

    @classmethod
    def of_dossier(cls, found: Dossier, known: Registry) -> Self:
        one, profile = found.entry.document, found.profile
        return cls(
            **facts(found.entry),
            in_force_on=one.in_force_on,
            expired_on=one.expired_on,
            names=one.names,
            numbers=one.numbers,
            note=one.note,
            known_from=one.sources,
            links=(
                *(DirectiveLink.of(link, known, passive=False) for link in found.links),
                *(DirectiveLink.of(link, known, passive=True) for link in found.incoming),
            ),
            text=profile.text,
            mentions=profile.citations,
            first=profile.first,
            last=profile.last,
            months=values(profile.months),
            sources=values(profile.sources),
            relations=values(profile.relations),
            together=tuple(
                DirectiveCount(id=key, display=shown(key, known), count=n) for key, n in profile.together
            ),
            anniversaries=tuple(map(ComingAnniversary.of, found.anniversaries)),
        )


class DirectiveEvent(BaseModel):
    """`relation`, `id` and `display` say what another document did to this one; `years`, which anniversary."""

    model_config = ConfigDict(frozen=True)

    day: str
    event: EventKind
    relation: str | None = None
    id: str | None = None
    display: str | None = None
    years: int | None = None


class DirectiveTimeline(BaseModel):
    """One document through time."""

    model_config = ConfigDict(frozen=True)

    events: tuple[DirectiveEvent, ...] = Field(description="in the order of days; those to come too")
    months: tuple[FacetValue, ...] = Field(description="citing articles by month, as in 2024-04, in order")


def shown(key: str, known: Registry) -> str:
    """The document's number or name, also of one that is not known."""
    return display(known.get(key) or from_key(key))


def values(counts: Counts) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value=value, count=count) for value, count in counts)
