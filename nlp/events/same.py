"""Two reported events in, whether they are one event out: by day, name, body, place and persons."""

import re

from crawler.letters import fold
from nlp.directives.ordinal import ordinal
from nlp.document import Event
from nlp.events.day import span

SAME = 0.6  # of `similarity`; from here on two reports are taken for one event

# Kinds between which reports of one event waver; any other two kinds are two events.
_CLOSE = ({"tiếp", "làm việc"}, {"hội thảo", "toạ đàm", "hội nghị"}, {"kỳ họp", "phiên họp"}, {"đại hội", "lễ"})
_SESSION_DAYS = 45  # so long may a numbered session last that is reported day by day
_NEIGHBOURS = 1  # days between two reports of a day that one of them has wrong
_ENOUGH = 3  # words that a name needs before it is compared without its body
_YEAR = re.compile(r"(?:19|20)\d\d")
# Words that say nothing about which event it is; without accents.
_TELLING = re.compile(
    r"\b(?!(?:hoi|nghi|dai|thao|toa|dam|ky|hop|phien|le|buoi|cuoc|tai|va|cua|ve|cac|nhung|voi|cho|lan|thu|nam|mot"
    r"|trong|da|se|to|chuc|ngay|ong|ba|dong|chi|tiep|lam|viec|gap|don)\b)\w+"
)


def same(first: Event, second: Event) -> bool:
    """Whether two reports, of two articles, tell of one event."""
    return similarity(first, second) >= SAME


def similarity(first: Event, second: Event) -> float:
    """From 0 to 1, the same both ways.  0 where the days, kinds, numbers or years exclude each other.

    Without a day in both, only a long name that is nearly equal reaches `SAME`.
    """
    numbered = _number(first.ordinal) is not None and _number(first.ordinal) == _number(second.ordinal)
    near = _nearness(first, second, numbered=numbered)
    if near == 0 or _exclude(first, second):
        return 0.0
    name = _alike(_words(first), _words(second))
    people = _shared(_people(first), _people(second))
    if near is None:
        sure = len(_words(first) & _words(second)) >= 2 * _ENOUGH and name >= 0.85
        return round(name * (0.8 if sure else 0.5), 3)
    score = 0.55 * name + 0.25 * near + 0.2 * people + 0.1 * _agree(first, second)
    return round(max(0.0, min(1.0, score)), 3)


def _nearness(first: Event, second: Event, *, numbered: bool) -> float | None:
    """1 on common days, 0 where they can't be one event, None where a day is unknown."""
    one, two = span(first.date), span(second.date)
    if one is None or two is None:
        return None
    apart = max((two[0] - one[1]).days, (one[0] - two[1]).days, 0)
    if apart == 0:
        return 1.0 if one == two or (one[1] - one[0]).days + (two[1] - two[0]).days < 28 else 0.8
    if numbered and apart <= _SESSION_DAYS:
        return 0.8
    return 0.5 if apart <= _NEIGHBOURS else 0.0


def _exclude(first: Event, second: Event) -> bool:
    """Kinds, ordinals or years that one event can't have both."""
    kinds = {first.kind, second.kind}
    if len(kinds) == 2 and "khác" not in kinds and not any(kinds <= close for close in _CLOSE):
        return True
    numbers = {_number(first.ordinal), _number(second.ordinal)} - {None}
    if len(numbers) == 2:
        return True
    years, others = (set(_YEAR.findall(one.name)) for one in (first, second))
    return bool(years and others and not years & others)


def _number(printed: str | None) -> int | None:
    """One for "VI", "6" and "sáu"."""
    return ordinal(printed) if printed else None


def _words(event: Event) -> frozenset[str]:
    """The words of the name that tell; with those of the body where the name alone says too little."""
    told = frozenset(_TELLING.findall(fold(event.name)))
    if len(told) < _ENOUGH and event.organizer:
        told |= frozenset(_TELLING.findall(fold(event.organizer)))
    return told


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    """A name that the other holds whole counts nearly as an equal one: reports shorten names."""
    if not one or not two:
        return 0.0
    common = len(one & two)
    held = common / min(len(one), len(two)) if min(len(one), len(two)) >= _ENOUGH else 0.0
    return max(common / len(one | two), 0.9 * held)


def _people(event: Event) -> frozenset[str]:
    return frozenset(map(fold, (*event.chairs, *event.speakers, *event.attendees)))


def _shared(one: frozenset[str], two: frozenset[str]) -> float:
    """Of the smaller list; half where a report names nobody."""
    if not one or not two:
        return 0.5
    return len(one & two) / min(len(one), len(two))


def _agree(first: Event, second: Event) -> float:
    """Bodies and places that are the same speak for it; other ones against it.

    Weakly: they are also told at different sizes, a city and a hall in it.
    """
    score = 0.0
    for one, two in ((first.organizer, second.organizer), (first.place, second.place)):
        if one and two:
            a, b = fold(one), fold(two)
            score += 0.5 if a in b or b in a else -0.5
    return score
