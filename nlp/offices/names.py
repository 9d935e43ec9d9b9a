"""The names in a text in, the one that starts, ends or lies at a place out."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from nlp.document import Entity

_LOOK_BACK = 200  # names before a place that are looked at


class Names:
    """Entities of one text, which do not overlap, by where they stand."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = sorted(entities, key=lambda one: one.start)
        self._starts = [one.start for one in self._entities]
        self._persons = [one for one in self._entities if one.type == "PER"]
        self._ends = [one.end for one in self._persons]
        self.person_starts = [one.start for one in self._persons]

    def at(self, start: int) -> Entity | None:
        """The one that starts there."""
        place = bisect_left(self._starts, start)
        found = self._entities[place : place + 1]
        return found[0] if found and found[0].start == start else None

    def over(self, place: int) -> Entity | None:
        """The one that has the letter at `place`."""
        before = bisect_right(self._starts, place) - 1
        return self._entities[before] if before >= 0 and place < self._entities[before].end else None

    def next(self, start: int) -> Entity | None:
        """The first that starts at `start` or later."""
        place = bisect_left(self._starts, start)
        return self._entities[place] if place < len(self._entities) else None

    def within(self, start: int, end: int) -> Iterator[Entity]:
        for place in range(bisect_left(self._starts, start), len(self._entities)):
            if self._entities[place].end > end:
                return
            yield self._entities[place]

    def person_before(self, place: int) -> Entity | None:
        """The last person whose name ends at `place` or before."""
        before = bisect_right(self._ends, place) - 1
        return self._persons[before] if before >= 0 else None

    def person_at(self, start: int) -> Entity | None:
        found = self.at(start)
        return found if found and found.type == "PER" else None

    def last_body(self, words: str, *, before: int) -> str | None:
        """The name of the last body before a place, from these words on: "Hội" -> "Hội Luật gia Việt Nam"."""
        last = bisect_left(self._starts, before)
        for place in range(last - 1, max(-1, last - _LOOK_BACK), -1):
            one = self._entities[place]
            at = f" {one.canonical}".find(f" {words} ") if one.type == "ORG" else -1
            if at >= 0:
                return one.canonical[at:]
        return None

    def next_person(self, start: int, *, default: int) -> int:
        """Where the next name of a person begins."""
        place = bisect_left(self.person_starts, start)
        return self.person_starts[place] if place < len(self.person_starts) else default
