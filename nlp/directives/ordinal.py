"""The ordinal of a congress, a meeting or a term in, as printed; its number out."""

import re
from collections.abc import Iterator
from functools import lru_cache

from crawler.letters import fold

_UNITS = ("mot", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin")
_ALSO = {"nhat": 1, "bon": 4, "lam": 5}
_ROMAN = {"x": 10, "v": 5, "i": 1}
_UNIT = "|".join((*_UNITS, *_ALSO))
_SPELT = re.compile(rf"(?:(?:(?P<tens>hai|ba|bon)\s+)?(?P<ten>muoi)(?:\s+|\Z))?(?P<unit>{_UNIT})?")
# For text without accents.  A numeral is no part of a date, a document's number or a word.
NUMERAL = r"(?:\d{1,2}|[ivx]{1,6})(?![^\W_]|[/-][^\W_]|\.\d)"
SPELT = rf"(?:(?:(?:hai|ba|bon)\s{{1,3}})?muoi(?:\s{{1,3}}(?:{_UNIT}))?|{_UNIT})(?![^\W_])"
_GAP = r"[ \n]{1,12}"
_LISTED = re.compile(rf"(?:[ ]?[,&]|{_GAP}va){_GAP}(?P<plain>{NUMERAL})")


def listed(after: str, folded: str, at: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of the numerals that go on a list at `at` (", 5 và 6"); `folded` is `after` folded."""
    while found := _LISTED.match(folded, at):
        start, at = found.span("plain")
        number = ordinal(found["plain"]) if after[start:at].isdigit() or after[start:at].isupper() else None
        if number is None:
            return
        yield start, at, number


@lru_cache(maxsize=1024)
def ordinal(printed: str) -> int | None:
    """4 for "4", "04", "IV", "tư" or "bốn"; up to 49.  None for what is none."""
    folded = fold(printed).strip()
    if folded.isdigit():
        return int(folded) or None
    if folded and not folded.strip("ivx"):
        return _of_numeral(folded)
    found = _SPELT.fullmatch(folded)
    if found is None:
        return None
    tens = _unit(found["tens"]) if found["tens"] else int(bool(found["ten"]))
    return tens * 10 + _unit(found["unit"]) or None


def _unit(word: str | None) -> int:
    if word is None:
        return 0
    return _ALSO.get(word) or _UNITS.index(word) + 1


def _of_numeral(letters: str) -> int | None:
    values = [_ROMAN[letter] for letter in letters]
    total = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    return total if _numeral(total) == letters else None


def _numeral(number: int) -> str:
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (number // 10) + units[number % 10]
