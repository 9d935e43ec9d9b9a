"""The shapes in which the API and the command line give documents."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.catalog.cited import Cited
from indexer.catalog.profiles import Wanted
from indexer.directory import display
from indexer.dossier import Entry
from nlp.directives.registry import Confidence
from search_api.citations import CitingSentence


class Directive(BaseModel):
    """One official document, as far as it is known."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="its key: body.type.term-or-year.number, as in tw.ct.k13.00012")
    display: str = Field(description="the number as people write it, or else the name")
    type: str
    number: str | None
    symbol: str | None
    term: str | None = Field(description="of the Party, in Roman numerals")
    issued_on: str | None = Field(description="YYYY-MM-DD")
    issuer: str | None
    title: str | None
    status: str = Field(
        description="not-yet, in-force, amended, replaced, repealed, expired or unknown, as far as is known"
    )
    confidence: Confidence = Field(description="how sure it is what is told of it: high, medium or low")
    replaces: tuple[str, ...] = Field(description="keys")
    replaced_by: tuple[str, ...] = Field(description="keys")
    citing_articles: int
    citations: tuple[CitingSentence, ...] = Field(
        default=(), description="where they were asked for; else /v1/directives/{id}/citations has them"
    )

    @classmethod
    def of(cls, entry: Entry, citations: Iterable[Cited] = ()) -> Self:
        return cls(**facts(entry), citations=tuple(map(CitingSentence.of, citations)))


class DirectiveAnswer(BaseModel):
    model_config = ConfigDict(frozen=True)

    documents: tuple[Directive, ...]

    @classmethod
    def of(cls, found: Sequence[Entry], citations: Mapping[str, Sequence[Cited]]) -> Self:
        """`citations` by the document's key."""
        return cls(documents=tuple(Directive.of(one, citations.get(one.document.key, ())) for one in found))


class DirectiveList(BaseModel):
    """A number gives all that bear it, in the order of terms; words, the most cited first."""

    model_config = ConfigDict(frozen=True)

    total: int
    documents: tuple[Directive, ...]
    next: str | None = Field(description="cursor of the next page; null on the last")


class WantedDirective(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: str
    display: str
    citing_articles: int
    example: str = Field(description="an article that cites it: /v1/articles/{id}")

    @classmethod
    def of(cls, one: Wanted) -> Self:
        return cls(id=one.key, display=one.number or one.key, citing_articles=one.articles, example=one.example)


class WantedDirectives(BaseModel):
    """The documents that most articles cite and of which nothing is known, most first."""

    model_config = ConfigDict(frozen=True)

    documents: tuple[WantedDirective, ...]


def facts(entry: Entry) -> dict[str, Any]:
    """The fields of a Directive, apart from who cites it."""
    one = entry.document
    return {
        "id": one.key,
        "display": display(one),
        "type": one.type,
        "number": one.number,
        "symbol": one.symbol,
        "term": one.term,
        "issued_on": one.issued_on,
        "issuer": one.issuer,
        "title": one.title,
        "status": entry.status,
        "confidence": one.confidence,
        "replaces": entry.replaces,
        "replaced_by": entry.replaced_by,
        "citing_articles": entry.citing_articles,
    }
