"""The query strings of lists of persons, bodies, offices and events; an empty value asks for nothing."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from crawler.letters import fold
from indexer.fields import date_range
from indexer.search import LONGEST_PAGE
from nlp.document import KINDS
from nlp.normalize import standard
from search_api.parameters import LONGEST_CURSOR, LONGEST_QUERY, Date, Value

KIND_NAMES = {fold(standard(kind)): kind for kind in KINDS}


def _kind(value: str) -> str:
    """The kind in its own spelling; case and accents don't count."""
    known = KIND_NAMES.get(" ".join(fold(standard(value)).split()))
    if value.strip() and known is None:
        raise ValueError(f'"{value}" is no kind of event: write one of {", ".join(KINDS)}.')
    return known or ""


Kind = Annotated[str, Field(max_length=40), AfterValidator(_kind)]


class Days(BaseModel):
    """A time, from the first day to the last, both included."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    from_: Date = Field(default="", alias="from", description="on this day, month or year or later")
    to: Date = Field(default="", description="on this day, month or year or before")

    @property
    def first(self) -> str | None:
        return date_range(self.from_)[0] if self.from_ else None

    @property
    def last(self) -> str | None:
        return date_range(self.to)[1] if self.to else None


class Paged(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str = Field(
        default="", max_length=LONGEST_QUERY, description="words of the name; accents count where some are typed"
    )
    cursor: str = Field(default="", max_length=LONGEST_CURSOR, description="`next` of the page before")


class PeopleFilters(Paged, Days):
    """Which persons; `from` and `to` bound the days on which articles name them."""

    office: Value = Field(default="", description="that they hold or held, with or without its body")
    organization: Value = Field(default="", description="in which they hold or held one: a name or an id")


class OrganizationFilters(Paged):
    """Which bodies; a word of `q` may be of any of their names: VUFO."""


class EventFilters(Paged, Days):
    """Which events."""

    kind: Kind = Field(default="", description=", ".join(KINDS))
    person: Value = Field(default="", description="who took part: a name or an id")
    organization: Value = Field(default="", description="that organised it: a name, an alias or an id")
    place: Value = Field(default="", description="words of it")


class OfficeFilters(Days):
    """Which office, and when."""

    office: Value = Field(min_length=1, description="title and body: Trưởng Ban Đối ngoại Trung ương")


class PeopleParameters(PeopleFilters):
    limit: int = Field(default=20, ge=0, le=LONGEST_PAGE)


class OrganizationParameters(OrganizationFilters):
    limit: int = Field(default=20, ge=0, le=LONGEST_PAGE)


class EventParameters(EventFilters):
    limit: int = Field(default=20, ge=0, le=LONGEST_PAGE)


class OfficeParameters(OfficeFilters):
    limit: int = Field(default=50, ge=0, le=LONGEST_PAGE, description="of quotations")


class PeoplePageParameters(PeopleFilters):
    """The same on the page, where a name more in a link does no harm."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class OrganizationPageParameters(OrganizationFilters):
    model_config = ConfigDict(frozen=True, extra="ignore")


class EventPageParameters(EventFilters):
    model_config = ConfigDict(frozen=True, extra="ignore")


class OfficePageParameters(BaseModel):
    """The same on the page, by its Vietnamese names; without an office, the page is a form."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    office: Value = Field(default="", alias="chuc-vu")
    from_: Date = Field(default="", alias="tu")
    to: Date = Field(default="", alias="den")

    def days(self) -> Days:
        return Days.model_validate({"from": self.from_, "to": self.to})
