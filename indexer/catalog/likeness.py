"""Two reports of events in, whether they may be of one event out.

`nlp.events.same` compares what two articles say; here stands what only the store knows: which bodies the names
mean, in which province a place lies, and that copies of one text say nothing new.
"""

from dataclasses import dataclass
from functools import cached_property

from crawler.letters import fold
from indexer.bodies.facts import facts
from indexer.bodies.key import key_of
from nlp.document import Event
from nlp.events.same import SAME, similarity

PEOPLE = 2  # that two reports share when the day alone, or nothing, speaks for them
_EMPTY = frozenset(
    (
        "hoi",
        "nghi",
        "dai",
        "bieu",
        "lan",
        "thu",
        "nam",
        "ve",
        "va",
        "cua",
        "tai",
        "cac",
        "cong",
        "tac",
        "to",
        "chuc",
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
    people: frozenset[str]

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.number

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the name by which reports are looked for; all of them where few are left."""
        every = frozenset(fold(self.event.name).replace("-", " ").split())
        return every - _EMPTY or every

    @cached_property
    def provinces(self) -> frozenset[str]:
        """That the place names."""
        known = facts()
        spoken = f" {key_of(self.event.place)} " if self.event.place else ""
        return frozenset(one for one in known.provinces | known.cities if f" {one} " in spoken)


def likeness(one: Report, other: Report) -> float:
    """From 0 to 1, as `nlp.events.same.similarity`; from SAME on they are of one event."""
    if one.article == other.article:
        return 0.0
    if one.provinces and other.provinces and not one.provinces & other.provinces:
        return 0.0
    if one.text == other.text and one.number == other.number and one.event.name == other.event.name:
        return 1.0
    score = similarity(one.event, other.event)
    if score >= SAME and not _confirmed(one, other):
        return SAME / 2
    return score


def _confirmed(one: Report, other: Report) -> bool:
    """Where no day, or other bodies, make it doubtful, persons must be the same."""
    shared = len(one.people & other.people)
    if one.first is None or other.first is None:
        same_body = one.body is not None and one.body == other.body
        return shared >= PEOPLE or (shared >= 1 and same_body)
    if one.body and other.body and one.body != other.body:
        return shared >= 1
    return True
