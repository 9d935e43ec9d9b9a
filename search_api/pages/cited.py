"""A stored article in; its citations as spans that lead to their documents, and lists of these, out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from crawler.letters import fold
from indexer.catalog.shelf import StoredArticle
from indexer.directory import display
from nlp.directives.anchors import anchor_of
from nlp.directives.display import from_key
from nlp.directives.key import is_decided
from nlp.directives.registry import Document, Registry
from nlp.document import Citation
from search_api.pages.links import anchor, article_page, directive_page, search_page
from search_api.pages.marked import Span
from search_api.pages.mentions import Mention
from search_api.pages.templating import moment
from search_api.pages.words import EVIDENCE, RELATIONS

TEXT = "text:"  # a document's source that is an article: its own text


@dataclass(frozen=True, slots=True)
class Candidate:
    label: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Open:
    """Words that may mean several documents; `anchor` is the name of their place on the page."""

    words: str
    count: int
    anchor: str
    candidates: tuple[Candidate, ...]


def spans(stored: StoredArticle, known: Registry) -> Iterator[Span]:
    places = {start: one.anchor for one, starts in _open(stored, known) for start in starts}
    said = _relations(stored)
    for citation, number in zip(stored.document.citations, stored.numbers, strict=True):
        label = _label(citation, known, said.get(citation.canonical or "", ()))
        href = _passage(citation, known) or _address(citation, number, places.get(citation.start))
        yield Span(
            citation.start, citation.end, "citation", f"Văn bản: {label}", href, anchor=anchor(citation.start)
        )


def listed(stored: StoredArticle, known: Registry) -> tuple[Mention, ...]:
    """The documents that are cited, and the numbers of those of which nothing more can be known."""
    keys = Counter(
        one.canonical for one in stored.document.citations if one.canonical and is_decided(one.canonical)
    )
    numbers = Counter(
        number
        for one, number in zip(stored.document.citations, stored.numbers, strict=True)
        if number and not is_decided(one.canonical) and not one.candidates
    )
    documents = (known.get(key) or from_key(key) for key, _ in keys.most_common())
    return (
        *(Mention(display(one), keys[one.key], directive_page(one.key), note=_note(one)) for one in documents),
        *(Mention(one, count, search_page([("directive", one)])) for one, count in numbers.most_common()),
    )


def left_open(stored: StoredArticle, *, known: Registry) -> tuple[Open, ...]:
    return tuple(one for one, _ in _open(stored, known))


def _open(stored: StoredArticle, known: Registry) -> Iterator[tuple[Open, tuple[int, ...]]]:
    """Citations that may mean several documents, with where they begin: those in the same words together."""
    same: dict[tuple[str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    for one in stored.document.citations:
        if one.candidates and not is_decided(one.canonical):
            same[" ".join(one.surface.split()), one.candidates].append(one)
    for (words, keys), found in same.items():
        candidates = tuple(_candidate(known.get(key) or from_key(key)) for key in keys)
        starts = tuple(one.start for one in found)
        yield Open(words, len(found), f"mo-{starts[0]}", candidates), starts


def _candidate(one: Document) -> Candidate:
    return Candidate(named(one), directive_page(one.key), one.title or "")


def _passage(citation: Citation, known: Registry) -> str | None:
    """The clause that is meant, in the document's own text; None where that is not collected."""
    one = known.get(citation.canonical) if citation.canonical and citation.pinpoint else None
    text = next((source for source in one.sources if source.startswith(TEXT)), None) if one else None
    place = anchor_of(citation.pinpoint or "")
    return f"{article_page(text.removeprefix(TEXT))}#{place}" if text and place else None


def _address(citation: Citation, number: str | None, place: str | None) -> str | None:
    """The document's page; what it may be; or the articles that name the same number."""
    if citation.canonical and is_decided(citation.canonical):
        return directive_page(citation.canonical)
    if place:
        return f"#{place}"
    return search_page([("directive", number)]) if number else None


def _label(citation: Citation, known: Registry, relations: tuple[str, ...]) -> str:
    if citation.canonical and is_decided(citation.canonical):
        one = known.get(citation.canonical)
        parts = (named(one), one.title) if one else _printed(citation)
    elif citation.candidates:
        parts = (f"có thể là {len(citation.candidates)} văn bản", *_printed(citation))
    else:
        parts = _printed(citation)
    told = "; ".join(filter(None, (", ".join(filter(None, parts)) or citation.surface, ", ".join(relations))))
    clue = EVIDENCE.get(citation.evidence or "")
    return f"{told} ({clue})" if clue else told


def _printed(citation: Citation) -> tuple[str | None, ...]:
    return (
        citation.type,
        "/".join(filter(None, (citation.number, citation.year, citation.symbol))) or None,
        f"khoá {citation.term}" if citation.term else None,
        f"ban hành {moment(citation.issued_on)}" if citation.issued_on else None,
        citation.issuer,
    )


def named(one: Document) -> str:
    """Type, number, term and day: enough to tell it from those that bear the same number."""
    known = (
        heading(one),
        f"khoá {one.term}" if one.term else None,
        moment(one.issued_on) if one.issued_on else None,
    )
    return ", ".join(filter(None, known))


def heading(one: Document) -> str:
    """Type and number, or the name, which has the type in it."""
    shown = display(one)
    return shown if fold(shown).startswith(fold(one.type)) else f"{one.type} {shown}"


def _note(one: Document) -> str:
    return ", ".join(filter(None, (f"khoá {one.term}" if one.term else None, one.title)))


def _relations(stored: StoredArticle) -> Mapping[str, tuple[str, ...]]:
    """What the article says is done to each document."""
    said: dict[str, dict[str, None]] = defaultdict(dict)
    for one in stored.document.relations:
        said[one.to].setdefault(RELATIONS.get(one.relation, one.relation))
    return {key: tuple(names) for key, names in said.items()}
