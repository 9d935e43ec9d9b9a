"""The syllables of a sentence in, which of them go on with the word before out: underthesea's segmentation model.

Every decision is the model's own (tests/nlp/test_joins.py compares it with the stock tagger).  The stock way
writes 43 strings for each syllable and looks up each; here the weights of one, two and three syllables in a row
are summed once, when the model is read.
"""

import pickle
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from pathlib import Path

from nlp.crf import NotAModel, Weights, read

_MODEL = "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
_FUNCTIONS = ("", ".lower", ".isdigit", ".istitle", ".is_in_dict")
_PLACES = {1: (-2, -1, 0, 1, 2), 2: (-2, -1, 0, 1), 3: (-2, -1, 0)}  # where so many begin, seen from a syllable
_LARGEST = 2**31 - 1  # the stock featurizer takes digits for a number only where 32 bits hold it

Sums = tuple[float, ...]  # what syllables add in favour of a join, for each place that they are seen from


def package_folder() -> Path:
    """Where underthesea lies.  Importing it would configure logging and take a second and 87 MB."""
    spec = find_spec("underthesea")
    if spec is None or not spec.submodule_search_locations:
        raise NotAModel("the package underthesea is missing; run make install")
    return Path(spec.submodule_search_locations[0])


def joins(syllables: Sequence[str]) -> list[bool]:
    """For each of `syllables` (in standard spelling, none empty), whether it goes on with the word before."""
    return _joiner()(syllables) if syllables else []


@cache
def _joiner() -> "Joiner":
    folder = package_folder() / _MODEL
    words = pickle.loads((folder / "dictionary.bin").read_bytes())  # noqa: S301 - a file of the installed package
    return Joiner(read(folder / "models.bin"), frozenset(words))


class Joiner:
    """The model's weights, summed.  Beyond the sentence's edges stand syllables of their own."""

    def __init__(self, weights: Weights, words: frozenset[str]) -> None:
        apart, on = weights.labels.index("B-W"), weights.labels.index("I-W")
        self._favour = {
            name: sum(weight if label == on else -weight for label, weight in pairs)
            for name, pairs in weights.states.items()
        }
        self._transitions = tuple(weights.transitions[a][b] for a in (apart, on) for b in (apart, on))
        self._words = words
        self._printed = {size: self._table(size, "") for size in (2, 3)}
        self._small = {size: self._small_table(size) for size in (2, 3)}
        self._other = {size: self._sums(size, ".is_in_dict", "False") for size in (2, 3)}
        self._edges = {(size, mark): self._edge(size, mark) for size in _PLACES for mark in ("BOS", "EOS")}
        self._title = {
            size: {t: self._sums(size, ".istitle", str(t))[2] for t in (True, False)} for size in (2, 3)
        }
        self._one = lru_cache(50_000)(self._of_syllable)

    def __call__(self, syllables: Sequence[str]) -> list[bool]:
        titles, ones = zip(*map(self._one, syllables), strict=True)
        one = self._edged(1, ones)
        two = self._edged(2, map(partial(self._of_row, 2), _rows(2, syllables)))
        three = self._edged(3, map(partial(self._of_row, 3), _rows(3, syllables)))
        return self._best([
            a[0] + b[1] + c[2] + d[3] + e[4] + f[0] + g[1] + h[2] + i[3] + j[0] + k[1] + m[2] + title
            for a, b, c, d, e, f, g, h, i, j, k, m, title in zip(
                one, one[1:], one[2:], one[3:], one[4:], two, two[1:], two[2:], two[3:],
                three, three[1:], three[2:], self._of_titles(titles), strict=False,
            )
        ])  # fmt: skip

    def _best(self, favours: Sequence[float]) -> list[bool]:
        """The best way through; `favours` say how much better each syllable likes to join than not to."""
        apart_apart, apart_on, on_apart, on_on = self._transitions
        apart, on = 0.0, favours[0]
        steps: list[tuple[bool, bool]] = []  # whether the one before joins, if this one doesn't and if it does
        for favour in favours[1:]:
            to_apart, to_on = on + on_apart > apart + apart_apart, on + on_on > apart + apart_on
            steps.append((to_apart, to_on))
            apart, on = (
                on + on_apart if to_apart else apart + apart_apart,
                favour + (on + on_on if to_on else apart + apart_on),
            )
        way = [on > apart]
        for step in reversed(steps):
            way.append(step[way[-1]])
        return way[::-1]

    def _edged(self, size: int, sums: Iterable[Sums]) -> tuple[Sums, ...]:
        before, after = self._edges[size, "BOS"], self._edges[size, "EOS"]
        return (before, before, *sums, after, after)

    def _of_syllable(self, printed: str) -> tuple[bool, Sums]:
        """Whether it begins with a letter that is not small, and what it adds."""
        small, title = printed.lower(), printed[0].upper() == printed[0]
        values = (printed, small, str(_is_number(printed)), str(title), str(small in self._words))
        return title, _add(*map(partial(self._sums, 1), _FUNCTIONS, values))

    def _of_row(self, size: int, row: str) -> Sums:
        sums = self._small[size].get(row.lower(), self._other[size])
        more = self._printed[size].get(row)
        return _add(sums, more) if more else sums

    def _of_titles(self, titles: Sequence[bool]) -> Iterator[float]:
        two, three = self._title[2], self._title[3]
        last = len(titles) - 1
        for at in range(last - 1):
            pair = titles[at] and titles[at + 1]
            yield two[pair] + three[pair and titles[at + 2]]
        if last:
            yield two[titles[last - 1] and titles[last]]
        yield 0.0

    def _sums(self, size: int, function: str, value: str) -> Sums:
        return tuple(self._favour.get(f"{_template(size, at)}{function}={value}", 0.0) for at in _PLACES[size])

    def _edge(self, size: int, mark: str) -> Sums:
        return _add(*(self._sums(size, function, mark) for function in _FUNCTIONS))

    def _table(self, size: int, function: str) -> dict[str, Sums]:
        """What the rows of syllables add that the model has weights for."""
        prefixes = tuple(f"{_template(size, at)}{function}=" for at in _PLACES[size])
        rows = {name[len(prefix) :] for name in self._favour for prefix in prefixes if name.startswith(prefix)}
        return {row: self._sums(size, function, row) for row in rows}

    def _small_table(self, size: int) -> dict[str, Sums]:
        """The same in small letters, and the words of the dictionary that are so long."""
        listed = {known: self._sums(size, ".is_in_dict", str(known)) for known in (True, False)}
        table = {word: listed[True] for word in self._words if word.count(" ") == size - 1}
        return table | {row: _add(sums, listed[row in table]) for row, sums in self._table(size, ".lower").items()}


def _template(size: int, at: int) -> str:
    return f"T[{at}]" if size == 1 else f"T[{at},{at + size - 1}]"


def _rows(size: int, syllables: Sequence[str]) -> Iterator[str]:
    return map(" ".join, zip(*(syllables[at:] for at in range(size)), strict=False))


def _is_number(syllable: str) -> bool:
    return syllable.isascii() and syllable.isdigit() and len(syllable) < 100 and int(syllable) <= _LARGEST


def _add(*sums: Sums) -> Sums:
    return tuple(map(sum, zip(*sums, strict=True)))
