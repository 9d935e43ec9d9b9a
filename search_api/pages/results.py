"""An answer in; what the result page shows of it, with the addresses that lead on, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.highlight import Snippet
from indexer.query import Bucket
from indexer.search import Answer, ArticleHit
from search_api.pages.links import Pairs, about, article_page, chosen, search_page, toggled
from search_api.pages.marked import Segment, segments
from search_api.pages.templating import moment
from search_api.pages.words import FACETS, KINDS
from search_api.parameters import SearchParameters
from search_api.schemas import FACET_NAMES

SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
Names = Mapping[str, str]  # a source's id to its name


@dataclass(frozen=True, slots=True)
class Passage:
    """`follows` and `goes_on` say whether it is cut off from what stands before and after it."""

    segments: tuple[Segment, ...]
    follows: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class ResultHit:
    found: ArticleHit
    href: str
    title: tuple[Segment, ...]
    source: str
    passages: tuple[Passage, ...]
    copies: tuple["ResultHit", ...]  # that were found too


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet; following `href` sets it, or unsets it where it is set; `about` tells of the thing."""

    label: str
    count: int
    href: str
    is_set: bool
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set; following `href` takes it away."""

    label: str
    href: str


def hits(answer: Answer, *, names: Names) -> tuple[ResultHit, ...]:
    return tuple(_hit(hit, words=answer.query, names=names) for hit in answer.hits)


def facets(answer: Answer, asked: SearchParameters, *, names: Names) -> tuple[Facet, ...]:
    """The facets in the order of `FACETS`; those without a value are left out."""
    pairs = chosen(asked)
    counted = {FACET_NAMES[field]: buckets for field, buckets in answer.facets if field in FACET_NAMES}
    return tuple(
        Facet(name, heading, tuple(_option(pairs, name, bucket, names) for bucket in counted[name]))
        for name, heading in FACETS.items()
        if counted.get(name)
    )


def chips(asked: SearchParameters, *, names: Names) -> tuple[Chip, ...]:
    pairs = chosen(asked)
    headings = {**FACETS, "from": "Từ ngày", "to": "Đến ngày"}
    return tuple(
        Chip(f"{headings[name]}: {_shown(name, value, names)}", toggled(pairs, name, value))
        for name, value in pairs
        if name in headings
    )


def next_page(answer: Answer, asked: SearchParameters) -> str | None:
    return search_page((*chosen(asked), ("cursor", answer.next))) if answer.next else None


def _hit(hit: ArticleHit, *, words: str, names: Names) -> ResultHit:
    title = hit.title or "(không có tiêu đề)"
    marks: Sequence[tuple[int, int]] = ()
    passages = []
    for snippet in hit.snippets:
        if snippet.field == "title":
            marks = snippet.marks
        else:
            passages.append(_passage(snippet))
    return ResultHit(
        found=hit,
        href=article_page(hit.id, words=words),
        title=segments(title, marks=marks),
        source=names.get(hit.source, hit.source),
        passages=tuple(passages),
        copies=tuple(_hit(one, words=words, names=names) for one in hit.folded),
    )


def _passage(snippet: Snippet) -> Passage:
    return Passage(
        segments(snippet.text, marks=snippet.marks),
        follows=snippet.start > 0,
        goes_on=not snippet.text.endswith(SENTENCE_ENDS),
    )


def _option(pairs: Pairs, name: str, bucket: Bucket, names: Names) -> Option:
    value = bucket.value
    return Option(
        _shown(name, value, names),
        bucket.count,
        toggled(pairs, name, value),
        (name, value) in pairs,
        about(name, value),
    )


def _shown(name: str, value: str, names: Names) -> str:
    """A value as people read it."""
    if name in {"from", "to"}:
        return moment(value)
    if name == "source":
        return names.get(value, value)
    return KINDS.get(value, value) if name == "kind" else value
