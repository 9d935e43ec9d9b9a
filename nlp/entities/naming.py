"""What the names of bodies are made of, and which of it stands at a place in a text."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.entities.context import context, is_vietnamese
from nlp.entities.data import load
from nlp.normalize import standard

_WORDS = re.compile(r"\w+(?: \w+){0,3}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words and phrases in standard spelling; what each set is for stands in the file."""

    heads: frozenset[str]
    small: frozenset[str]
    centres: frozenset[str]
    topics: frozenset[str]
    doing: frozenset[str]
    open: frozenset[str]
    named: frozenset[str]
    bare: frozenset[str]
    numbered: frozenset[str]
    about: frozenset[str]
    not_joined: frozenset[str]
    closing: frozenset[str]
    classes: frozenset[str]
    abroad: frozenset[str]
    before: frozenset[str]
    short_countries: frozenset[str]
    countries: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    words = {name: frozenset(map(standard, listed)) for name, listed in load("bodies").items()}
    countries = load("countries")
    names = [name for line in countries["names"] for name in line]
    return Vocabulary(**words, countries=frozenset(map(standard, (*names, *countries["short"]))))


def words_at(text: str, start: int) -> list[str]:
    """Four words at the most, one space apart."""
    found = _WORDS.match(text, start)
    return found[0].split(" ") if found else []


def phrase(text: str, start: int, listed: frozenset[str], *, exact: bool = False) -> int:
    """The end of the longest listed phrase that begins at `start`, in any case unless `exact`; 0 without one."""
    words = words_at(text, start)
    for count in range(len(words), 0, -1):
        words_there = " ".join(words[:count])
        if words_there in listed or (not exact and words_there.lower() in listed):
            return start + len(words_there)
    return 0


def is_person(text: str, start: int) -> bool:
    """Whether a person's name begins: a family name and a capital, a rare one and two, or two foreign words."""
    names = words_at(text, start)
    if names[:3] == ["Hồ", "Chí", "Minh"] or len(names) < 2 or not (names[0].istitle() and names[1].istitle()):
        return False
    if not is_vietnamese(names[1]):
        return not is_vietnamese(names[0])
    long = len(names) > 2 and names[2].istitle()
    return names[0] in (context().surnames if long else context().common_surnames)
