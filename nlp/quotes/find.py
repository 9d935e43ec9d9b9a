"""A text with its sentences, persons, bodies and offices in, what was said by whom out."""

from collections.abc import Sequence

from nlp.document import Entity, Office, Quote
from nlp.segment import Sentence


def find(
    text: str, sentences: Sequence[Sentence], entities: Sequence[Entity], offices: Sequence[Office]
) -> tuple[Quote, ...]:
    """`text` is in standard spelling, and all spans are in it."""
    return ()
