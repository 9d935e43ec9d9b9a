"""Columns in, the features of each syllable out, as strings: all of them, or those that a model knows."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain, repeat

from nlp.entities.model.columns import AFTER, BEFORE, PLACES, Column, Columns
from nlp.entities.model.company import COMPANY, Features

_EDGE = 2  # no column is looked at from further away
_REACH = range(-_EDGE, _EDGE + 1)
# Columns whose values come again and again together: what they add is looked up once for each set of values.
_TOGETHER = (("printed", "small", "shape"), ("name", "body", "body name"), ("elsewhere", "part", "glued"))

Values = tuple[str | None, ...]  # of some columns at one syllable
Seen = tuple[Features, ...]  # that the values add, for each place in _REACH that they are seen from


def rows(columns: Columns, company: Sequence[Features]) -> list[list[str]]:
    """All features: what a model is trained with."""
    found: list[list[str]] = [[*features] for features in company]
    for name, places in PLACES.items():
        padded = _padded(columns[name])
        for at in places:
            for row, value in zip(found, padded[_EDGE + at :], strict=False):
                if value is not None:
                    row.append(f"{name}@{at}={value}")
    return found


class Known:
    """The features that a model has weights for."""

    def __init__(self, names: Iterable[str]) -> None:
        by_place: dict[tuple[str, int], dict[str | None, str]] = {}
        for name in names:
            column, _, rest = name.partition("@")
            at, _, value = rest.partition("=")
            by_place.setdefault((column, int(at)), {})[value] = name
        self._company = frozenset(by_place.pop((COMPANY, 0), {}).values())
        self._groups = tuple(_Group(columns, by_place) for columns in _TOGETHER)
        grouped = {column for columns in _TOGETHER for column in columns}
        self._single = [(*place, known) for place, known in by_place.items() if place[0] not in grouped]

    def rows(self, columns: Columns, company: Sequence[Features]) -> list[list[str]]:
        single = []
        for name, at, known in self._single:
            column = columns[name]
            if at:
                single.append(map(known.get, _padded(column)[_EDGE + at :]))
            elif any(column):
                single.append(map(known.get, column))
        seen = zip(*(place for group in self._groups for place in group.places(columns)), strict=False)
        rest = zip(*single, strict=False) if single else repeat(())
        found = [[*chain.from_iterable(known), *filter(None, row)] for known, row in zip(seen, rest, strict=False)]
        for one, features in zip(found, company, strict=True):
            one.extend(filter(self._company.__contains__, features))
        return found


class _Group:
    def __init__(self, columns: Sequence[str], by_place: dict[tuple[str, int], dict[str | None, str]]) -> None:
        self._columns = columns
        self._known = [[by_place.get((column, at), {}) for column in columns] for at in _REACH]
        self._seen = lru_cache(50_000)(self._of)

    def places(self, columns: Columns) -> Iterator[list[Features]]:
        """For each place around the syllables, what the columns add to each, seen from there."""
        seen = [*map(self._seen, zip(*(_padded(columns[name]) for name in self._columns), strict=True))]
        for place in range(len(_REACH)):
            features = [one[place] for one in seen[place : len(seen) - _REACH[-1 - place] - _EDGE]]
            if any(features):
                yield features

    def _of(self, values: Values) -> Seen:
        return tuple(
            tuple(name for known, value in zip(at, values, strict=True) if (name := known.get(value)))
            for at in self._known
        )


def _padded(column: Column) -> list[str | None]:
    return [*[BEFORE] * _EDGE, *column, *[AFTER] * _EDGE]
