"""Sentences and words of people in; the same as a page shows them, with addresses, out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.analysis import name_key
from indexer.roll import Line, Passage, Said
from search_api.pages.links import article_page, office_page, organization_page, passage_page, person_page
from search_api.pages.marked import Segment, segments
from search_api.pages.results import Names

UNTITLED = "(không có tiêu đề)"


@dataclass(frozen=True, slots=True)
class Report:
    """An article, as a list shows it."""

    href: str
    title: str
    url: str | None
    source: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence that says something, with the words that say it marked; `href` leads to them in the article."""

    href: str
    title: str
    source: str
    published: str | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """`words` are empty where the sentence has them all; `office_href` leads to those who held that office.

    `also` are other articles that tell the same words.
    """

    said: Said
    words: str
    speaker_href: str | None
    office_href: str | None
    sentence: Sentence
    also: tuple[Sentence, ...] = ()


def report(line: Line, names: Names) -> Report:
    return Report(
        href=article_page(line.article),
        title=line.title or UNTITLED,
        url=line.url,
        source=names.get(line.source, line.source),
        published=line.published,
    )


def sentence(passage: Passage, names: Names) -> Sentence:
    line = passage.line
    return Sentence(
        href=passage_page(line.article, passage.at + passage.start, passage.at + passage.end),
        title=line.title or UNTITLED,
        source=names.get(line.source, line.source),
        published=line.published,
        segments=segments(passage.text, marks=((passage.start, passage.end),)),
    )


def quotations(found: Iterable[Said], names: Names) -> tuple[Quotation, ...]:
    """In the order of `found`; words that several articles print alike are there once."""
    same: dict[tuple[str | None, str], list[Said]] = {}
    for one in found:
        same.setdefault((one.person or one.speaker, name_key(one.words)), []).append(one)
    return tuple(_quotation(first, more, names) for first, *more in same.values())


def _quotation(one: Said, more: Sequence[Said], names: Names) -> Quotation:
    shown = one.passage.text[one.passage.start : one.passage.end]
    return Quotation(
        said=one,
        words="" if len(shown) >= len(one.words) else one.words,
        speaker_href=_speaker(one),
        office_href=office_page(one.office) if one.office else None,
        sentence=sentence(one.passage, names),
        also=tuple(sentence(other.passage, names) for other in _elsewhere(one, more)),
    )


def _elsewhere(one: Said, more: Iterable[Said]) -> Iterable[Said]:
    """The first of `more` in each other article."""
    others = {other.passage.line.article: other for other in reversed(tuple(more))}
    others.pop(one.passage.line.article, None)
    return reversed(others.values())


def _speaker(one: Said) -> str | None:
    if one.person:
        return person_page(one.person)
    return organization_page(one.organization) if one.organization else None
