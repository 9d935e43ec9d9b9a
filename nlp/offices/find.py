"""A text with its sentences, persons and bodies in, the offices that the persons hold or held out."""

from collections.abc import Sequence

from nlp.document import Entity, Office
from nlp.segment import Sentence


def find(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> tuple[Office, ...]:
    """`text` is in standard spelling, and all spans are in it."""
    return ()
