"""Sentences in, where their words of several syllables begin and end out."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from nlp.segment import Sentence


@dataclass(frozen=True, slots=True)
class Joined:
    ends: dict[int, int]  # of each word, by its start
    starts: list[int]

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "Joined":
        ends: dict[int, int] = {}
        for sentence in sentences:
            first = 0
            for (start, end), goes_on in zip(sentence.syllables, sentence.joined, strict=True):
                if goes_on:
                    ends[first] = end
                else:
                    first = start
        return cls(ends, [*ends])

    def end(self, start: int) -> int:
        """Of the word that begins there; 0 where none of several syllables does."""
        return self.ends.get(start, 0)

    def split(self, place: int) -> bool:
        """Whether a word goes on over the place: "nhiệm | vụ"."""
        at = bisect_right(self.starts, place) - 1
        return at >= 0 and self.starts[at] < place < self.ends[self.starts[at]]
