"""A document in, everything that is known about it out: its standing, its links, who cites it, what is coming."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from indexer.anniversaries import Anniversary, coming
from indexer.catalog import profiles
from indexer.catalog.profiles import Profile
from nlp.directives.check import status
from nlp.directives.registry import Document, Link, Registry


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list of documents."""

    document: Document
    status: str  # in-force, amended, replaced …, as far as the registry knows
    replaces: tuple[str, ...]  # keys
    replaced_by: tuple[str, ...]
    citing_articles: int


@dataclass(frozen=True, slots=True)
class Dossier:
    entry: Entry
    links: tuple[Link, ...]  # what the document does to others
    incoming: tuple[Link, ...]  # what others do to it: `to` is the other's key
    profile: Profile
    anniversaries: tuple[Anniversary, ...]


def entries(
    connection: Connection, documents: Sequence[Document], *, known: Registry, today: date
) -> tuple[Entry, ...]:
    """In the order given."""
    citing = profiles.counts(connection, [one.key for one in documents])
    return tuple(
        Entry(
            document=one,
            status=status(one, known, today.isoformat()).slug if known.get(one.key) else "unknown",
            replaces=tuple(link.to for link in one.links if link.relation == "replaces"),
            replaced_by=tuple(link.to for link in known.incoming(one.key) if link.relation == "replaces"),
            citing_articles=citing.get(one.key, 0),
        )
        for one in documents
    )


def dossier(connection: Connection, one: Document, *, known: Registry, today: date) -> Dossier:
    (entry,) = entries(connection, [one], known=known, today=today)
    return Dossier(
        entry=entry,
        links=one.links,
        incoming=known.incoming(one.key),
        profile=profiles.profile(connection, one.key),
        anniversaries=coming(one.issued_on, today=today) if one.issued_on else (),
    )
