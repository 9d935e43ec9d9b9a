"""The name of a body in, what tells it from the names of others out: one key for all spellings of one name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.letters import fold
from indexer.bodies.facts import facts
from nlp.entities.gazetteer import gazetteer
from nlp.normalize import standard

LONGEST = 300  # letters of a key
_LONG = 5  # words of the longest name of a province: "thành phố hồ chí minh"
_SLUG = 70  # letters of an id, before what tells it from another
# The lists make names from forms: "Tỉnh ủy" and "tỉnh Phú Thọ", "thành phố" and "Thành phố Hồ Chí Minh".
_TWICE = re.compile(r"((?:tỉnh|thành) (?:ủy|đoàn)|thành phố) (?:tỉnh|thành phố) ", re.IGNORECASE)
_STATE = ("Chính phủ", "Quốc hội")
_WORD = re.compile(r"t\.ư|\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """`shown` is the name that the lists have for the body, or else the one that was asked."""

    key: str
    shown: str
    listed: bool


@lru_cache(maxsize=50_000)
def name_of(printed: str) -> Name:
    """The body's name that `printed` is a spelling or a listed alias of."""
    plain = " ".join(standard(printed).split())
    words = expanded(plain)
    listed = _listed(plain) or _listed(words) or _listed(_without_head(words)) or _branch(words)
    key = key_of(listed or plain)
    if known := _aliases().get(key) or _national().get(key):
        return Name(key_of(known), known, listed=True)
    return Name(key, listed or " ".join(printed.split()), listed=listed is not None)


@lru_cache(maxsize=50_000)
def key_of(printed: str) -> str:
    """Small letters with their accents; abbreviations of common words in full, words that don't count left out."""
    known = facts()
    words = [word for word in expanded(printed).split() if word not in known.empty]
    return _without_class(_without_head(" ".join(words)))[:LONGEST].strip()


def slug(text: str) -> str:
    """Letters for an address, cut at a word: "Hội Luật gia Việt Nam" -> "hoi-luat-gia-viet-nam"."""
    whole = "-".join(re.findall(r"[a-z0-9]+", fold(standard(text)))) or "x"
    return whole if len(whole) <= _SLUG else whole[:_SLUG].rpartition("-")[0] or whole[:_SLUG]


def expanded(printed: str) -> str:
    """Words in small letters, abbreviations of common words in full; signs are gone."""
    known = facts()
    return " ".join(known.words.get(word, word) for word in _WORD.findall(standard(printed).lower()))


def is_abbreviation(printed: str) -> bool:
    """Whether it is one word in capitals: "VUFO"."""
    return 2 < len(printed) <= 10 and printed.isalnum() and printed.isupper()


def is_bare(key: str) -> bool:
    """Whether the name alone says of no body which it is: "hội", "bộ"."""
    return len(key) < 2 or key in _bare()


def province_at_end(key: str) -> str | None:
    """The province that a key ends with: "sở y tế hà nội" -> "hà nội"."""
    words = key.split()
    known = facts()
    for count in range(min(_LONG, len(words) - 1), 0, -1):
        tail = " ".join(words[-count:])
        if tail in known.provinces or tail in known.cities:
            return tail
    return None


@cache
def _national() -> dict[str, str]:
    """Bodies of the State are called so abroad: "Bộ Ngoại giao Việt Nam"."""
    return {f"{key_of(part)} việt nam": part for part, whole in facts().parents.items() if whole in _STATE}


def _without_head(key: str) -> str:
    for head, after in facts().heads.items():
        rest = key.removeprefix(f"{head} ")
        if rest != key and rest.startswith(after):
            return rest
    return key


def _without_class(key: str) -> str:
    """Without "tỉnh" before the name of a province, and "thành phố" before that of a city under the centre.

    "Thành phố Hà Tĩnh" is not the province, and stays.
    """
    known = facts()
    words = key.split()
    for count in range(min(_LONG, len(words)), 0, -1):
        tail = " ".join(words[-count:])
        place = known.spellings.get(tail, tail)
        before = " ".join(words[:-count])
        if place in known.cities:
            return f"{before.removesuffix('thành phố').rstrip()} {place}".strip()
        if place in known.provinces:
            return f"{before.removesuffix('tỉnh').rstrip()} {place}".strip()
    return key


def _listed(name: str) -> str | None:
    """The full name of the body that the gazetteer lists under exactly this name.

    A space more is looked through, since a listed name may end with a sign, for which it stands: "Warner Bros.".
    """
    for start, end, found in gazetteer().find(f"{name} "):
        if start == 0 and end >= len(name) and found.type == "ORG":
            return _TWICE.sub(r"\1 ", found.canonical)
    return None


def _branch(words: str) -> str | None:
    """A province's branch of a body, under its short name: "Liên hiệp Kiên Giang", as of "Liên hiệp Việt Nam"."""
    key = _without_class(words)
    if (place := province_at_end(key)) is None:
        return None
    whole = _listed(f"{key.removesuffix(place).strip()} việt nam")
    if whole is None or not whole.endswith(" Việt Nam"):
        return None
    return _listed(f"{whole.removesuffix(' Việt Nam')} {facts().printed[place]}")


@cache
def _bare() -> frozenset[str]:
    return frozenset(map(key_of, facts().bare))


@cache
def _aliases() -> dict[str, str]:
    return {key_of(alias): first for first, *others in facts().aliases for alias in (first, *others)}
