"""Phrases in; where any of them stands in a text, though its words be parted by several spaces or a line, out."""

import re
from collections.abc import Iterator, Sequence

import ahocorasick_rs

_WIDE = re.compile(r"[ ]{2}|[ ]\n|\n[ ]")
_GAP = r"[ \n]{1,12}"


class Phrases:
    """Of two that begin at one place the longer is found; all in the spelling of the texts."""

    def __init__(self, phrases: Sequence[str]) -> None:
        leftmost = ahocorasick_rs.MatchKind.LeftmostLongest
        self._automaton = ahocorasick_rs.AhoCorasick(phrases, matchkind=leftmost)
        self._places = {phrase: place for place, phrase in enumerate(phrases)}
        words = sorted(phrases, key=len, reverse=True)
        self._pattern = re.compile("|".join(re.escape(each).replace(r"\ ", _GAP) for each in words))

    def find(self, text: str) -> Iterator[tuple[int, int, int]]:
        """(which, start, end), left to right, none overlapping.

        The automaton is many times as fast as the pattern, which is needed only where spaces are doubled.
        """
        if _WIDE.search(text) is None:
            yield from self._automaton.find_matches_as_indexes(text.replace("\n", " "))
            return
        for found in self._pattern.finditer(text):
            yield self._places[" ".join(found[0].split())], found.start(), found.end()
