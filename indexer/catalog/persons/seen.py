"""Appearances of names in, and sets of them that are taken for one person out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

Anchor = tuple[str, str]  # article and key of the name there
Evidence = tuple[str, float]  # why, and how sure


@dataclass(frozen=True, slots=True)
class Seen:
    """One appearance, with what tells whose it is; what is everywhere tells nothing and is left out."""

    article: str
    key: str
    text: str  # hash: copies say the same
    day: str | None = None
    offices: frozenset[str] = frozenset()  # keys
    former: frozenset[str] = frozenset()  # those of them that are said to be former ones
    bodies: frozenset[str] = frozenset()  # of the offices
    ranks: frozenset[str] = frozenset()  # that the offices give, also those that don't tell which they are
    company: frozenset[str] = frozenset()  # keys of the other persons of the article
    around: frozenset[str] = frozenset()  # the bodies of the article

    @property
    def anchor(self) -> Anchor:
        return self.article, self.key


class Groups:
    """Sets that grow together, and never join what somebody put on the two sides of a ruling."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self.everyone = sorted(seen, key=lambda one: (one.day or "9999", one.anchor))
        self.members = {at: [one] for at, one in enumerate(self.everyone)}
        self.evidence: dict[Anchor, Evidence] = {}
        self._of = {one.anchor: at for at, one in enumerate(self.everyone)}
        self._sides: dict[int, set[tuple[int, bool]]] = defaultdict(set)

    def of(self, one: Seen) -> int:
        return self._of[one.anchor]

    def put(self, one: Seen, ruling: int, *, side: bool) -> None:
        self._sides[self.of(one)].add((ruling, side))

    def names(self) -> dict[Anchor, str]:
        """For each appearance a name that is the same for all whose groups share one, by a ruling."""
        return {
            one.anchor: min(each.key for each in members) for members in self.members.values() for one in members
        }

    def apart(self, one: Seen, other: Seen) -> bool:
        """Whether somebody has said that they are two."""
        there = self._sides.get(self.of(other), set())
        return any((ruling, not side) in there for ruling, side in self._sides.get(self.of(one), ()))

    def neighbours(self, row: Sequence[Seen]) -> Iterator[tuple[Seen, Seen]]:
        """Each with the nearest before it that it may be joined to: whom a ruling parts are passed over."""
        for at, other in enumerate(row):
            before = (row[place] for place in range(at - 1, -1, -1))
            if (one := next((each for each in before if not self.apart(each, other)), None)) is not None:
                yield one, other

    def join(self, one: Seen, other: Seen, why: str, confidence: float) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        if first != second and self.apart(one, other):
            return
        for each in (one, other):
            if self.evidence.get(each.anchor, ("", 0.0))[1] < confidence:
                self.evidence[each.anchor] = (why, confidence)
        if first != second:
            self._move(second, first)

    def _move(self, second: int, first: int) -> None:
        for moved in self.members.pop(second):
            self._of[moved.anchor] = first
            self.members[first].append(moved)
        self._sides[first] |= self._sides.pop(second, set())


def sharing(everyone: Iterable[Seen], marks: Callable[[Seen], Iterable[str]]) -> Iterator[list[Seen]]:
    """Those that have a mark in common, mark by mark, in the order given."""
    by_mark: dict[str, list[Seen]] = defaultdict(list)
    for one in everyone:
        for mark in marks(one):
            by_mark[mark].append(one)
    return (by_mark[mark] for mark in sorted(by_mark))


def days_between(one: str | None, other: str | None) -> int | None:
    """None where a day is not known."""
    if one is None or other is None:
        return None
    return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
