"""A text with its sentences in, the names that the trained model sees in it out."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from pathlib import Path
from typing import cast

from underthesea_core import CRFTagger

from nlp.crf import NotAModel
from nlp.crf import read as read_weights
from nlp.document import EntityType
from nlp.entities.mention import Mention
from nlp.entities.model.clusters import Clusters, shipped
from nlp.entities.model.columns import columns
from nlp.entities.model.rows import Known
from nlp.entities.model.view import View, view
from nlp.entities.runs import Span
from nlp.segment import Sentence

CONFIDENCE = 0.85


class Model:
    """A model file with the clusters that it was trained with.  Raises NotAModel."""

    def __init__(self, path: Path, clusters: Clusters) -> None:
        self._known = Known.of(read_weights(path).states)
        self._clusters = clusters
        self._tagger = CRFTagger()
        self._tagger.load(str(path))

    def tag(self, text: str, sentences: Iterable[Sentence]) -> Iterator[Mention]:
        """Names in the text's order, without overlaps.  Sentences in one case alone have none."""
        for sentence in sentences:
            seen = view(text, sentence)
            if _in_both_cases(text[sentence.start : sentence.end]):
                for start, end, type_ in decoded(self.labels(seen), seen.spans):
                    yield Mention(start, end, type_, by="model", confidence=CONFIDENCE)

    def labels(self, seen: View) -> list[str]:
        found: list[str] = self._tagger.tag(self._known.rows(columns(seen, self._clusters)))
        return found


def tag(text: str, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """Names in a text in standard spelling, by the model that ships."""
    return _shipped().tag(text, sentences)


@cache
def _shipped() -> Model:
    path = Path(str(resources.files(__package__) / "data/ner.crf"))
    if not path.exists():
        raise NotAModel(f"the model {path} is missing; install tracuu again, or make it with tracuu train ner")
    return Model(path, shipped())


def decoded(labels: Sequence[str], spans: Sequence[Span]) -> Iterator[tuple[int, int, EntityType]]:
    """The names that labels such as "B-PER", "I-PER", "O" mark; an "I" that continues nothing begins one."""
    start = end = -1
    type_ = ""
    for label, span in zip(labels, spans, strict=True):
        if type_ and label != f"I-{type_}":
            yield start, end, cast("EntityType", type_)
        if label not in {"O", f"I-{type_}"}:
            start = span[0]
        end, type_ = span[1], label[2:]
    if type_:
        yield start, end, cast("EntityType", type_)


def _in_both_cases(sentence: str) -> bool:
    return not sentence.islower() and not sentence.isupper()
