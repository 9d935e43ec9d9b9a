"""A place in a text and lists of words in, whether one of them ends there out."""

from collections.abc import Container
from functools import cache

from nlp.quotes.data import load

_FAR = 50  # letters of the longest phrase in a list, and more
_OPENING = "([“\"«'-,;.…\ue000\ue001\ue002"  # what a phrase may be glued to


@cache
def listed(file: str, name: str) -> frozenset[str]:
    return frozenset(load(file)[name])


def ending(lower: str, at: int, known: Container[str], *, least: int, most: int = 3) -> int | None:
    """Where the longest of the `known` begins that ends at `at`; None where none does.

    `lower` is in small letters.  Whole words are looked at, `most` of them and none before `least`.
    """
    start, found = at, None
    least = max(least, at - _FAR)
    for _ in range(most):
        start = max(least, lower.rfind(" ", least, start) + 1)
        phrase = lower[start:at].lstrip(_OPENING)
        if phrase in known:
            found = at - len(phrase)
        if start == least:
            break
        start -= 1
    return found


def stripped(text: str, end: int, *, least: int, signs: str = " ,") -> int:
    """The place before the `signs` that end at `end`."""
    while end > least and text[end - 1] in signs:
        end -= 1
    return end
