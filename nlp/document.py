"""What is found in a text.  Spans are [start, end) in its code points, and `surface == text[start:end]`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, TypeVar

T = TypeVar("T")

EntityType = Literal["PER", "ORG", "LOC"]
CitationKind = Literal["full", "short", "named", "anaphoric"]
KINDS = ("hội nghị", "đại hội", "hội thảo", "toạ đàm", "kỳ họp", "phiên họp", "làm việc", "tiếp", "lễ", "khác")


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
    """That somebody holds or held an office, at the place that says so most clearly."""

    start: int  # the title and the body as printed, with "nguyên" or "quyền"
    end: int
    surface: str
    person: str  # canonical name
    office: str  # "Chủ tịch"; whole where title and body are one: "Trưởng Ban Đối ngoại Trung ương"
    organization: str | None = None  # canonical name
    former: bool = False
    acting: bool = False
    confidence: float = 1.0
    by: str = ""  # which rule found it: "apposition", "list", "caption", "signature" …


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody: inside the quotation marks where `direct`, else what follows the verb of saying."""

    start: int
    end: int
    surface: str
    speaker: str | None  # canonical name of a person or body; None where only an office is named
    office: str | None  # as it is named there
    direct: bool
    verb: str | None = None  # "nhấn mạnh", "cho biết"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Event:
    """A conference, congress, visit …; names of persons are canonical, and in the order of the text."""

    name: str  # as printed, or put together where the text gives none
    kind: str  # one of KINDS
    date: str | None = None  # YYYY-MM-DD, YYYY-MM, or two of them with a stroke between: first and last
    place: str | None = None
    organizer: str | None = None
    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()
    main: bool = False
    start: int | None = None  # of the name; None where it was put together
    end: int | None = None
    ordinal: str | None = None  # "13" in "Hội nghị lần thứ 13", "VI" in "Đại hội VI", as printed
    period: str | None = None  # "2019-2024", "nhiệm kỳ" as printed
    online: bool = False
    attendance: int | None = None  # how many took part, as the text says


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
