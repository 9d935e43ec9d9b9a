"""Texts and names in, the words that both engines index and compare out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from crawler.letters import fold, has_accents, nfc
from indexer.query import KeywordField
from nlp.normalize import compose, standard

VERSION = 1  # raise it when the same text gives other words: every index is then built again

# Both engines get words that are already cut, and only split at spaces: Elasticsearch's own tokenizer keeps
# "Nội.Hai", "3.5" and "d'Or" whole, tantivy's cuts them, and they fold different letters.
SYLLABLE = re.compile(r"[^\W_]+")
# Compared without accents, case and punctuation.
NAMES: tuple[KeywordField, ...] = ("source", "section", "persons", "organizations", "offices", "places", "events")
KEYED: tuple[KeywordField, ...] = (*NAMES, "directives")  # compared by other values than are shown
MAX_LETTERS = 60  # of a syllable; what is longer is compared by its first 60 letters


@dataclass(frozen=True, slots=True)
class Views:
    """One text as it is searched, words parted by single spaces: as spelled, and without accents."""

    exact: str
    folded: str


def prepare(text: str) -> str:
    """`text` in the one spelling that is searched: composed, nothing invisible, tone marks as in the standard."""
    return standard(compose(text).text)


def view(text: str) -> Views:
    words = " ".join(word[:MAX_LETTERS] for word in SYLLABLE.findall(prepare(text)))
    return Views(words.lower(), fold(words))


def pairs(words: Sequence[str]) -> tuple[str, ...]:
    """Each two neighbours as one word: ("đối", "ngoại", "nhân") -> ("đối_ngoại", "ngoại_nhân")."""
    return tuple(map("_".join, pairwise(words)))


def is_accented(text: str) -> bool:
    """Whether accents were typed, and are therefore meant."""
    return has_accents(nfc(text))


def name_key(name: str) -> str:
    """What two spellings of a name share: "Ủy ban  Đối ngoại" and "uỷ ban đối ngoại" -> "uy ban doi ngoai"."""
    return view(name).folded


def keyword(field: KeywordField, value: str) -> str:
    """The form in which `value` of `field` is indexed and asked for; empty where nothing is left of it."""
    return name_key(value) if field in NAMES else value.encode(errors="replace").decode()


def day_number(day: str) -> int:
    """20240131 for "2024-01-31"; raises ValueError for what is no day."""
    date_ = date.fromisoformat(day)
    return date_.year * 10_000 + date_.month * 100 + date_.day


def is_day(day: str) -> bool:
    try:
        return day_number(day) > 0
    except ValueError:
        return False
