"""A word in, whether it could be a Vietnamese syllable out: an initial, a rhyme, at most one tone."""

import re
import unicodedata
from functools import cache, lru_cache

from crawler.extract.words import entries
from crawler.letters import fold

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SMOOTH = frozenset("\u0300\u0303\u0309")  # tones that no syllable has which ends in a stop
_STOPS = ("c", "ch", "p", "t")
_SYLLABLE = re.compile(
    "(?P<initial>ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnprstvx])?(?P<rhyme>[aăâeêioôơuưy].*)"
)
_SHORT = frozenset({"gi", "gin", "giêng", "giêt"})  # in which the i is both


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether `word`, in small letters and NFC, is written as Vietnamese syllables are."""
    parts = unicodedata.normalize("NFD", word)
    tones = _TONES.findall(parts)
    plain = unicodedata.normalize("NFC", _TONES.sub("", parts))
    match = _SYLLABLE.fullmatch(plain)
    if match is None or len(tones) > 1 or (plain.endswith(_STOPS) and _SMOOTH.intersection(tones)):
        return False
    initial, rhyme = match["initial"], match["rhyme"]
    if initial == "qu":
        return rhyme in _glided()
    return rhyme in _rhymes() or (initial == "gi" and f"i{rhyme}" in _rhymes()) or plain in _SHORT


@lru_cache(maxsize=20_000)
def is_plain_syllable(word: str) -> bool:
    """Whether `word`, in NFC, is one once its accents are gone."""
    match = _SYLLABLE.fullmatch(fold(word))
    if match is None:
        return False
    initial, rhyme = match["initial"], match["rhyme"]
    shared = initial[1:] + rhyme if initial in {"gi", "qu"} else rhyme  # "giêng", "quân": the vowel counts twice
    return rhyme in _plain_rhymes() or shared in _plain_rhymes()


@cache
def _plain_rhymes() -> frozenset[str]:
    return frozenset(map(fold, _rhymes()))


@cache
def _rhymes() -> frozenset[str]:
    return frozenset(rhyme for line in entries("rhymes") for rhyme in line.split())


@cache
def _glided() -> frozenset[str]:
    """Behind "qu", whose u counts with the rhyme or with the initial: quê, quân, quyên, quốc; qua, quay, quen."""
    behind_u = frozenset(one[1:] for one in _rhymes() if one[0] == "u")
    return behind_u | {one for one in _rhymes() if one[0] in "aăei"}
