"""An article in, how it prints its syllables elsewhere out: who has a given name, what is no name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.entities.data import load
from nlp.entities.model.shape import shape
from nlp.entities.model.stretch import stretches
from nlp.entities.model.view import View
from nlp.normalize import standard

Stretches = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Habits:
    small: frozenset[str]  # syllables that it also prints in small letters
    inner: frozenset[str]  # and those, in small letters here, that it capitalises where no sentence begins
    given: frozenset[str]  # the last one and the last two of what looks like a full name
    runs: Counter[tuple[str, ...]]  # of capitalised syllables

    @classmethod
    def of(cls, views: Iterable[View]) -> "Habits":
        small: set[str] = set()
        inner: set[str] = set()
        given: set[str] = set()
        runs: Counter[tuple[str, ...]] = Counter()
        for seen in views:
            shapes = [*map(shape, seen.syllables)]
            if "a" not in shapes:
                continue  # a heading in capitals says nothing of how names are printed
            small.update(one for one, kind in zip(seen.syllables, shapes, strict=True) if kind == "a")
            for start, end in stretches(shapes):
                opens = _opens(seen, shapes, start)
                run = seen.syllables[start:end]
                inner.update(map(str.lower, run[opens:]))
                runs[run] += 1
                if opens and len(run) > 2:
                    runs[run[1:]] += 1
                given.update(_given(run, shapes[start:end], opens=opens))
        return cls(frozenset(small), frozenset(inner), frozenset(given), runs)

    def columns(
        self, printed: Sequence[str], small: Sequence[str], shapes: Sequence[str], capitals: Stretches
    ) -> Mapping[str, list[str | None]]:
        elsewhere = [
            ("l" if one in self.small else "-") + ("c" if one in self.inner else "-") if kind[0] == "A" else None
            for one, kind in zip(small, shapes, strict=True)
        ]
        again: list[str | None] = [None] * len(small)
        given: list[str | None] = [None] * len(small)
        for start, end in capitals:
            run = tuple(printed[start:end])
            times = self.runs[run]
            again[start:end] = [f"{min(len(run), 3)}{1 if times < 2 else 2 if times < 4 else 4}"] * len(run)
            given[start:end] = self._marks(run, small[start:end])
        return {"elsewhere": elsewhere, "again": again, "given": given}

    def _marks(self, run: tuple[str, ...], small: Sequence[str]) -> list[str | None]:
        """Of each syllable: whether somebody is called so, whether two known runs meet there."""
        whole = len(run) <= 2 and " ".join(small) in self.given
        marks = [f"={len(run)}" if whole else ""] * len(run)
        marks[-1] += "l" if small[-1] in self.given else ""
        if len(run) > 1:
            marks[0] += "f" if small[0] in self.given else ""
            if run[1:] in self.runs:
                marks[1:] = [mark + "r" for mark in marks[1:]]
            for at in range(1, min(len(run), 12)):
                if run[:at] in self.runs and run[at:] in self.runs:
                    marks[at] += "|"
        return [mark or None for mark in marks]


def _opens(seen: View, shapes: Sequence[str], at: int) -> bool:
    """Whether a capital may stand there only because a sentence or a quotation begins."""
    return at == 0 or (shapes[at - 1][0] not in "aA0" and seen.syllables[at - 1] not in {",", "-", "/"})


def _given(run: Sequence[str], shapes: Sequence[str], *, opens: bool) -> Iterator[str]:
    small = [*map(str.lower, run)]
    for first in (0, 1) if opens else (0,):
        if 2 <= len(run) - first <= 4 and small[first] in _surnames() and {*shapes[first:]} <= {"Aa", "A"}:
            yield small[-1]
            if len(run) - first > 2:
                yield " ".join(small[-2:])
            return


@cache
def _surnames() -> frozenset[str]:
    names = load("surnames")
    return frozenset(standard(name).lower() for name in (*names["common"], *names["others"]))
