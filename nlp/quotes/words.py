"""A place in a text and a list of phrases in, whether one of them ends there out."""

from dataclasses import dataclass
from functools import cache

from nlp.quotes.data import load

_FAR = 50  # letters of the longest phrase in a list, and more
_OPENING = "()[]”»“\"«'-,;.…\ue000\ue001\ue002"  # what a phrase may be glued to


@dataclass(frozen=True, slots=True)
class Phrases:
    all: frozenset[str]
    last: frozenset[str]  # words that end one: nearly every place is passed over by them alone

    def __contains__(self, phrase: object) -> bool:
        return phrase in self.all


@cache
def listed(file: str, name: str) -> Phrases:
    phrases = frozenset(load(file)[name])
    return Phrases(phrases, frozenset(phrase.rpartition(" ")[2] for phrase in phrases))


def ending(lower: str, at: int, known: Phrases, *, least: int, most: int = 3) -> int | None:
    """Where the longest of the `known` begins that ends at `at`; None where none does.

    `lower` is in small letters.  Whole words are looked at, `most` of them and none before `least`.
    """
    least = max(least, at - _FAR)
    start = max(least, lower.rfind(" ", least, at) + 1)
    phrase, found = lower[start:at].lstrip(_OPENING), None
    if phrase not in known.last:
        return None
    for left in range(most, 0, -1):
        if phrase in known.all:
            found = at - len(phrase)
        if start == least or left == 1:
            break
        start = max(least, lower.rfind(" ", least, start - 1) + 1)
        phrase = lower[start:at].lstrip(_OPENING)
    return found


def stripped(text: str, end: int, *, least: int, signs: str = " ,") -> int:
    """The place before the `signs` that end at `end`."""
    while end > least and text[end - 1] in signs:
        end -= 1
    return end
