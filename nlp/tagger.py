"""The words of a sentence in, the part of speech and the name tag of each out: underthesea's two small models.

The tags are those of `underthesea.ner` (tests/nlp/test_tagger.py).  The stock way builds the columns of the whole
sentence again for every word and template, and runs a chunker whose answer no template reads.  Here columns are
built once, and only features that a model has weights for are handed to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from underthesea_core import CRFTagger

from nlp.crf import read
from nlp.joins import package_folder

_FEATURE = re.compile(r"(T\[(-?\d)(,-?\d)?\](?:\[(\d)\])?(?:\.(\w+))?=)(.*)", re.DOTALL)
_EDGE = 3  # no template looks further than three words

Columns = dict[
    str, Sequence[str]
]  # "word", "lower", "istitle", "1" (part of speech), "3" (name), one value a word


@dataclass(frozen=True, slots=True)
class Template:
    """What is asked of one word, or of two in a row, `first` words on from the one in question."""

    column: str
    first: int
    pair: bool
    features: dict[str, str]  # by the value that the column has there

    def of(self, column: Sequence[str]) -> Iterator[str | None]:
        """The feature of each word, None where the model does not know it."""
        before = ["BOS"] * _EDGE
        values = [*map(" ".join, pairwise(column))] if self.pair else column
        padded = [*before, *values, *["EOS"] * _EDGE]
        return map(self.features.get, padded[_EDGE + self.first :][: len(column)])


class Model:
    """One tagger and the templates that it was trained with."""

    def __init__(self, path: Path) -> None:
        self._tagger = CRFTagger()
        self._tagger.load(str(path))
        templates: dict[str, Template] = {}
        for name in read(path).states:
            prefix, first, last, column, function, value = _FEATURE.fullmatch(name).groups()  # type: ignore[union-attr]
            new = Template(column or function or "word", int(first), pair=last is not None, features={})
            templates.setdefault(prefix, new).features[value] = name
        self._templates = tuple(templates.values())

    def tags(self, columns: Columns) -> list[str]:
        features = zip(*(template.of(columns[template.column]) for template in self._templates), strict=True)
        tags: list[str] = self._tagger.tag([[*filter(None, row)] for row in features])
        return tags


def tag(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Parts of speech ("N", "Np", "V" …) and names ("B-PER", "I-LOC", "O" …) of a sentence's `words`."""
    if not words:
        return [], []
    unknown = ["X"] * len(words)
    columns: Columns = {"word": words, "lower": [*map(str.lower, words)], "istitle": [*map(_is_title, words)]}
    parts = _parts().tags({**columns, "1": unknown})
    return parts, _names().tags({**columns, "1": parts, "3": unknown})


@cache
def _parts() -> Model:
    return Model(package_folder() / "pipeline/pos_tag/pos_crf_2017_10_11.bin")


@cache
def _names() -> Model:
    return Model(package_folder() / "pipeline/ner/ner_crf_2017_10_12.bin")


def _is_title(word: str) -> str:
    """Whether each of its syllables begins with a capital."""
    return str(all(syllable[:1].istitle() for syllable in word.split(" ")))
