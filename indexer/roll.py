"""What is known of persons, bodies and events across all articles, as commands, the API and pages show it."""

from dataclasses import dataclass

Names = tuple[tuple[str, int], ...]  # names as printed, each with the number of its articles, most first


@dataclass(frozen=True, slots=True)
class Line:
    """One article, as a list shows it."""

    article: str
    title: str | None
    url: str | None
    source: str
    published: str | None
    day: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence of an article that says something; `start` and `end` are where in the sentence it is said."""

    line: Line
    text: str
    at: int  # where the sentence stands in the article's text
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Person:
    id: str
    name: str
    articles: int
    first: str | None  # day of the first article that names the person
    last: str | None
    offices: tuple[str, ...]  # with their bodies, those seen last first: "Chủ tịch Hội Luật gia Việt Nam"


@dataclass(frozen=True, slots=True)
class Held:
    """An office that a person held: `first` and `last` are the days of the articles that say so."""

    person: str  # id
    name: str
    office: str
    organization: str | None
    organization_id: str | None
    former: bool  # whether every article calls it a former one
    acting: bool
    first: str | None
    last: str | None
    articles: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a person or body; `person` is None where only an office is named and its holder is not known."""

    person: str | None  # id
    speaker: str | None
    office: str | None
    organization: str | None  # id, where a body speaks
    words: str
    direct: bool
    resolved: bool  # whether the speaker follows from the office and the day, and is not named
    passage: Passage


@dataclass(frozen=True, slots=True)
class Part:
    """That a person took part in an event."""

    event: str  # id
    name: str
    kind: str
    date: str | None
    place: str | None
    role: str  # chair, speaker, attendee
    office: str | None


@dataclass(frozen=True, slots=True)
class PersonDossier:
    person: Person
    names: Names
    offices: tuple[Held, ...]  # the timeline, those seen first at first
    parts: tuple[Part, ...]  # the newest first
    said: tuple[Said, ...]
    lines: tuple[Line, ...]
    apart: tuple[Person, ...]  # others of the same name, kept apart


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str
    short: str | None  # "VUFO"
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class OrganizationDossier:
    organization: Organization
    names: Names
    parents: tuple[Organization, ...]  # the nearest first
    children: tuple[Organization, ...]
    officers: tuple[Held, ...]
    events: tuple["Event", ...]  # that it organised
    said: tuple[Said, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Event:
    id: str
    name: str
    kind: str
    date: str | None
    place: str | None
    online: bool
    organizer: str | None
    organizer_id: str | None
    reports: int  # articles


@dataclass(frozen=True, slots=True)
class Participant:
    name: str
    person: str | None  # id
    office: str | None
    reports: int  # how many reports say so


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact on which reports differ: each value with the articles that give it, the chosen one first."""

    field: str  # date, place, kind, organizer, chairs
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class EventDossier:
    event: Event
    names: Names
    ordinal: str | None
    period: str | None
    attendance: int | None
    chairs: tuple[Participant, ...]
    speakers: tuple[Participant, ...]  # in the order in which they speak
    attendees: tuple[Participant, ...]
    documents: tuple[tuple[str, int], ...]  # keys of documents that the reports cite, with the number of reports
    said: tuple[Said, ...]
    reports: tuple[Line, ...]
    conflicts: tuple[Conflict, ...]
