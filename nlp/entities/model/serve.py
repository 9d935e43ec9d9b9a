"""A text with its sentences in, the names that the trained model sees in it out."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from underthesea_core import CRFTagger

from nlp.crf import read as read_weights
from nlp.document import EntityType
from nlp.entities.hints import Hints, hints
from nlp.entities.mention import Mention
from nlp.entities.model import clusters
from nlp.entities.model.article import Article
from nlp.entities.model.choice import chosen
from nlp.entities.model.columns import columns
from nlp.entities.model.company import company
from nlp.entities.model.rows import Known
from nlp.entities.runs import Span
from nlp.segment import Sentence

Rows = list[list[str]]
Name = tuple[int, int, EntityType]  # the first syllable, the one behind the last

# Probabilities are reckoned in so many syllables around names and not in whole sentences: it takes half the time,
# and of 2,239 names in the news 11 get one that differs by more than 0.01.
NEAR = 4


class Model:
    """A model file, with the clusters that lie beside it.  Raises NotAModel and BadClusters."""

    def __init__(self, path: Path) -> None:
        self.known = Known(read_weights(path).states)
        self.clusters = clusters.read(clusters.beside(path))
        self.tagger = CRFTagger()
        self.tagger.load(str(path))
        self._numbers = {label: number for number, label in enumerate(self.tagger.labels())}

    def tag(self, text: str, sentences: Sequence[Sentence], told: Hints | None = None) -> Iterator[Mention]:
        """Names in the text's order, without overlaps.  Sentences in one case alone have none.

        A model is trained with what lists and rules say of each text: `told`, which is found here if not given.
        The confidence is the probability of the name's least sure syllable.
        """
        article = Article.of(text, sentences, told or hints(text, sentences))
        views = [seen for seen in article.views if _may_hold_names(seen.syllables)]
        told_of = [columns(seen, article, self.clusters) for seen in views]
        for seen, here, beside in zip(views, told_of, company(told_of), strict=True):
            yield from self._names(self.known.rows(here, beside), seen.spans)

    def _names(self, rows: Rows, spans: Sequence[Span]) -> Iterator[Mention]:
        labels: list[str] = self.tagger.tag(rows)
        for part in _neighbours([*decoded(labels)]):
            first = max(0, part[0][0] - NEAR)
            likely: list[list[float]] = self.tagger.marginals(rows[first : part[-1][1] + NEAR])
            for start, end, type_ in part:
                sure = min(likely[at - first][self._numbers[labels[at]]] for at in range(start, end))
                yield Mention(spans[start][0], spans[end - 1][1], type_, by="model", confidence=sure)


def tag(text: str, sentences: Sequence[Sentence], told: Hints | None = None) -> Iterator[Mention]:
    """Names in a text in standard spelling, by the model that is chosen."""
    return _model().tag(text, sentences, told)


@cache
def _model() -> Model:
    return Model(chosen())


def decoded(labels: Sequence[str]) -> Iterator[Name]:
    """The names that labels such as "B-PER", "I-PER", "O" mark; an "I" that continues nothing begins one."""
    start = 0
    type_ = ""
    for at, label in enumerate([*labels, "O"]):
        if label == f"I-{type_}":
            continue
        if type_:
            yield start, at, cast("EntityType", type_)
        start, type_ = at, label[2:]


def _neighbours(names: Sequence[Name]) -> Iterator[Sequence[Name]]:
    """The names in groups that stand near each other."""
    first = 0
    for at in range(1, len(names) + 1):
        if at == len(names) or names[at][0] - names[at - 1][1] > 2 * NEAR:
            yield names[first:at]
            first = at


def _may_hold_names(syllables: Sequence[str]) -> bool:
    """Not where all is small, nor where all is in capitals, except that an agency may stand alone: "(TTXVN)"."""
    words = [one for one in syllables if one.lower() != one.upper()]
    return not all(map(str.islower, words)) and (len(words) == 1 or not all(map(str.isupper, words)))
