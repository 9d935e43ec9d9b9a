"""A syllable in, its shape out: "a" small letters, "Aa" capitalised, "AA" capitals, "A" one, "0" digits …"""

import re
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
_LONGEST = 6  # letters of a mixed shape: "0/0/0" is a date, and codes need not be told apart


@lru_cache(50_000)
def shape(syllable: str) -> str:
    if syllable.isalpha():
        return _of_letters(syllable)
    if syllable.isdigit():
        return "0"
    if not any(map(str.isalnum, syllable)):
        return syllable[:2]
    return _DIGITS.sub("0", _LETTERS.sub(lambda found: _of_letters(found[0]), syllable))[:_LONGEST]


def _of_letters(letters: str) -> str:
    if letters.islower():
        return "a"
    if letters.isupper():
        return "A" if len(letters) == 1 else "AA"
    return "Aa" if letters[0].isupper() and letters[1:].islower() else "aA"
