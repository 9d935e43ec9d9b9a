"""Syllables in, how those that are capitalised and not Vietnamese begin and end out: "Vinamilk", "Infogame"."""

from collections.abc import Sequence
from functools import lru_cache

from nlp.entities.context import is_vietnamese
from nlp.entities.model.stretch import is_capital

_SHORTEST = 4  # letters
NOTHING = (None,) * 5


def edges(syllables: Sequence[str], shapes: Sequence[str]) -> dict[str, list[str | None]]:
    """The first three and four letters, and the last two, three and four, in small letters."""
    names = ("begins 3", "begins 4", "ends 2", "ends 3", "ends 4")
    found = [_edges(one) if is_capital(shape) else NOTHING for one, shape in zip(syllables, shapes, strict=True)]
    return {name: [*column] for name, column in zip(names, zip(*found, strict=True), strict=True)}


@lru_cache(50_000)
def _edges(syllable: str) -> tuple[str | None, ...]:
    if len(syllable) < _SHORTEST or is_vietnamese(syllable):
        return NOTHING
    small = syllable.lower()
    return (small[:3], small[:4], small[-2:], small[-3:], small[-4:])
