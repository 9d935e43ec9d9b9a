"""Everything about one document in; what its page shows, with the addresses that lead on, out."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from indexer.catalog.cited import Cited
from indexer.catalog.profiles import Counts
from indexer.directory import display
from indexer.dossier import Dossier
from nlp.directives.display import from_key
from nlp.directives.registry import Document, Registry
from search_api.course import course
from search_api.dossiers import DirectiveEvent
from search_api.pages.cited import heading
from search_api.pages.lineage import lineage
from search_api.pages.links import article_page, directive_page, search_page
from search_api.pages.marked import Segment, Span, segments
from search_api.pages.mentions import Mention
from search_api.pages.months import months
from search_api.pages.results import Names
from search_api.pages.words import CONFIDENCES, EVENTS, EVIDENCE, KNOWN_FROM, PASSIVES, RELATIONS, STATUSES

CITING = "#cau"  # where the sentences begin
Linked = tuple[str, tuple[Mention, ...]]  # what is done, and the documents


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that cites the document; `evidence` says how that was decided."""

    href: str
    title: str
    source: str
    published: str | None
    segments: tuple[Segment, ...]
    relations: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Event:
    day: str
    label: str
    href: str | None = None


def head(found: Dossier, known: Registry) -> dict[str, Any]:
    """What the page says of the document itself, by the names that its template has for it."""
    one = found.entry.document
    steps = [(step, heading(step.document), directive_page(step.document.key)) for step in lineage(one, known)]
    return {
        "one": one,
        "heading": heading(one),
        "number": display(one),
        "status": STATUSES.get(found.entry.status, found.entry.status),
        "doubt": CONFIDENCES.get(one.confidence),
        "known_from": ", ".join(KNOWN_FROM.get(source, source) for source in one.sources),
        "lineage": steps,
        "links": links(one, known),
        "events": events(course(found, known).events),
    }


def citing(found: Dossier, known: Registry, *, names: Names) -> dict[str, Any]:
    """What the page says of the articles that cite the document."""
    key, profile = found.entry.document.key, found.profile
    return {
        "profile": profile,
        "articles": search_page([("directive", key)]),
        "columns": months(profile.months, key=key),
        "sources": by_source(profile.sources, key=key, names=names),
        "relations": by_relation(profile.relations, key=key),
        "together": together(profile.together, known),
    }


def sentences(found: Sequence[Cited], *, names: Names) -> tuple[Sentence, ...]:
    return tuple(_sentence(one, names) for one in found)


def links(one: Document, known: Registry) -> tuple[Linked, ...]:
    """To other documents, in both directions; those in the line of succession are shown apart."""
    active = [(RELATIONS, link) for link in one.links]
    passive = [(PASSIVES, link) for link in known.incoming(one.key)]
    named_ = [
        (words.get(link.relation, link.relation), known.get(link.to) or from_key(link.to))
        for words, link in (*active, *passive)
        if link.relation != "replaces"
    ]
    named_.sort(key=lambda pair: pair[0])
    return tuple(
        (what, tuple(_mention(other) for _, other in group))
        for what, group in groupby(named_, lambda pair: pair[0])
    )


def together(counts: Counts, known: Registry) -> tuple[Mention, ...]:
    return tuple(_mention(known.get(key) or from_key(key), count) for key, count in counts)


def by_source(counts: Counts, *, key: str, names: Names) -> tuple[Mention, ...]:
    """Each leads to the source's articles that cite the document."""
    return tuple(
        Mention(names.get(source, source), count, search_page((("directive", key), ("source", source))))
        for source, count in counts
    )


def by_relation(counts: Counts, *, key: str) -> tuple[Mention, ...]:
    """Each leads to the sentences that say so."""
    return tuple(
        Mention(RELATIONS.get(name, name), count, directive_page(key, [("relation", name)]) + CITING)
        for name, count in counts
    )


def events(found: Sequence[DirectiveEvent]) -> tuple[Event, ...]:
    return tuple(map(_event, found))


def _event(one: DirectiveEvent) -> Event:
    if one.id and one.relation:
        words = PASSIVES.get(one.relation, one.relation)
        return Event(one.day, f"{words[:1].upper()}{words[1:]} {one.display}", directive_page(one.id))
    return Event(one.day, f"Tròn {one.years} năm ban hành" if one.years else EVENTS[one.event])


def _sentence(one: Cited, names: Names) -> Sentence:
    href = article_page(one.article, place=one.citation.start)
    start, end = (place - one.sentence_start for place in (one.citation.start, one.citation.end))
    label = "Đến chỗ này trong bài"
    span = Span(max(start, 0), min(end, len(one.sentence)), "citation", label, href)
    return Sentence(
        href=href,
        title=one.title or "(không có tiêu đề)",
        source=names.get(one.source, one.source),
        published=one.published,
        segments=segments(one.sentence, spans=(span,)),
        relations=tuple(RELATIONS.get(name, name) for name in one.relations if name != "cites"),
        evidence=EVIDENCE.get(one.citation.evidence or "", ""),
    )


def _mention(one: Document, count: int = 0) -> Mention:
    return Mention(heading(one), count, directive_page(one.key), note=one.title or "")
