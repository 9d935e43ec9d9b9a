"""The shapes of citations: in a text that was sent, and of one document in the articles that cite it."""

import re
from dataclasses import asdict
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from indexer.catalog.cited import Cited
from nlp.document import AnnotatedDocument, Citation, CitationKind, to_dict
from search_api.schemas import Relation

LONGEST_TEXT = 100_000  # characters; the slowest of them takes 2 s
LONGEST_TITLE = 1_000
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def _day(published: str | None) -> str | None:
    if published and not _DAY.match(published):
        raise ValueError(f'"{published}" is no day: write 2024-01-31, or a time of ISO 8601.')
    if published:
        date.fromisoformat(published[:10])
    return published or None


class CitingText(BaseModel):
    """A text in which citations are to be found."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(max_length=LONGEST_TEXT)
    published: Annotated[str | None, Field(max_length=40), AfterValidator(_day)] = Field(
        default=None,
        description="YYYY-MM-DD or ISO 8601: tells which of several documents of one number may be meant",
    )
    title: str | None = Field(
        default=None, max_length=LONGEST_TITLE, description="where the text does not hold it"
    )


class FoundCitations(BaseModel):
    """`start` and `end` count code points of the text exactly as it was sent."""

    model_config = ConfigDict(frozen=True)

    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]

    @classmethod
    def of(cls, found: AnnotatedDocument) -> Self:
        shape = to_dict(found)
        return cls.model_validate({name: shape[name] for name in cls.model_fields})


class CitingSentence(BaseModel):
    """One citation with the sentence that it stands in; all but that and the article as `annotate` gives it."""

    model_config = ConfigDict(frozen=True)

    article: str = Field(description="/v1/articles/{id}")
    title: str | None
    source: str
    published: str | None = Field(description="ISO 8601 with +07:00, cut to what is known")
    sentence: str
    sentence_start: int = Field(description="where the sentence stands in the article's text")
    relations: tuple[str, ...] = Field(description="what the sentence says is done to the document")
    start: int = Field(description="[start, end) in the article's text, in code points")
    end: int
    surface: str
    full_start: int = Field(description="with date, issuer and subject")
    full_end: int
    kind: CitationKind
    type: str | None
    number: str | None
    year: str | None
    symbol: str | None
    issuer: str | None
    issued_on: str | None
    term: str | None
    subject: str | None
    pinpoint: str | None
    scope: str | None
    canonical: str | None = Field(description="the document's key; parts that can't be known are x")
    candidates: tuple[str, ...] = Field(description="keys of all that it may be, where that can't be decided")
    evidence: str | None = Field(description="which rule decided")
    confidence: float

    @classmethod
    def of(cls, one: Cited) -> Self:
        return cls(
            article=one.article,
            title=one.title,
            source=one.source,
            published=one.published,
            sentence=one.sentence,
            sentence_start=one.sentence_start,
            relations=one.relations,
            **asdict(one.citation),
        )


class CitingSentences(BaseModel):
    """The newest first."""

    model_config = ConfigDict(frozen=True)

    citations: tuple[CitingSentence, ...]
    next: str | None = Field(description="cursor of the next page; null on the last")
