"""What a scorer gives: figures by name, and every slip that keeps them from 1."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crawler.letters import fold, nfc
from nlp.document import AnnotatedDocument
from nlp.scoring.gold import Judged
from nlp.scoring.hits import Hits, Share

Found = tuple[Judged, AnnotatedDocument]  # an article, and what a recogniser found in it

_SIGNS = re.compile(r"\W+")
CONTEXT = 40  # letters shown on each side


@dataclass(frozen=True, slots=True)
class Slip:
    what: Literal["MISS", "FALSE", "SPEAKER", "EVENT"]
    article: str
    kind: str  # "PER", "office", "date" …
    context: str  # where it stands, between ⟦ and ⟧, or what it is
    gold: str | None = None
    got: str | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    articles: int
    hits: Mapping[str, Hits] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    slips: tuple[Slip, ...] = ()


def total(articles: Sequence[Scores]) -> Scores:
    """The sum of the scores of single articles."""
    hits: dict[str, Hits] = {}
    shares: dict[str, Share] = {}
    for one in articles:
        for name, found in one.hits.items():
            hits[name] = hits.get(name, Hits(0, 0, 0)) + found
        for name, share in one.shares.items():
            shares[name] = shares.get(name, Share(0, 0)) + share
    return Scores(len(articles), hits, shares, tuple(slip for one in articles for slip in one.slips))


def plain(name: str | None) -> str:
    """Names are the same that differ in accents, case and punctuation."""
    return " ".join(_SIGNS.sub(" ", fold(nfc(name or ""))).split())


def sets(gold: Iterable[str], got: Iterable[str]) -> Hits:
    """How far two sets of names agree."""
    wanted, there = set(map(plain, gold)), set(map(plain, got))
    return Hits(len(wanted & there), len(there - wanted), len(wanted - there))


def shown(text: str, start: int, end: int) -> str:
    """The place in its line of text."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
