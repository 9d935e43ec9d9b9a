"""The one query model: what can be asked of any engine, and what comes back.  Compiled once per engine."""

from dataclasses import dataclass
from typing import Literal

Mode = Literal["any", "all", "phrase", "prefix"]
Sort = Literal["relevance", "newest", "oldest"]
TextField = Literal["text", "title"]  # "text" is title, lead and body together
KeywordField = Literal[
    "id",
    "external_id",
    "source",
    "section",
    "kind",
    "directives",
    "persons",
    "organizations",
    "offices",
    "places",
    "events",
    "year",
    "month",
    "day",
]
FACETS: tuple[KeywordField, ...] = (
    "source",
    "section",
    "kind",
    "year",
    "month",
    "directives",
    "persons",
    "organizations",
    "offices",
    "places",
    "events",
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words to find.  `value` is as typed; accents typed are respected, and without any `doi` finds `đối`.

    `slop` counts the places that the words of a phrase may be moved; `fuzzy` the letters that a word of mode
    any or all may differ by (0 to 2); mode prefix takes the last word as the beginning of one.
    """

    value: str
    mode: Mode = "any"
    slop: int = 0
    fuzzy: int = 0
    fields: tuple[TextField, ...] = ("text",)


@dataclass(frozen=True, slots=True)
class Term:
    """A keyword; names (source, section, persons, organizations, offices, places, events) are compared without
    accents, case and punctuation.
    """

    field: KeywordField
    value: str


@dataclass(frozen=True, slots=True)
class Terms:
    field: KeywordField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Articles published on local days (YYYY-MM-DD, +07:00) from `first` to `last`, both included."""

    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Exists:
    field: KeywordField | Literal["published"]


@dataclass(frozen=True, slots=True)
class MoreLike:
    """Articles like the one with this id, which is not among the answers."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Everything:
    pass


@dataclass(frozen=True, slots=True)
class Bool:
    """`should` clauses rank; at least `min_should` of them must hold.  `filters` and `must_not` don't rank."""

    must: tuple["Query", ...] = ()
    should: tuple["Query", ...] = ()
    must_not: tuple["Query", ...] = ()
    filters: tuple["Query", ...] = ()
    min_should: int = 0


Query = Text | Term | Terms | Range | Exists | MoreLike | Everything | Bool


@dataclass(frozen=True, slots=True)
class Request:
    query: Query
    sort: Sort = "relevance"
    limit: int = 10
    cursor: str | None = None  # `Result.next` of the page before
    offset: int = 0
    facets: tuple[KeywordField, ...] = ()
    facet_size: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    id: str
    score: float


@dataclass(frozen=True, slots=True)
class Bucket:
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Result:
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[tuple[KeywordField, tuple[Bucket, ...]], ...] = ()
    next: str | None = None  # cursor of the next page; None on the last
    warnings: tuple[str, ...] = ()
