"""What was said, before it is known whom the words for the speaker mean."""

import re
from dataclasses import dataclass

from nlp.quotes.acts import Act

MAX_LETTERS = 5_000
_BEFORE = " ,:;-\n’)"
_AFTER = " ,;:-.\n…"
_MARKS = '”»"'
_WORD = re.compile(r"\s*\S+")
_CREDIT = re.compile(r"\s*\((?:Ảnh|ảnh)[^()\n]*\)?[\s.]*$")
_CREDIT_FAR = 60


@dataclass(frozen=True, slots=True)
class Said:
    """No longer than MAX_LETTERS, so that many of them cost what the text does."""

    start: int
    end: int
    act: Act | None  # None where it goes on with what was said before
    direct: bool
    confidence: float


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the signs round it and a picture's credit, but with the mark that closes a quotation inside."""
    credit = _CREDIT.search(text, max(start, end - _CREDIT_FAR), end)
    end = credit.start() if credit else end
    while start < end and text[start] in _BEFORE:
        start += 1
    while start < end and (text[end - 1] in _AFTER or _is_stray(text, start, end)):
        end -= 1
    return start, end


def has_words(text: str, start: int, end: int, *, least: int) -> bool:
    """Whether it has so many words.  No more of it is read than that."""
    for _ in range(least):
        found = _WORD.match(text, start, end)
        if found is None:
            return False
        start = found.end()
    return True


def _is_stray(text: str, start: int, end: int) -> bool:
    """Whether a mark ends it that nothing inside opens."""
    mark = text[end - 1]
    if mark not in _MARKS:
        return False
    opening = text.count("“", start, end) + text.count("«", start, end)
    return text.count('"', start, end) % 2 == 1 if mark == '"' else opening == 0
