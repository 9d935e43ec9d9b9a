"""The words round a name: which stand before persons, places and other things.  Read once from the data files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from crawler.letters import fold
from nlp.entities.data import load
from nlp.normalize import standard

_REACH = 40  # letters before a name that are looked at
# A Vietnamese syllable without accents: "nguyen", "quoc"; "putin" and "trump" are none.
_SHAPE = re.compile(r"(?:ngh?|nh|ch|gh?|gi|kh|ph|qu|th|tr|[bcdhklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")


@dataclass(frozen=True, slots=True)
class Context:
    """Words as they are listed, in standard spelling."""

    address: frozenset[str]
    titles: frozenset[str]
    after_names: frozenset[str]
    districts: frozenset[str]
    places: frozenset[str]
    others: frozenset[str]
    opening_countries: frozenset[str]
    before_countries: frozenset[str]
    not_before_countries: frozenset[str]
    after_no_country: frozenset[str]
    words_too: frozenset[str]
    parts: frozenset[str]
    local_bodies: frozenset[str]
    local_committees: frozenset[str]
    common_surnames: frozenset[str]
    surnames: frozenset[str]


@cache
def context() -> Context:
    words, names = load("context"), load("surnames")
    words |= {"common_surnames": names["common"], "surnames": names["common"] + names["others"]}
    return Context(**{field.name: frozenset(map(standard, words[field.name])) for field in fields(Context)})


def phrases_before(text: str, start: int) -> Iterator[str]:
    """The words that end right before `start`, four at the most: "Chủ tịch", "tịch".

    A capital that opens the phrase is made small, since it may open the sentence; an abbreviation stays.
    """
    if start == 0 or text[start - 1] != " ":
        return
    words = text[max(0, start - _REACH) : start].rpartition("\n")[2].split()
    for count in range(min(4, len(words)), 0, -1):
        phrase = " ".join(words[-count:]).lstrip("\"'“‘(-")
        yield phrase if phrase[1:2].isupper() else phrase[:1].lower() + phrase[1:]


def is_vietnamese(syllable: str) -> bool:
    """Whether it is shaped like a Vietnamese syllable."""
    return _SHAPE.fullmatch(fold(syllable)) is not None
