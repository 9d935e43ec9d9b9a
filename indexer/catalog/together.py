"""The reports of one event in, what they say together out: by majority, where copies of a text have one voice."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from crawler.letters import fold
from indexer.catalog.reported import Report
from indexer.roll import Conflict
from nlp.events.day import span

T = TypeVar("T")
MAIN = 2  # voices that a report of the main event has in the choice of a name
LONGEST = 200  # letters of a name that is still taken for the fullest; longer ones run on into the sentence


@dataclass(frozen=True, slots=True)
class Facts:
    name: str
    kind: str
    date: str | None
    first: str | None
    last: str | None
    place: str | None
    online: bool
    organizer: str | None
    organization_id: str | None
    ordinal: str | None
    period: str | None
    attendance: int | None
    conflicts: tuple[Conflict, ...]


def facts_of(reports: Sequence[Report]) -> Facts:
    voices = voices_of(reports)
    kinds = _votes(voices, lambda one: one.event.kind)
    kinds.sort(key=lambda vote: (-len(vote[1]), vote[0] == "khác"))
    dates = _votes(voices, lambda one: one.event.date if one.first else None)
    places = _votes(voices, lambda one: one.event.place)
    organizers = _votes(voices, lambda one: one.body_name or one.event.organizer)
    if kinds[0][0] == "kỳ họp":
        dates = _session(dates)
    date = dates[0][0] if dates else None
    days = span(date)
    organizer = organizers[0][0] if organizers else None
    return Facts(
        name=_name(voices),
        kind=kinds[0][0],
        date=date,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        place=places[0][0] if places else None,
        online=any(one.event.online for one in voices),
        organizer=organizer,
        organization_id=next((one.body for one in voices if one.body_name == organizer), None),
        ordinal=_first(one.event.ordinal for one in voices),
        period=_first(one.event.period for one in voices),
        attendance=_first(one.event.attendance for one in voices),
        conflicts=tuple(
            filter(
                None,
                (
                    _conflict("date", dates, _apart_in_time),
                    _conflict("place", places, _apart),
                    _conflict("kind", kinds, _apart),
                    _conflict("organizer", organizers, _apart),
                    _chairs(voices),
                ),
            )
        ),
    )


def voices_of(reports: Iterable[Report]) -> list[Report]:
    """One for each text, the first that printed it; those that tell of the event mainly at first."""
    ordered = sorted(reports, key=lambda one: (not one.event.main, one.day or "9999", one.article, one.number))
    first: dict[str, Report] = {}
    for one in ordered:
        first.setdefault(one.text, one)
    return list(first.values())


Votes = list[tuple[str, tuple[str, ...]]]


def _votes(voices: Iterable[Report], of: Callable[[Report], str | None]) -> Votes:
    """Values with the articles that give them, the most frequent first, of two as frequent the one given first.

    Ways to write one value are one; the first way is shown.
    """
    shown: dict[str, str] = {}
    said: dict[str, list[str]] = defaultdict(list)
    for one in voices:
        if value := of(one):
            key = " ".join(fold(value).split())
            shown.setdefault(key, value)
            said[key].append(one.article)
    ordered = sorted(said.items(), key=lambda item: -len(item[1]))
    return [(shown[key], tuple(articles)) for key, articles in ordered]


def _name(voices: Sequence[Report]) -> str:
    """The name that is most like all the others; of several the fullest.

    Reports of which it is the main event name it more carefully than those that mention it.
    """
    weights = [(one.words, MAIN if one.event.main else 1) for one in voices]

    def worth(one: Report) -> tuple[float, bool, bool, int, str]:
        like = sum(weight * len(one.words & words) / len(one.words | words) for words, weight in weights)
        name = one.event.name
        return round(like, 6), one.event.main, len(name) <= LONGEST, len(name), name

    return max(voices, key=worth).event.name


def _first(values: Iterable[T | None]) -> T | None:
    """The most frequent value, of two as frequent the first."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _conflict(field: str, votes: Votes, apart: Callable[[str, str], bool]) -> Conflict | None:
    if not votes:
        return None
    others = [vote for vote in votes[1:] if apart(votes[0][0], vote[0])]
    return Conflict(field, (votes[0], *others)) if others else None


def _session(dates: Votes) -> Votes:
    """A session goes on from the first day that is told of it to the last."""
    spans = [days for value, _ in dates if (days := span(value))]
    if len(spans) < 2:
        return dates
    first, last = min(days[0] for days in spans), max(days[1] for days in spans)
    return [(f"{first}/{last}" if last > first else f"{first}", tuple(id_ for _, ids in dates for id_ in ids))]


def _apart(one: str, other: str) -> bool:
    """Whether neither tells the other more exactly."""
    first, second = fold(one), fold(other)
    return first not in second and second not in first


def _apart_in_time(one: str, other: str) -> bool:
    """A day is no other than its month."""
    first, second = span(one), span(other)
    if first is None or second is None:
        return False
    return not (first[0] <= second[0] <= second[1] <= first[1] or second[0] <= first[0] <= first[1] <= second[1])


def _chairs(voices: Iterable[Report]) -> Conflict | None:
    """Reports whose lists of chairs are not one the beginning of the other."""
    votes = _votes(voices, lambda one: ", ".join(sorted(one.event.chairs)) or None)
    return _conflict("chairs", votes, lambda one, other: not _within(one, other))


def _within(one: str, other: str) -> bool:
    first, second = (set(fold(names).split(", ")) for names in (one, other))
    return first <= second or second <= first
