"""Resolved citations of one text in, what it does to their documents, and they to each other, out."""

from collections.abc import Sequence

from nlp.directives.registry import Registry
from nlp.document import Citation, Relation


def relate(text: str, citations: Sequence[Citation], *, registry: Registry) -> tuple[Relation, ...]:
    """`text` is in standard spelling, and all spans are in it."""
    return ()
