"""Places in a text in, places where it may be cut out: never inside a word or a letter and its marks."""

import unicodedata

_JOINER = "\u200d"


def grow(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with the marks that belong to its last letter."""
    while end < len(text) and not is_break(text, end):
        end += 1
    return start, end


def is_break(text: str, at: int) -> bool:
    """Whether two letters, as a reader sees them, meet at `at`."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or unicodedata.category(after)[0] == "M":
        return False
    if "\U0001f3fb" <= after <= "\U0001f3ff":  # the colour of the skin before it
        return False
    return not (_is_flag(before) and _is_flag(after) and _flags_before(text, at) % 2)


def word_start(text: str, at: int, latest: int) -> int:
    """The first place from `at` to `latest` where a word begins; without one, where a letter does."""
    for place in range(at, latest + 1):
        if place == 0 or text[place - 1].isspace():
            return place
    return next((place for place in range(at, latest) if is_break(text, place)), latest)


def word_end(text: str, at: int, earliest: int) -> int:
    """The last place from `earliest` to `at` where a word has ended; without one, where a letter has."""
    for place in range(at, earliest - 1, -1):
        if place == len(text) or text[place].isspace():
            return place
    return next((place for place in range(at, earliest, -1) if is_break(text, place)), earliest)


def _is_flag(letter: str) -> bool:
    """Two of these letters are one flag."""
    return "\U0001f1e6" <= letter <= "\U0001f1ff"


def _flags_before(text: str, at: int) -> int:
    number = 0
    while number < at and _is_flag(text[at - 1 - number]):
        number += 1
    return number
