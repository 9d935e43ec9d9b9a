"""A stored article in; its text in blocks with everything that was found marked, and lists of that, out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crawler.article import BLANK_LINE, Article
from indexer.catalog.linked import Linked
from indexer.catalog.shelf import StoredArticle
from nlp.directives.registry import Registry
from nlp.directives.structure import Structure
from nlp.document import AnnotatedDocument, Entity, Event
from search_api.pages import cited
from search_api.pages.links import PASSAGE, event_page, organization_page, person_page, search_page
from search_api.pages.marked import Marks, Segment, Span, outermost, segments
from search_api.pages.mentions import Mention, Mentions
from search_api.pages.words import ENTITIES, FACETS

Role = Literal["title", "lead", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the text, as it stands on the page."""

    role: Role
    segments: tuple[Segment, ...]
    anchor: str | None = None  # where an address leads to words in it
    part: str | None = None  # where an address leads to the part of an official text that begins with it


@dataclass(frozen=True, slots=True)
class Happening:
    """An event that the article reports; `present` are who took part, by role, each with an address."""

    event: Event
    href: str
    present: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def blocks(
    stored: StoredArticle,
    *,
    known: Registry,
    linked: Linked,
    marks: Marks = (),
    at: tuple[int, int] | None = None,
    structure: Structure | None = None,
) -> tuple[Block, ...]:
    """The article's text from the title on; `marks` are what was searched for, in its offsets.

    An address leads to the part in which `at` begins.
    """
    text = stored.article.text
    found = (*cited.spans(stored, known), *(_entity(one, linked) for one in stored.document.entities))
    spans = outermost(found, length=len(text))
    begun = {one.start: one.anchor for one in structure.parts} if structure else {}
    return tuple(
        Block(
            role,
            segments(text, start=start, end=end, spans=spans, marks=marks),
            PASSAGE if at and start <= at[0] < end else None,
            begun.get(start),
        )
        for role, start, end in _parts(stored.article)
    )


def mentions(stored: StoredArticle, *, known: Registry, linked: Linked) -> tuple[Mentions, ...]:
    found = [Mentions("citation", FACETS["directive"], cited.listed(stored, known))]
    found += _names(stored.document, linked)
    return tuple(one for one in found if one.items)


def happenings(stored: StoredArticle, *, linked: Linked) -> tuple[Happening, ...]:
    return tuple(
        _happening(one, linked.events.get(place), linked) for place, one in enumerate(stored.document.events)
    )


def _happening(event: Event, id_: str | None, linked: Linked) -> Happening:
    present = (("Chủ trì", event.chairs), ("Phát biểu", event.speakers), ("Tham dự", event.attendees))
    return Happening(
        event=event,
        href=event_page(id_) if id_ else search_page([("event", event.name)]),
        present=tuple(
            (role, tuple((name, _address("PER", name, linked)) for name in names))
            for role, names in present
            if names
        ),
    )


def _names(document: AnnotatedDocument, linked: Linked) -> Iterator[Mentions]:
    offices = {one.person: one.office for one in reversed(document.offices)}
    for type_, name in ENTITIES.items():
        counts = Counter(one.canonical for one in document.entities if one.type == type_)
        notes = offices if type_ == "PER" else {}
        items = tuple(
            Mention(value, count, _address(type_, value, linked), note=notes.get(value, ""))
            for value, count in counts.most_common()
        )
        yield Mentions(name, FACETS[name], items)


def _parts(article: Article) -> Iterator[tuple[Role, int, int]]:
    """Where each part stands in `article.text`."""
    at = 0
    heads: tuple[tuple[Role, str | None], ...] = (("title", article.title), ("lead", article.lead))
    for role, part in heads:
        if part:
            yield role, at, at + len(part)
            at += len(part) + len(BLANK_LINE)
    for paragraph in article.paragraphs:
        yield "paragraph", at, at + len(paragraph)
        at += len(paragraph) + len(BLANK_LINE)


def _entity(entity: Entity, linked: Linked) -> Span:
    name = ENTITIES[entity.type]
    label = f"{FACETS[name]}: {entity.canonical}"
    return Span(entity.start, entity.end, name, label, _address(entity.type, entity.canonical, linked))


def _address(type_: str, canonical: str, linked: Linked) -> str:
    """The page about the person or body; of what has none, the articles that name it."""
    if type_ == "PER" and (person := linked.persons.get(canonical)):
        return person_page(person)
    if type_ == "ORG" and (organization := linked.organizations.get(canonical)):
        return organization_page(organization)
    return search_page([(ENTITIES[type_], canonical)])
