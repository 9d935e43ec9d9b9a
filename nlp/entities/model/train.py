"""Annotated articles in, a model file out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.entities.model.clusters import Clusters
from nlp.entities.model.columns import columns
from nlp.entities.model.gold import Article, Marked
from nlp.entities.model.labels import labels, taught
from nlp.entities.model.rows import rows
from nlp.entities.model.view import View, view
from nlp.segment import segment


class TrainerMissing(Exception):
    """python-crfsuite is not installed; the message says how it is."""


@dataclass(frozen=True, slots=True)
class Options:
    iterations: int = 100
    c1: float = 0.05  # how hard weights are pressed to nothing,
    c2: float = 0.02  # and how hard to be small; swept on five parts of the training set


def train(articles: Iterable[Article], output: Path, *, clusters: Clusters, options: Options = Options()) -> None:
    """Raises TrainerMissing; OSError where `output` can't be written."""
    trainer = _trainer()
    trainer.set_params({"c1": options.c1, "c2": options.c2, "max_iterations": options.iterations})
    for article in articles:
        for seen, names in _sentences(article):
            found = labels(seen, names)
            features = rows(columns(seen, clusters))
            for stretch in taught(found):
                trainer.append(features[stretch], found[stretch])
    output.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(output))


def _sentences(article: Article) -> Iterator[tuple[View, Sequence[Marked]]]:
    for sentence in segment(article.text).sentences:
        names = [name for name in article.names if name.start < sentence.end and sentence.start < name.end]
        yield view(article.text, sentence), names


def _trainer() -> Any:
    if find_spec("pycrfsuite") is None:
        raise TrainerMissing("training needs python-crfsuite: pip install 'python-crfsuite>=0.9.12'")
    import pycrfsuite  # noqa: PLC0415 - an extra: whoever only reads texts has no need of it

    return pycrfsuite.Trainer(verbose=False)
