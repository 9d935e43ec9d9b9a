"""Persons, bodies and events in, text for eyes out."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from config.harmless import harmless
from config.show import console, plain, table
from indexer.directory import display
from indexer.roll import (
    Event,
    EventDossier,
    Held,
    Line,
    Organization,
    OrganizationDossier,
    Participant,
    Passage,
    Person,
    PersonDossier,
    Said,
)
from nlp.directives.display import from_key
from nlp.directives.registry import Registry
from nlp.offices.titled import titled

LINES = 15  # articles, events and names that are listed
ROLES = {"chair": "chaired", "speaker": "spoke at", "attendee": "was at"}


def people(found: Sequence[Person]) -> None:
    columns = ("person", "name", "articles", "first", "last", "offices")
    rows = [(one.id, one.name, one.articles, one.first, one.last, "; ".join(one.offices)) for one in found]
    table(columns, rows)


def organizations(found: Sequence[Organization]) -> None:
    columns = ("organization", "name", "short", "articles", "first", "last")
    table(columns, [(one.id, one.name, one.short, one.articles, one.first, one.last) for one in found])


def events(found: Sequence[Event]) -> None:
    columns = ("event", "date", "kind", "name", "place", "reports")
    table(columns, [(one.id, one.date, one.kind, one.name, one.place, one.reports) for one in found])


def person(found: PersonDossier, *, sentences: int) -> None:
    one = found.person
    _head(one.name, one.id, f"{one.articles:,} articles", _days(one.first, one.last))
    _names(found.names)
    _title("offices")
    _held(found.offices, sentences=sentences)
    _title("events")
    for part in found.parts[:LINES]:
        facts = (part.date, ROLES.get(part.role, part.role), part.name, part.place, part.office, part.event)
        _line(facts)
    _said(found.said[: sentences * 3])
    _articles(found.lines)
    if found.apart:
        _title("others of this name, kept apart")
        people(found.apart)


def organization(found: OrganizationDossier, *, sentences: int) -> None:
    one = found.organization
    _head(one.name, one.id, f"{one.articles:,} articles", _days(one.first, one.last))
    _names(found.names)
    for title, others in (("belongs to", found.parents), ("parts", found.children)):
        if others:
            shown = "; ".join(f"{other.name} [{other.id}]" for other in others[:LINES])
            console().print(plain(f"{title}: {shown}"))
    _title("officers")
    _held(found.officers, sentences=sentences)
    if found.events:
        _title("events that it organised")
        events(found.events[:LINES])
    _said(found.said[: sentences * 3])
    _articles(found.lines)


def event(found: EventDossier, known: Registry, *, sentences: int) -> None:
    one = found.event
    _head(one.name, one.id, one.kind, one.date or "undated", one.place, "online" if one.online else None)
    _names(found.names)
    facts = {
        "organiser": one.organizer,
        "number": found.ordinal,
        "period": found.period,
        "attendance": f"{found.attendance:,}" if found.attendance else None,
    }
    for name, value in facts.items():
        if value:
            console().print(plain(f"{name}: {value}"))
    for title, group in (("chaired by", found.chairs), ("spoke", found.speakers), ("present", found.attendees)):
        _participants(title, group)
    if found.documents:
        cited = ", ".join(f"{_document(known, key)} ({count})" for key, count in found.documents[:LINES])
        console().print(plain(f"documents cited: {cited}"))
    for conflict in found.conflicts:
        values = "; ".join(f"{value} ({', '.join(articles[:3])})" for value, articles in conflict.values)
        console().print(plain(f"reports differ on the {conflict.field}: {values}", style="yellow"))
    _said(found.said[:sentences])
    _articles(found.reports, title=f"{one.reports} reports")


def holders(found: Sequence[Held], said: Sequence[Said], *, sentences: int) -> None:
    """Who held an office, and what was said in it."""
    _held(found, sentences=sentences, named=True)
    _said(said)


def _held(offices: Iterable[Held], *, sentences: int, named: bool = False) -> None:
    for one in offices:
        marks = [mark for mark, set_ in (("former", one.former), ("acting", one.acting)) if set_]
        facts = (one.name if named else None, titled(one.office, one.organization), *marks)
        line = Text(f"  {_days(one.first, one.last):<25}", style="cyan")
        line.append(harmless(" · ".join(filter(None, facts))), style="bold")
        line.append(f"  {one.articles} articles", style="dim")
        console().print(line)
        for passage in one.passages[:sentences]:
            _passage(passage)


def _said(said: Sequence[Said]) -> None:
    if said:
        _title("said")
    for one in said:
        by = " · ".join(filter(None, (one.speaker, one.office, "from the office and the day" * one.resolved)))
        console().print(plain(f"  {by}" if by else "  (nobody is known)", style="bold"))
        _passage(one.passage)


def _passage(passage: Passage) -> None:
    """The sentence, with what it says marked, and where it stands."""
    out, shown = console(), harmless(passage.text)
    line = Text("    " + shown[: passage.start])
    words = shown[passage.start : passage.end]
    line.append(words if out.is_terminal else f"[{words}]", style="yellow")
    line.append(shown[passage.end :])
    out.print(Text(" ").join(line.split("\n")))
    facts = (passage.line.article, passage.line.source, passage.line.published)
    out.print(plain("      " + " · ".join(filter(None, facts)), style="dim"))


def _participants(title: str, group: Sequence[Participant]) -> None:
    if group:
        shown = "; ".join(" – ".join(filter(None, (one.name, one.office))) for one in group)
        console().print(plain(f"{title}: {shown}"))


def _articles(lines: Sequence[Line], *, title: str = "articles") -> None:
    _title(title)
    for one in lines[:LINES]:
        _line((one.published, one.source, one.title, one.article))


def _head(name: str, *facts: str | None) -> None:
    console().print(plain(name, style="bold"))
    console().print(plain(" · ".join(filter(None, facts)), style="dim"))


def _names(names: Sequence[tuple[str, int]]) -> None:
    if len(names) > 1:
        shown = ", ".join(f"{name} ({count})" for name, count in names[:LINES])
        console().print(plain(f"named: {shown}"))


def _title(title: str) -> None:
    console().print(title, style="bold underline")


def _line(facts: Iterable[str | None]) -> None:
    console().print(plain("  " + " · ".join(filter(None, facts))))


def _days(first: str | None, last: str | None) -> str:
    if not first or not last:
        return "undated"
    return first if first == last else f"{first} – {last}"


def _document(known: Registry, key: str) -> str:
    return display(known.get(key) or from_key(key))
