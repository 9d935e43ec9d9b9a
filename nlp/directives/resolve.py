"""Citations of one text in, the same citations with the document that each means decided, or left open, out."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlp.directives.registry import Registry
from nlp.document import Citation


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the article round its text; None where it is not."""

    published: str | None = None  # YYYY-MM-DD, or longer
    title: str | None = None
    place: str | None = None  # slug of the province whose news a source prints: "quang-nam"
    own: str | None = None  # the key of the text itself, where it is an official document


def resolve(
    text: str, citations: Sequence[Citation], *, registry: Registry, context: Context
) -> tuple[Citation, ...]:
    """`text` is in standard spelling, and the citations' spans are in it."""
    return tuple(citations)
