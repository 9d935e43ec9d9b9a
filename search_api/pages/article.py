"""A stored article in; its text in blocks with everything that was found marked, and lists of that, out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crawler.article import BLANK_LINE, Article
from indexer.catalog.articles import normal_of
from indexer.catalog.shelf import StoredArticle
from nlp.document import AnnotatedDocument, Citation, Entity
from search_api.pages.links import search_page
from search_api.pages.marked import Marks, Segment, Span, outermost, segments
from search_api.pages.words import ENTITIES, FACETS

Role = Literal["title", "lead", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the text, as it stands on the page."""

    role: Role
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that the article speaks of: how often, and where the other articles are that do."""

    label: str
    count: int
    href: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """All of one kind, the most frequent first; `kind` is their class in the style sheet."""

    kind: str
    heading: str
    items: tuple[Mention, ...]


def blocks(stored: StoredArticle, *, marks: Marks = ()) -> tuple[Block, ...]:
    """The article's text from the title on; `marks` are what was searched for, in its offsets."""
    text = stored.article.text
    spans = outermost(_spans(stored.document), length=len(text))
    return tuple(
        Block(role, segments(text, start=start, end=end, spans=spans, marks=marks))
        for role, start, end in _parts(stored.article)
    )


def mentions(document: AnnotatedDocument) -> tuple[Mentions, ...]:
    offices = {one.person: one.office for one in reversed(document.offices)}
    cited = Counter(number for one in document.citations if (number := normal_of(one)))
    found = [Mentions("citation", FACETS["directive"], _listed("directive", cited))]
    for type_, name in ENTITIES.items():
        names = Counter(one.canonical for one in document.entities if one.type == type_)
        found.append(Mentions(name, FACETS[name], _listed(name, names, notes=offices if type_ == "PER" else None)))
    return tuple(one for one in found if one.items)


def _listed(name: str, counts: Counter[str], *, notes: dict[str, str] | None = None) -> tuple[Mention, ...]:
    return tuple(
        Mention(value, count, search_page([(name, value)]), note=(notes or {}).get(value, ""))
        for value, count in counts.most_common()
    )


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


def _spans(document: AnnotatedDocument) -> Iterator[Span]:
    for citation in document.citations:
        yield _citation(citation)
    for entity in document.entities:
        yield _entity(entity)


def _entity(entity: Entity) -> Span:
    name = ENTITIES[entity.type]
    label = f"{FACETS[name]}: {entity.canonical}"
    return Span(entity.start, entity.end, name, label, search_page([(name, entity.canonical)]))


def _citation(citation: Citation) -> Span:
    number = normal_of(citation)
    known = (
        citation.type,
        number,
        f"khoá {citation.term}" if citation.term else None,
        f"ban hành {citation.issued_on}" if citation.issued_on else None,
        citation.issuer,
    )
    label = ", ".join(filter(None, known)) or citation.surface
    href = search_page([("directive", number)]) if number else None
    return Span(citation.start, citation.end, "citation", f"Văn bản: {label}", href)
