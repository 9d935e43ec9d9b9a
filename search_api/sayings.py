"""The shapes that answers on persons, bodies and events share: articles, sentences, offices, words."""

from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from indexer.roll import Held, Line, Passage, Said


class Mentioning(BaseModel):
    """An article, as a list shows it."""

    model_config = ConfigDict(frozen=True)

    id: str = Field(description="/v1/articles/{id}")
    title: str | None
    url: str | None = Field(description="as the site or the file gave it; not checked")
    source: str
    published: str | None = Field(description="ISO 8601 with +07:00, cut to what is known")
    day: str | None = Field(description="local day, YYYY-MM-DD")

    @classmethod
    def of(cls, line: Line) -> Self:
        return cls(
            id=line.article,
            title=line.title,
            url=line.url,
            source=line.source,
            published=line.published,
            day=line.day,
        )


class Sentence(BaseModel):
    """The sentence that says it, with the article that it stands in."""

    model_config = ConfigDict(frozen=True)

    article: str = Field(description="/v1/articles/{id}")
    title: str | None
    source: str
    published: str | None = Field(description="ISO 8601 with +07:00, cut to what is known")
    day: str | None = Field(description="local day, YYYY-MM-DD")
    sentence: str
    sentence_start: int = Field(description="where the sentence stands in the article's text")
    start: int = Field(description="[start, end) of what says it in the article's text, in code points")
    end: int

    @classmethod
    def of(cls, passage: Passage) -> Self:
        return cls(
            article=passage.line.article,
            title=passage.line.title,
            source=passage.line.source,
            published=passage.line.published,
            day=passage.line.day,
            sentence=passage.text,
            sentence_start=passage.at,
            start=passage.at + passage.start,
            end=passage.at + passage.end,
        )


class NameCount(BaseModel):
    """A name as articles print it, and how many do."""

    model_config = ConfigDict(frozen=True)

    name: str
    article_count: int


class HeldOffice(BaseModel):
    """That a person held an office, as long as articles say so: not the day of the appointment."""

    model_config = ConfigDict(frozen=True)

    person: str = Field(description="/v1/people/{id}")
    name: str = Field(description="the person's")
    office: str
    organization: str | None
    organization_id: str | None = Field(description="/v1/organizations/{id}; null where it is not known")
    former: bool = Field(description="whether every article calls it a former one")
    acting: bool
    first: str | None = Field(description="day of the first article that says so; null where none has a day")
    last: str | None
    article_count: int
    sentences: tuple[Sentence, ...] = Field(description="some that say so")

    @classmethod
    def of(cls, held: Held) -> Self:
        return cls(
            person=held.person,
            name=held.name,
            office=held.office,
            organization=held.organization,
            organization_id=held.organization_id,
            former=held.former,
            acting=held.acting,
            first=held.first,
            last=held.last,
            article_count=held.articles,
            sentences=tuple(map(Sentence.of, held.passages)),
        )


class SaidWords(BaseModel):
    """Words of a person or body, with the sentence that they stand in."""

    model_config = ConfigDict(frozen=True)

    words: str = Field(description="of who is only reported to have spoken, the clause that says so")
    direct: bool = Field(description="whether they stand in quotation marks")
    person: str | None = Field(description="/v1/people/{id}; null where a body speaks, or nobody is known")
    organization: str | None = Field(description="/v1/organizations/{id}, where a body speaks")
    speaker: str | None = Field(description="who speaks, by name")
    office: str | None = Field(description="as it is named there")
    resolved: bool = Field(description="whether the speaker follows from the office and the day, and is not named")
    said_in: Sentence

    @classmethod
    def of(cls, said: Said) -> Self:
        return cls(
            words=said.words,
            direct=said.direct,
            person=said.person,
            organization=said.organization,
            speaker=said.speaker,
            office=said.office,
            resolved=said.resolved,
            said_in=Sentence.of(said.passage),
        )


def name_counts(names: Iterable[tuple[str, int]]) -> tuple[NameCount, ...]:
    return tuple(NameCount(name=name, article_count=count) for name, count in names)


def mentioning(lines: Iterable[Line]) -> tuple[Mentioning, ...]:
    return tuple(map(Mentioning.of, lines))
