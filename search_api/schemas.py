"""The shapes in which the API and the command line give an answer, and an article."""

from collections.abc import Mapping
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from crawler.article import DocumentHeader
from indexer.catalog.shelf import StoredArticle
from indexer.fields import KEYWORDS
from indexer.highlight import Snippet as FoundSnippet
from indexer.query import KeywordField
from indexer.search import Answer, ArticleHit
from nlp.directives.amended import Amendment, amendments
from nlp.directives.structure import Structure, structure_of
from nlp.document import Citation, Entity, Event, Office, Quote, to_dict

# A facet bears the name of the filter that takes its values.
FACET_NAMES: Mapping[KeywordField, str] = {
    "year": "year",
    "month": "month",
    **{field: name for name, field in KEYWORDS.items()},
}


class Snippet(BaseModel):
    """A passage of one field of the article; `marks` are [start, end) in code points of `text`."""

    model_config = ConfigDict(frozen=True)

    field: str = Field(description="title, lead or body")
    start: int = Field(description="where the passage stands in the field, in code points")
    text: str
    marks: tuple[tuple[int, int], ...] = Field(description="[start, end) of what was looked for, in `text`")

    @classmethod
    def of(cls, snippet: FoundSnippet) -> Self:
        return cls(field=snippet.field, start=snippet.start, text=snippet.text, marks=snippet.marks)


class SearchHit(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str = Field(description="tracuu's own id, stable over re-crawls: /v1/articles/{id}")
    external_id: str | None = Field(description="the id that came with a ready article")
    url: str | None = Field(description="as the site or the file gave it; not checked")
    title: str | None
    source: str
    published: str | None = Field(description="ISO 8601 with +07:00, cut to what is known")
    score: float = Field(description="comparable only within one answer")
    copies: int = Field(description="how many other articles are copies of it: /v1/articles/{id}/copies")
    original: str | None = Field(description="id of the first of all its copies; null where it has none")
    folded: tuple[str, ...] = Field(description="ids of its copies that were found too, with copies=fold")
    snippets: tuple[Snippet, ...]

    @classmethod
    def of(cls, hit: ArticleHit) -> Self:
        return cls(
            id=hit.id,
            external_id=hit.external_id,
            url=hit.url,
            title=hit.title,
            source=hit.source,
            published=hit.published,
            score=hit.score,
            copies=hit.copies,
            original=hit.original,
            folded=tuple(one.id for one in hit.folded),
            snippets=tuple(map(Snippet.of, hit.snippets)),
        )


class FacetValue(BaseModel):
    model_config = ConfigDict(frozen=True)

    value: str
    count: int


class SearchAnswer(BaseModel):
    """What was found for one query, the best or the newest first."""

    model_config = ConfigDict(frozen=True)

    query: str = Field(description="as it was asked")
    interpretation: str = Field(description="as it was understood")
    total: int
    hits: tuple[SearchHit, ...]
    facets: dict[str, tuple[FacetValue, ...]] = Field(description="by the name of the filter that takes the value")
    next: str | None = Field(description="cursor of the next page; null on the last")
    warnings: tuple[str, ...]

    @classmethod
    def of(cls, answer: Answer) -> Self:
        return cls(
            query=answer.query,
            interpretation=answer.interpretation,
            total=answer.total,
            hits=tuple(map(SearchHit.of, answer.hits)),
            facets={
                FACET_NAMES[field]: tuple(FacetValue(value=one.value, count=one.count) for one in buckets)
                for field, buckets in answer.facets
                if field in FACET_NAMES
            },
            next=answer.next,
            warnings=answer.warnings,
        )


class Relation(BaseModel):
    """What the text, or the activity that it reports, does to a document, or one document to another."""

    model_config = ConfigDict(frozen=True, serialize_by_alias=True)

    source: str = Field(alias="from", description="a document's key, self or activity")
    to: str
    relation: str
    cue: str = Field(description="the words that say so, at [start, end)")
    start: int
    end: int


class Annotations(BaseModel):
    """What was found in one text.  `start` and `end` count its code points: `surface == text[start:end]`."""

    model_config = ConfigDict(frozen=True)

    entities: tuple[Entity, ...]
    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]
    offices: tuple[Office, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    warnings: tuple[str, ...]


class ArticleDetail(BaseModel):
    """One article with everything that was found in it."""

    model_config = ConfigDict(frozen=True)

    id: str
    external_id: str | None = Field(description="the id that came with a ready article")
    url: str | None = Field(description="as the site or the file gave it; not checked")
    canonical_url: str | None
    source: str
    kind: str = Field(description="article or document (an official text)")
    title: str | None
    lead: str | None
    text: str = Field(description="title, lead and paragraphs joined by blank lines; all offsets count in it")
    author: str | None
    published: str | None = Field(description="ISO 8601 with +07:00, cut to what is known")
    precision: str | None = Field(description="minute or day; null where nothing is known")
    section: str | None
    tags: tuple[str, ...]
    captions: tuple[str, ...]
    document: DocumentHeader | None = Field(description="what an official text says of itself")
    structure: Structure | None = Field(
        description="the parts of an official text, with their places in it; null for an article"
    )
    amendments: tuple[Amendment, ...] = Field(description="what an official text changes in other documents")
    language: str | None = Field(description="ISO 639-1; nothing is annotated in another language than vi")
    flags: tuple[str, ...] = Field(description="what to know of the text: ocr, lost-letters, converted-tcvn3 …")
    versions: int = Field(description="the first and one for each edit: /v1/articles/{id}/versions")
    copies: int = Field(description="how many other articles are copies of it: /v1/articles/{id}/copies")
    original: str | None = Field(description="id of the first of all its copies; null where it has none")
    annotations: Annotations

    @classmethod
    def of(cls, stored: StoredArticle) -> Self:
        article = stored.article
        structure = structure_of(article)
        return cls(
            id=stored.id,
            external_id=article.external_id,
            url=article.url,
            canonical_url=stored.canonical_url,
            source=stored.source,
            kind=article.kind,
            title=article.title,
            lead=article.lead,
            text=article.text,
            author=article.author,
            published=article.published,
            precision=article.precision,
            section=article.section,
            tags=article.tags,
            captions=article.captions,
            document=article.document,
            structure=structure,
            amendments=amendments(article.text, structure, stored.document.citations) if structure else (),
            language=article.language,
            flags=article.flags,
            versions=stored.revision,
            copies=stored.copies,
            original=stored.original,
            annotations=Annotations.model_validate(to_dict(stored.document)),
        )
