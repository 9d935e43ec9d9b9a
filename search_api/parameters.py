"""The query string of a search in; the question that it asks out.  The API and the page take the same names."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from indexer.fields import KEYWORDS, date_range
from indexer.query import Sort
from indexer.search import LONGEST_PAGE, Question
from indexer.syntax import Filters
from nlp.directives.terms import ROMAN, roman

LONGEST_QUERY = 1_000  # characters
LONGEST_CURSOR = 300  # characters
MOST_VALUES = 50  # of one filter


def _date(value: str) -> str:
    """The value itself.  A form sends an empty one for a date that was not chosen."""
    if value:
        date_range(value)
    return value


def _term(value: str) -> str:
    if value and roman(value) is None:
        raise ValueError(
            f'"{value}" is no term of the Party: write {ROMAN[0]} to {ROMAN[-1]}, or 1 to {len(ROMAN)}.'
        )
    return value


Date = Annotated[str, AfterValidator(_date), Field(max_length=40)]
Value = Annotated[str, StringConstraints(max_length=300)]
Values = Annotated[
    list[Value], Field(default_factory=list, max_length=MOST_VALUES, description="repeatable: any of them")
]
Term = Annotated[str, AfterValidator(_term), Field(max_length=10)]
Copies = Literal["all", "fold"]
Order = Annotated[Sort | None, BeforeValidator(lambda value: value or None)]


class SearchParameters(BaseModel):
    """What may be asked.  A name that is not here is refused: a misspelt filter must not pass for none."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str = Field(
        default="",
        max_length=LONGEST_QUERY,
        description='any of the words, the better matches first; "a phrase", -without, OR, prefix*, field:value; '
        "accents are respected where any are typed; empty: everything",
    )
    from_: Date = Field(
        default="", alias="from", description="first day, month or year (2024-01-31, 2024-01, 2024)"
    )
    to: Date = Field(default="", description="last day, month or year")
    source: Values
    section: Values
    kind: Values
    directive: Values
    person: Values
    organization: Values
    office: Values
    place: Values
    event: Values
    sort: Order = Field(default=None, description="relevance where there are words, else newest, unless given")
    limit: int = Field(default=10, ge=0, le=LONGEST_PAGE)
    cursor: str = Field(default="", max_length=200, description="`next` of the page before")
    copies: Copies = Field(
        default="all", description="fold: copies of one text among the hits of a page become one hit"
    )

    def question(self) -> Question:
        return Question(
            text=self.q,
            filters=Filters(
                first=self.from_ or None,
                last=self.to or None,
                **{f"{name}s": tuple(getattr(self, name)) for name in KEYWORDS},
            ),
            sort=self.sort or ("relevance" if self.q.strip() else "newest"),
            limit=self.limit,
            cursor=self.cursor or None,
            fold=self.copies == "fold",
        )


class PageParameters(SearchParameters):
    """The same on the page, where a link that was passed on may have got a name more, and that does no harm."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    copies: Copies = "fold"


class DirectiveFilters(BaseModel):
    """Which documents are asked for, and the place in the list; an empty value asks for nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    q: str = Field(
        default="",
        max_length=LONGEST_QUERY,
        description="a number in any spelling, a key, a name, or words of title and issuer (accents don't count); "
        "empty: every document that is known",
    )
    type: Value = Field(default="", description='as "Chỉ thị" or ct')
    term: Term = Field(default="", description="of the Party, as XIII or 13")
    issuer: Value = Field(default="", description="words of it")
    from_: Date = Field(default="", alias="from", description="issued on this day, month or year or later")
    to: Date = Field(default="", description="issued on this day, month or year or before")
    cursor: str = Field(default="", max_length=LONGEST_CURSOR, description="`next` of the page before")


class DirectiveParameters(DirectiveFilters):
    limit: int = Field(default=20, ge=0, le=LONGEST_PAGE)


class DirectivePageParameters(DirectiveFilters):
    """The same on the page, where a name more in a link does no harm."""

    model_config = ConfigDict(frozen=True, extra="ignore")
