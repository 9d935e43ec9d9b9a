"""Shapes of syllables in, the runs of capitalised ones out."""

from collections.abc import Sequence
from itertools import groupby


def stretches(shapes: Sequence[str]) -> list[tuple[int, int]]:
    """The numbers of the first syllable and of the one behind the last of each."""
    found = []
    at = 0
    for capital, run in groupby(shapes, key=is_capital):
        size = sum(1 for _ in run)
        if capital:
            found.append((at, at + size))
        at += size
    return found


def is_capital(shape: str) -> bool:
    return shape[0] == "A" or shape == "aA"
