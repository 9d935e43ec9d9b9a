"""A text in, its runs of capitalised syllables out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from nlp.entities.context import is_vietnamese

Span = tuple[int, int]
Run = tuple[Span, ...]  # syllables, one space apart

_LATIN = [chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00))]
_UPPER = "".join(letter for letter in _LATIN if letter.isupper())
_LOWER = "".join(letter for letter in _LATIN if letter.islower())
# "Hà", "Jong-un", "D'Arc", "McDonald", the "W." of a name; a code in capitals is none, and of two glued sentences
# ("Ngân|Tại", "Mẫn|-Uỷ viên") the second begins another.
SYLLABLE = (
    rf"(?:(?:Mc|Mac|O')?[{_UPPER}](?![{_UPPER}.])[{_LOWER}]*(?:['’-][{_UPPER}{_LOWER}][{_LOWER}]*)*"
    rf"|[{_UPPER}]\.(?= [{_UPPER}][{_LOWER}]))"
)
_RUN = re.compile(rf"(?<![\w&/-])(?<![{_UPPER}]\.){SYLLABLE}(?: {SYLLABLE}){{0,11}}")
_SYLLABLE = re.compile(SYLLABLE)


def runs(text: str, *, outside: Iterable[Span]) -> Iterator[Run]:
    """Runs in a text in standard spelling; what lies in a span of `outside` breaks them."""
    spans = sorted(outside)
    starts = [start for start, _ in spans]
    for found in _RUN.finditer(text):
        syllables = [*_syllables(text, *found.span())]
        for free, group in groupby(syllables, key=lambda syllable: _is_free(syllable[0], spans, starts)):
            if free:
                yield tuple(group)


def _syllables(text: str, start: int, end: int) -> Iterator[Span]:
    for found in _SYLLABLE.finditer(text, start, end):
        first, _, second = found[0].partition("-")
        if second[:1].isupper() and is_vietnamese(first) and is_vietnamese(second):
            yield found.start(), found.start() + len(first)
            return
        yield found.span()


def _is_free(place: int, spans: Sequence[Span], starts: Sequence[int]) -> bool:
    at = bisect_right(starts, place) - 1
    return at < 0 or spans[at][1] <= place
