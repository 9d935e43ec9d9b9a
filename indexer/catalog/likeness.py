"""Two reports of events in, whether they may be of one event out.

`nlp.events.same` compares what two articles say; here stands what only the store knows: which bodies the names
mean, in which province a place lies, and that copies of one text say nothing new.
"""

from indexer.catalog.reported import Report
from nlp.events.same import SAME, similarity

PEOPLE = 2  # that two reports share when nothing else speaks for them
WORDS = 4  # that tell in a name that speaks for itself, where two articles of one week print it
MONTH_WORDS = 2  # the same where both say in which month the event is
TOLD = 2  # words that tell in the shorter of two names that are not of the same words
PAIRS = 0.55  # of words in a row that such a name must have in common with the longer one
TWICE = 0.8  # likeness from which two events of one article are one that it names in two ways
NUMBERED = 0.8  # of two reports of one numbered session
SESSION_DAYS = 45  # so long may such a session last that is reported day by day
_MEETINGS = frozenset({"tiếp", "làm việc"})


def likeness(one: Report, other: Report) -> float:
    """From 0 to 1, as `nlp.events.same.similarity`; from SAME on they are of one event."""
    if _exclude(one, other):
        return 0.0
    if one.text == other.text and one.number == other.number and one.event.name == other.event.name:
        return 1.0
    if _one_session(one, other):
        return NUMBERED
    score = similarity(one.event, other.event)
    if score < SAME or (_confirmed(one, other) and (one.article != other.article or score >= TWICE)):
        return score
    return SAME / 2


def _exclude(one: Report, other: Report) -> bool:
    """Places, purposes or guests that one event can't have both."""
    if one.provinces and other.provinces and not one.provinces & other.provinces:
        return True
    if one.is_press != other.is_press or one.is_about != other.is_about:
        return True
    if {one.event.kind, other.event.kind} <= _MEETINGS and one.people and other.people:
        shared = one.people & other.people
        return len(shared) < PEOPLE and shared not in (one.people, other.people)
    return False


def _one_session(one: Report, other: Report) -> bool:
    """The same number of the same body's sessions, about the same time: "kỳ họp thứ 5" is told day by day."""
    if one.ordinal is None or one.ordinal != other.ordinal or one.event.kind != other.event.kind:
        return False
    first, second = one.about_when, other.about_when
    if first is None or second is None or abs((first - second).days) > SESSION_DAYS:
        return False
    if one.body and other.body:
        return one.body == other.body
    parliament = one.event.kind == "kỳ họp" and "quochoi" in one.telling & other.telling
    return parliament or (bool(one.telling) and one.telling == other.telling)


def _confirmed(one: Report, other: Report) -> bool:
    """Where no day, other bodies or a name that says little make it doubtful, persons must be the same."""
    shared = len(one.people & other.people)
    same_body = one.body is not None and one.body == other.body
    alike = one.telling == other.telling
    if not (one.is_exact and other.is_exact):
        least = MONTH_WORDS if one.days and one.days == other.days else WORDS
        named = alike and len(one.telling) >= least and not one.is_common and not other.is_common
        dated = one.about_when is not None and other.about_when is not None
        return shared >= PEOPLE or (shared >= 1 and same_body) or (named and dated)
    if not alike and not one.telling & other.telling:
        return shared >= PEOPLE or (shared >= 1 and same_body)
    if shared >= 1 or same_body:
        return True
    return _told(one, other) and _anybodys(one, other)


def _anybodys(one: Report, other: Report) -> bool:
    """Whether it can be one event though nothing says that one body holds it: what every body holds can't."""
    known = one.body is not None and other.body is not None
    if one.is_common or other.is_common:
        return one.is_at(other) and not known
    if not known:
        return True
    strong = len(one.telling & other.telling) >= WORDS
    return strong and not (one.home and other.home and one.home != other.home)


def _told(one: Report, other: Report) -> bool:
    """Whether the names alone say that it is one event: by the same words, or by enough of them in one order."""
    if one.telling == other.telling:
        return bool(one.telling)
    if min(len(one.telling), len(other.telling)) < TOLD or not one.telling & other.telling:
        return False
    return len(one.pairs & other.pairs) >= PAIRS * min(len(one.pairs), len(other.pairs))
