"""Words and the text that they were read from in, where they stand in it out."""

import re
from collections.abc import Iterable, Sequence

Span = tuple[int, int]

_GAP = r"[\s|_*-]{0,40}"  # what stands between words in columns and broken lines
_LONGEST = 120  # words of a subject
_DAY = re.compile(r"ngày\s{0,3}(\d{1,2})\D{1,9}(\d{1,2})\D{1,9}(\d{4})", re.IGNORECASE)


def span_of_words(text: str, words: str, start: int = 0, end: int | None = None) -> Span | None:
    """The first place between `start` and `end`; other spaces, line breaks and column marks may part the words."""
    parts = [re.escape(word) for word in words.split()[:_LONGEST] if any(map(str.isalnum, word))]
    return _found(_GAP.join(parts), text, start, end)


def span_of_number(text: str, number: str, start: int = 0, end: int | None = None) -> Span | None:
    """A number may break off and go on anywhere."""
    return _found(r"\s{0,9}".join(map(re.escape, number[:80])), text, start, end)


def span_of_day(text: str, day: str, start: int = 0, end: int | None = None) -> Span | None:
    """Where "ngày 05 tháng 01 năm 2022" stands for "2022-01-05"."""
    year, month, date = map(int, day.split("-"))
    for found in _DAY.finditer(text, start, len(text) if end is None else end):
        if (int(found[1]), int(found[2]), int(found[3])) == (date, month, year):
            return found.span()
    return None


def starts_of(lines: Iterable[str], start: int = 0) -> Sequence[int]:
    """Where each line starts in the text that newlines join; one more for its end."""
    starts = [start]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _found(pattern: str, text: str, start: int, end: int | None) -> Span | None:
    if not pattern:
        return None
    found = re.compile(pattern).search(text, start, len(text) if end is None else end)
    return found.span() if found else None
