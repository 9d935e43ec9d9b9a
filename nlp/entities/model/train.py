"""Articles that a person annotated in, a model file out."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nlp.entities.hints import hints
from nlp.entities.model.article import Article
from nlp.entities.model.clusters import Clusters
from nlp.entities.model.columns import columns
from nlp.entities.model.company import company
from nlp.entities.model.labels import Label, labels, marked, taught
from nlp.entities.model.rows import rows
from nlp.normalize import compose, standard
from nlp.scoring.gold import Judged
from nlp.segment import segment

ITERATIONS = 100
Advance = Callable[[int], object]


class TrainerMissing(Exception):
    """python-crfsuite is not installed; the message says how it is."""


@dataclass(frozen=True, slots=True)
class Options:
    iterations: int = ITERATIONS
    # How hard weights are pressed to nothing and to be small.  On entities.dev F1 was .926, .853, .942 (PER, ORG,
    # LOC) with 0.05 and .937, .862, .942 with 0.02 and rare features kept; less than 0.012 makes the model larger
    # and not better.
    c1: float = 0.012
    c2: float = 0.02


def train(
    articles: Iterable[Judged],
    output: Path,
    *,
    clusters: Clusters,
    options: Options = Options(),
    advance: Advance = lambda _: None,
) -> None:
    """`advance` is called after each article that was read and each iteration.

    Raises TrainerMissing; OSError where `output` can't be written.
    """
    trainer = _trainer(advance)
    trainer.set_params({"c1": options.c1, "c2": options.c2, "max_iterations": options.iterations})
    for article in articles:
        for features, found in _lessons(article, clusters):
            for stretch in taught(found):
                trainer.append(features[stretch], found[stretch])
        advance(1)
    output.parent.mkdir(parents=True, exist_ok=True)
    trainer.train(str(output))


def _lessons(judged: Judged, clusters: Clusters) -> Iterator[tuple[list[list[str]], list[Label]]]:
    composed = compose(judged.text)
    text = standard(composed.text)
    sentences = segment(text).sentences
    names = marked(judged, composed)
    article = Article.of(text, sentences, hints(text, sentences))
    told = [columns(seen, article, clusters) for seen in article.views]
    for sentence, seen, here, beside in zip(sentences, article.views, told, company(told), strict=True):
        inside = [name for name in names if name.start < sentence.end and sentence.start < name.end]
        yield rows(here, beside), labels(seen, inside)


def _trainer(advance: Advance) -> Any:
    if find_spec("pycrfsuite") is None:
        raise TrainerMissing(
            "training needs python-crfsuite, which is missing: pip install 'python-crfsuite>=0.9.12,<0.10'"
        )
    import pycrfsuite  # noqa: PLC0415 - an extra: whoever only reads texts has no need of it

    class Trainer(pycrfsuite.Trainer):  # type: ignore[misc]  # has no types
        def message(self, line: str) -> None:
            if line.startswith("***** Iteration"):
                advance(1)

    return Trainer(verbose=False)
