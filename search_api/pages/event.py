"""Events in; what their list and the page of one of them show, with the addresses that lead on, out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice
from typing import Any

from indexer.roll import Conflict, Event, EventDossier, Participant
from nlp.directives.display import from_key
from nlp.directives.registry import Registry
from search_api.pages.cited import heading
from search_api.pages.links import directive_page, event_page, organization_page, person_page
from search_api.pages.mentions import Mention
from search_api.pages.results import Names
from search_api.pages.sayings import Report, quotations, report
from search_api.pages.templating import days
from search_api.pages.words import DIFFERING

UNDATED = "Không rõ ngày"
Sources = list[tuple[str, list[Report]]]  # names of sources with their reports


@dataclass(frozen=True, slots=True)
class Month:
    """The events that begin in one month."""

    name: str
    events: tuple[tuple[Event, str], ...]  # each with the address of its page


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody who took part."""

    found: Participant
    href: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact on which the reports differ: each value with those that give it, the chosen one first."""

    heading: str
    values: tuple[tuple[str, Sources], ...]


def months(found: Sequence[Event]) -> tuple[Month, ...]:
    """In the order of `found`; one without a day stands at that of its first report, in the month before it."""
    names = accumulate(found, lambda last, one: month(one.date) if one.date else last, initial=UNDATED)
    placed = zip(islice(names, 1, None), found, strict=True)
    return tuple(
        Month(name, tuple((one, event_page(one.id)) for _, one in group))
        for name, group in groupby(placed, lambda pair: pair[0])
    )


def month(day: str) -> str:
    return f"Tháng {int(day[5:7])}/{day[:4]}"


def values(found: EventDossier, known: Registry, *, names: Names) -> dict[str, Any]:
    """By the names that the template has for them."""
    one = found.event
    reports = {line.article: report(line, names) for line in found.reports}
    return {
        "found": found,
        "one": one,
        "organizer": organization_page(one.organizer_id) if one.organizer_id else None,
        "chairs": _presences(found.chairs),
        "speakers": _presences(found.speakers),
        "attendees": _presences(found.attendees),
        "documents": [_cited(key, count, known) for key, count in found.documents],
        "quotations": quotations(found.said, names),
        "groups": by_source(reports.values()),
        "differences": [_difference(conflict, reports) for conflict in found.conflicts],
        "other_names": [name for name, _ in found.names if name != one.name],
    }


def by_source(reports: Iterable[Report]) -> Sources:
    """The source with most reports first."""
    groups: dict[str, list[Report]] = {}
    for one in reports:
        groups.setdefault(one.source, []).append(one)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _presences(found: Iterable[Participant]) -> tuple[Presence, ...]:
    return tuple(Presence(one, person_page(one.person) if one.person else None) for one in found)


def _cited(key: str, count: int, known: Registry) -> Mention:
    document = known.get(key) or from_key(key)
    name, title = heading(document), document.title or ""
    return Mention(name, count, directive_page(key), note="" if title == name else title)


def _difference(conflict: Conflict, reports: Mapping[str, Report]) -> Difference:
    return Difference(
        DIFFERING.get(conflict.field, conflict.field),
        tuple(
            (_shown(conflict.field, value), by_source(reports[one] for one in articles if one in reports))
            for value, articles in conflict.values
        ),
    )


def _shown(field: str, value: str) -> str:
    return days(value) if field == "date" else value
