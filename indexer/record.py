"""The searchable form of one article: what an engine is given to index."""

from dataclasses import dataclass

VERSION = 3  # raise it when a record holds something else: every index is then built again


@dataclass(frozen=True, slots=True)
class Record:
    """Texts as printed (NFC); keywords as shown to people.  The engine keeps nothing else: hits are ids."""

    id: str
    version: int  # place in the outbox; a higher one replaces a lower one
    title: str
    lead: str
    body: str
    source: str
    kind: str
    section: str | None = None
    external_id: str | None = None
    published_at: int | None = None  # seconds since 1970, UTC; a day alone counts from local midnight
    day: str | None = None  # YYYY-MM-DD, +07:00
    persons: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()  # each with its body: "Chủ tịch Hội Luật gia Việt Nam"
    titles: tuple[str, ...] = ()  # the same without: found by, but not shown
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    directives: tuple[str, ...] = ()  # numbers of documents cited, in normal form; or names of those without one
    documents: tuple[str, ...] = ()  # their keys: found by, but not shown
