"""What a recogniser hands on: one name at one place."""

from dataclasses import dataclass

from nlp.document import EntityType


@dataclass(frozen=True, slots=True)
class Mention:
    """Spans are in a text in standard spelling; `canonical` is None where only the article can tell."""

    start: int
    end: int
    type: EntityType
    by: str
    confidence: float
    canonical: str | None = None
