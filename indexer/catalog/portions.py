"""Keys in, lists of them that one question to the database may name out."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from crawler.version import MOST_KEYS

Key = TypeVar("Key", int, str)


def portions(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Each key once, in order."""
    ordered = sorted(set(keys))
    return (ordered[start : start + MOST_KEYS] for start in range(0, len(ordered), MOST_KEYS))
