"""Columns in, the features of each syllable out, as strings: all of them, or those that a model knows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.entities.model.columns import AFTER, BEFORE, PLACES, Column, Columns

_EDGE = 2  # no column is looked at from further away


def rows(columns: Columns) -> list[list[str]]:
    """All features: what a model is trained with."""
    size = len(columns["always"])
    found: list[list[str]] = [[] for _ in range(size)]
    for name, places in PLACES.items():
        for at in places:
            for row, value in zip(found, _moved(columns[name], at), strict=True):
                if value is not None:
                    row.append(f"{name}@{at}={value}")
    return found


@dataclass(frozen=True, slots=True)
class Known:
    """The features that a model has weights for, by column, place and value."""

    by_place: dict[tuple[str, int], dict[str | None, str]]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Known":
        by_place: dict[tuple[str, int], dict[str | None, str]] = {}
        for name in names:
            column, _, rest = name.partition("@")
            at, _, value = rest.partition("=")
            by_place.setdefault((column, int(at)), {})[value] = name
        return cls(by_place)

    def rows(self, columns: Columns) -> list[list[str]]:
        found = (
            map(features.get, _moved(columns[column], at)) for (column, at), features in self.by_place.items()
        )
        return [[*filter(None, row)] for row in zip(*found, strict=True)]


def _moved(column: Column, at: int) -> Iterator[str | None]:
    padded = [*[BEFORE] * _EDGE, *column, *[AFTER] * _EDGE]
    return iter(padded[_EDGE + at : _EDGE + at + len(column)])
