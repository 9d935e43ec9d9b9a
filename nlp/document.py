"""What is found in a text.  Spans are [start, end) in its code points, and `surface == text[start:end]`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, TypeVar

T = TypeVar("T")

EntityType = Literal["PER", "ORG", "LOC"]
CitationKind = Literal["full", "short", "named", "anaphoric"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `joined` says that it holds more than one syllable."""

    start: int
    end: int
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    start: int
    end: int
    surface: str
    type: EntityType
    canonical: str  # the fullest correct name in the article
    id: str | None = None  # where it is linked across articles
    confidence: float = 1.0
    by: str = ""  # which recogniser found it: "gazetteer", "model" …


@dataclass(frozen=True, slots=True)
class Citation:
    """A mention of an official document; fields as in the specification, None where unknown."""

    start: int
    end: int
    surface: str
    full_start: int  # with date, issuer, subject
    full_end: int
    kind: CitationKind
    type: str | None = None  # "Chỉ thị"
    number: str | None = None  # without leading zeros: "12", "30a"
    year: str | None = None  # only when written in or next to the number
    symbol: str | None = None  # Party "CT/TW", State "NĐ-CP", Assembly "QH13"
    issuer: str | None = None
    issued_on: str | None = None  # YYYY-MM-DD
    term: str | None = None  # "XIII"
    subject: str | None = None  # what it is about, as the words after it say
    pinpoint: str | None = None
    scope: str | None = None  # party, state, mass, corp
    canonical: str | None = None  # a document's key; parts that can't be known are "x"
    candidates: tuple[str, ...] = ()
    evidence: str | None = None  # which rule decided
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Relation:
    source: str  # a document's key, "self" or "activity"; "from" in JSON
    to: str
    relation: str
    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Office:
    start: int
    end: int
    surface: str
    person: str
    office: str
    organization: str | None = None
    former: bool = False
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    start: int
    end: int
    surface: str
    speaker: str | None
    office: str | None
    direct: bool


@dataclass(frozen=True, slots=True)
class Event:
    name: str
    kind: str
    date: str | None = None
    place: str | None = None
    organizer: str | None = None
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    main: bool = False


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """Everything that was found in one text, each kind in the order of the text."""

    entities: tuple[Entity, ...] = ()
    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    offices: tuple[Office, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[str, ...] = field(default=())


def to_dict(document: AnnotatedDocument) -> dict[str, Any]:
    """The JSON shape that scripts read; a relation's source is called "from" there."""
    shape = asdict(document)
    shape["relations"] = [
        {("from" if name == "source" else name): value for name, value in one.items()}
        for one in shape["relations"]
    ]
    return shape


def from_dict(shape: Mapping[str, Any]) -> AnnotatedDocument:
    """The document that `to_dict` gave this shape."""
    relations = [
        {("source" if name == "from" else name): value for name, value in one.items()}
        for one in shape["relations"]
    ]
    return AnnotatedDocument(
        entities=_all(Entity, shape["entities"]),
        citations=_all(Citation, shape["citations"]),
        relations=_all(Relation, relations),
        offices=_all(Office, shape["offices"]),
        quotes=_all(Quote, shape["quotes"]),
        events=_all(Event, shape["events"]),
        warnings=tuple(shape["warnings"]),
    )


def _all(kind: Callable[..., T], rows: Iterable[Mapping[str, Any]]) -> tuple[T, ...]:
    """Lists, which are what JSON has, become the tuples that values have."""
    return tuple(
        kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in row.items()})
        for row in rows
    )
