"""A name in, how many people in the news are likely to bear it out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod

from indexer.catalog.names import is_foreign
from indexer.catalog.persons.data import load

PEOPLE = 20_000  # Vietnamese persons whom the news names; with it "Nguyễn Văn Hùng" has a dozen bearers
SHORT = 0.08  # of names that consist of a family and a given name alone


@dataclass(frozen=True, slots=True)
class _Parts:
    """Of a thousand persons, how many have a word there in their names."""

    rest: float
    family: Mapping[str, float]
    middle: Mapping[str, float]
    given: Mapping[str, float]


def namesakes(key: str) -> float:
    """0.01 for "Hồ Đức Phớc", 0.2 for "Nguyễn Phương Nga", 12 for "Nguyễn Văn Hùng", 0 for a full foreign name."""
    words = [word for word in key.split(" ") if len(word) > 1]
    if len(words) < 2 or is_foreign(key):
        return 0.0
    parts = _parts()
    first, *middle, given = words
    by_end = _product(parts, [first, *middle])  # as artists and reporters are called: "Mỹ Tâm"
    whole = _share(parts, parts.family, first) * (_product(parts, middle) if middle else SHORT)
    known = max(whole, by_end) if len(words) == 2 or first in parts.family else by_end
    return PEOPLE * _share(parts, parts.given, given) * known


def _share(parts: _Parts, listed: Mapping[str, float], word: str) -> float:
    return listed.get(word, parts.rest) / 1000


def _product(parts: _Parts, middle: Sequence[str]) -> float:
    return prod(_share(parts, parts.middle, word) for word in middle)


@cache
def _parts() -> _Parts:
    return _Parts(**load("parts"))
