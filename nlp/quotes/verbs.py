"""A masked text in, the verbs of saying in it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from nlp.quotes.data import load

_NOUN = " của"  # before it the word is a noun: "đề nghị của Bộ Y tế"


@dataclass(frozen=True, slots=True)
class Verb:
    start: int
    end: int
    bound: bool  # only a sign or "rằng" says that the words after it are what is said
    courteous: bool
    thanking: bool
    asking: bool


def verbs(lower: str) -> tuple[Verb, ...]:
    """In the order of a text in small letters, none inside another and none inside a name."""
    return tuple(_verbs(lower))


def _verbs(lower: str) -> Iterator[Verb]:
    kinds, automaton = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(lower):
        if lower[start - 1 : start].isalnum() or lower[end : end + 1].isalnum():
            continue
        if not lower.startswith(_NOUN, end):
            kind = kinds[number]
            yield Verb(
                start,
                end,
                bound=kind == "bound",
                courteous=kind == "courteous",
                thanking=kind == "thanking",
                asking=kind == "asking",
            )


@cache
def _automaton() -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
    """Of each verb its kind."""
    kinds = {verb: kind for kind, listed in load("verbs").items() for verb in listed}
    automaton = ahocorasick_rs.AhoCorasick(tuple(kinds), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return tuple(kinds.values()), automaton
