"""What a planned query is made of: clauses that name indexed words, the same for every engine."""

from dataclasses import dataclass
from typing import Literal

from indexer.query import KeywordField

# Of `Like`: how many of the pairs that say most are asked for, how many of these an answer holds, and how many
# articles must hold a pair for it to be asked for.
LIKE_PAIRS = 25
LIKE_SHARED = 3
LIKE_ARTICLES = 2

View = Literal["text", "folded", "pairs", "folded_pairs", "title", "title_folded"]


@dataclass(frozen=True, slots=True)
class Word:
    view: View
    word: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """At least two words, one after the other, moved by at most `slop` places."""

    view: View
    words: tuple[str, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words one after the other, the last (or only) one being the beginning of a word."""

    view: View
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Words that become `word` by at most `distance` letters changed, left out, put in or swapped."""

    view: View
    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Any of the values, each in the form that is indexed."""

    field: KeywordField
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """Local days as integers (20240131), both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Has:
    field: KeywordField | Literal["published"]


@dataclass(frozen=True, slots=True)
class Like:
    """Texts that share telling pairs of neighbours with `texts`, whose words are parted by spaces."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class All:
    pass


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Weighted:
    clause: "Clause"
    weight: float


@dataclass(frozen=True, slots=True)
class Group:
    """`must` and `should` rank; `filters` and `must_not` don't.

    Something always has to hold: without `must` and `filters`, `min_should` is at least 1.
    """

    must: tuple["Clause", ...] = ()
    should: tuple["Clause", ...] = ()
    must_not: tuple["Clause", ...] = ()
    filters: tuple["Clause", ...] = ()
    min_should: int = 0


Clause = Word | Phrase | Prefix | Fuzzy | Keys | Days | Has | Like | All | Nothing | Weighted | Group
