"""Two reports of events in, whether they may be of one event out.

`nlp.events.same` compares what two articles say; here stands what only the store knows: which bodies the names
mean, in which province a place lies, and that copies of one text say nothing new.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from crawler.letters import fold
from indexer.bodies.facts import facts
from indexer.bodies.key import key_of
from nlp.directives.ordinal import ordinal as ordinal_of
from nlp.document import Event
from nlp.events.same import SAME, similarity

PEOPLE = 2  # that two reports share when nothing else speaks for them
WORDS = 4  # that tell in a name that speaks for itself, where two articles of one week print it
MONTH_WORDS = 2  # the same where both say in which month the event is
TOLD = 3  # words that tell in the shorter of two names that are not of the same words
PAIRS = 0.55  # of words in a row that such a name must have in common with the longer one
TWICE = 0.8  # likeness from which two events of one article are one that it names in two ways
NUMBERED = 0.8  # of two reports of one numbered session
SESSION_DAYS = 45  # so long may such a session last that is reported day by day
EXACT_DAYS = 14  # a longer time does not say when the event was
_MEETINGS = frozenset({"tiếp", "làm việc"})
# "Hội nghị thông báo kết quả Hội nghị lần thứ 7": an event about another one.
_ABOUT = re.compile(
    r"(?:thong bao|quan triet|hoc tap|tuyen truyen|ket qua|chuan bi|nghi quyet)\b.*\b(?:hoi nghi|dai hoi|ky hop)\b"
)
_WORD = re.compile(r"\w+")
_EMPTY = frozenset(_WORD.findall("hoi nghi dai bieu lan thu nam ve va cua tai cac cong tac to chuc"))
# Words of names that say of what kind an event is, and not which one; without accents.
_KIND = frozenset(
    _WORD.findall(
        "hoi nghi dai thao toa dam ky hop phien le buoi cuoc bao dien dan doi thoai thuong nien dinh cap cao truc"
        " tuyen toan quoc gia te giao ban so ket tong trien khai nhiem vu ke hoach bieu khoa lan thu dong co dhdcd"
        " dhcd bat the chuyen de mac be niem cong bo trao tang duong kien tac nam thang quy dau cuoi cua va ve tai"
        " cac nhung to chuc thuc hien tham lam viec voi tiep gap luan sap toi nay hom"
    )
)


@dataclass(frozen=True)  # no slots: what follows from the fields is worked out once
class Report:
    """`body` is the id of the organiser; `people` are keys of full names: a given name alone says too little."""

    article: str
    number: int
    event: Event
    event_id: str | None
    text: str  # hash
    first: str | None
    last: str | None
    day: str | None
    ordinal: int | None
    body: str | None
    body_name: str | None  # as it is shown
    people: frozenset[str]

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.number

    @cached_property
    def marks(self) -> frozenset[str]:
        """By what reports of one event find each other."""
        body = {f"body {self.body}"} if self.body else set()
        return self.telling | self.people | body or self.words

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the name, but for the commonest; all of them where few are left."""
        every = frozenset(_WORD.findall(self.folded))
        return every - _EMPTY or every

    @cached_property
    def folded(self) -> str:
        return fold(self.event.name)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of the name that say which event it is."""
        words = _WORD.findall(self.folded.replace("quoc hoi", "quochoi"))
        return frozenset(
            word for word in words if word not in _KIND and not word.isdigit() and not self._is_number(word)
        )

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words in a row of which one tells."""
        words = pairwise(_WORD.findall(self.folded))
        return frozenset(pair for pair in words if self.telling.intersection(pair))

    @cached_property
    def is_press(self) -> bool:
        return "hop bao" in self.folded

    @cached_property
    def is_about(self) -> bool:
        """Whether it is an event about another one."""
        return _ABOUT.search(self.folded) is not None

    @cached_property
    def provinces(self) -> frozenset[str]:
        """That the place names."""
        known = facts()
        spoken = f" {key_of(self.event.place)} " if self.event.place else ""
        return frozenset(one for one in known.provinces | known.cities if f" {one} " in spoken)

    @cached_property
    def is_exact(self) -> bool:
        """Whether it says on which days the event was."""
        return self.days is not None and (self.days[1] - self.days[0]).days <= EXACT_DAYS

    @cached_property
    def days(self) -> tuple[date, date] | None:
        return (
            (date.fromisoformat(self.first), date.fromisoformat(self.last)) if self.first and self.last else None
        )

    @cached_property
    def about_when(self) -> date | None:
        """The first day of the event, or else that of the article."""
        return date.fromisoformat(day) if (day := self.first or self.day) else None

    def _is_number(self, word: str) -> bool:
        return self.ordinal is not None and ordinal_of(word) == self.ordinal


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
    if not (one.is_exact and other.is_exact):
        least = MONTH_WORDS if one.days and one.days == other.days else WORDS
        named = (
            one.telling == other.telling
            and len(one.telling) >= least
            and one.about_when is not None
            and other.about_when is not None
        )
        return shared >= PEOPLE or (shared >= 1 and same_body) or named
    if one.body and other.body and not same_body:
        return shared >= 1
    return shared >= 1 or same_body or _told(one, other)


def _told(one: Report, other: Report) -> bool:
    """Whether the names alone say that it is one event: by the same words, or by enough of them in one order."""
    if one.telling == other.telling:
        return bool(one.telling)
    if min(len(one.telling), len(other.telling)) < TOLD or not one.telling & other.telling:
        return False
    return len(one.pairs & other.pairs) >= PAIRS * min(len(one.pairs), len(other.pairs))
