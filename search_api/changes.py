"""The shapes in which the API gives copies and versions of an article, and what changed between two texts."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.differences import Part
from indexer.differences import Piece as Found
from indexer.reprints import Relation, Reprint, listed
from indexer.versions import Version


class Piece(BaseModel):
    model_config = ConfigDict(frozen=True)

    kind: str = Field(description="same: in both texts; gone: only in the first; new: only in the second")
    text: str

    @classmethod
    def of(cls, piece: Found) -> Self:
        return cls(kind=piece.kind, text=piece.text)


class Changes(BaseModel):
    """Two texts in one: by paragraph, the pieces that both share and those that only one has."""

    model_config = ConfigDict(frozen=True)

    first: str = Field(description="an article's id, or a version's number")
    second: str
    paragraphs: tuple[tuple[Piece, ...], ...]

    @classmethod
    def of(cls, first: str, second: str, parts: Sequence[Part]) -> Self:
        shown = tuple(tuple(map(Piece.of, part)) for part in parts)
        return cls(first=first, second=second, paragraphs=shown)


class CopyEntry(BaseModel):
    """One article of a group of copies."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/articles/{id}")
    title: str | None
    source: str
    url: str | None = Field(description="as the site or the file gave it; not checked")
    published: str | None
    relation: Relation = Field(description="what it is beside the original; same: but for the spelling")
    containment: float = Field(description="how much of the shorter of it and the original stands in the longer")

    @classmethod
    def of(cls, one: Reprint) -> Self:
        return cls(
            id=one.id,
            title=one.title,
            source=one.source,
            url=one.url,
            published=one.published,
            relation=one.relation,
            containment=round(one.containment, 3),
        )


class CopyList(BaseModel):
    model_config = ConfigDict(frozen=True)

    copies: tuple[CopyEntry, ...] = Field(
        description="the original first, at most 100 and the article itself; empty where nothing is a copy of it"
    )
    total: int = Field(description="articles of the group, listed or not")

    @classmethod
    def of(cls, found: Sequence[Reprint], *, article: str) -> Self:
        shown = listed(found, of=article)
        return cls(copies=tuple(map(CopyEntry.of, shown)), total=len(found))


class FactChange(BaseModel):
    model_config = ConfigDict(frozen=True)

    fact: str = Field(description="title, author or published")
    before: str | None
    after: str | None


class VersionEntry(BaseModel):
    """What the article said from one time on."""

    model_config = ConfigDict(frozen=True)

    number: int = Field(description="/v1/articles/{id}/versions/{number}")
    saved_at: datetime
    title: str | None
    facts: tuple[FactChange, ...] = Field(description="that changed since the version before")
    gone: int = Field(description="syllables of the version before that it does not have")
    new: int = Field(description="syllables that the version before did not have")

    @classmethod
    def of(cls, one: Version) -> Self:
        facts = (FactChange(fact=name, before=old, after=new) for name, (old, new) in one.facts.items())
        return cls(
            number=one.number,
            saved_at=one.saved_at,
            title=one.article.title,
            facts=tuple(facts),
            gone=one.gone,
            new=one.new,
        )


class VersionList(BaseModel):
    model_config = ConfigDict(frozen=True)

    versions: tuple[VersionEntry, ...] = Field(description="from the first to the one of today")
