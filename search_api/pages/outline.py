"""The parts of an official text in, its table of contents, and what it changes in others, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.catalog.shelf import StoredArticle
from nlp.directives.amended import Amendment, amendments
from nlp.directives.display import from_key
from nlp.directives.registry import Registry
from nlp.directives.structure import Structure
from search_api.pages.cited import named
from search_api.pages.links import directive_page

SHOWN = {"phụ lục": 0, "phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 4}  # how far each is set in
CHANGES = {"amends": "Sửa đổi, bổ sung", "adds": "Bổ sung", "replaces": "Thay thế", "repeals": "Bãi bỏ"}
WITHOUT_ARTICLES = SHOWN | {"khoản": 3}
LONGEST = 120  # letters of a heading
OPEN = 40  # entries up to which the table stands open


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    heading: str
    anchor: str
    depth: int


@dataclass(frozen=True, slots=True)
class Contents:
    entries: tuple[Entry, ...]

    @property
    def is_open(self) -> bool:
        return len(self.entries) <= OPEN


def contents(structure: Structure | None) -> Contents | None:
    """Down to articles; of a text without them, as the Party's are, down to what is numbered 1, 2, 3."""
    if structure is None:
        return None
    shown = SHOWN if any(one.level == "điều" for one in structure.parts) else WITHOUT_ARTICLES
    entries = tuple(
        Entry(_label(one.level, one.number), _cut(one.heading or ""), one.anchor, shown[one.level])
        for one in structure.parts
        if one.level in shown and not (one.level == "khoản" and "." in one.number)
    )
    return Contents(entries) if len(entries) > 1 else None


@dataclass(frozen=True, slots=True)
class Changed:
    """A document that the text changes: each order with its place here, and with the page of the document."""

    label: str
    href: str
    orders: tuple[tuple[str, str, str], ...]  # what is done, to what, and the anchor of the order


def changed(stored: StoredArticle, structure: Structure | None, known: Registry) -> tuple[Changed, ...]:
    """By document, in the order of the text; orders that name no document that is known are left out."""
    if structure is None:
        return ()
    found: dict[str, list[Amendment]] = {}
    for one in amendments(stored.article.text, structure, stored.document.citations):
        if one.document and one.provisions:
            found.setdefault(one.document, []).append(one)
    return tuple(
        Changed(named(known.get(key) or from_key(key)), directive_page(key), tuple(_orders(orders, structure)))
        for key, orders in found.items()
    )


def _orders(orders: list[Amendment], structure: Structure) -> Iterator[tuple[str, str, str]]:
    for one in orders:
        yield CHANGES[one.change], "; ".join(one.provisions), structure.parts[one.part].anchor


def _label(level: str, number: str) -> str:
    if level == "khoản" or (level == "mục" and not number.isdigit()):
        return f"{number}."
    return f"{level.capitalize()} {number}".strip()


def _cut(heading: str) -> str:
    return heading if len(heading) <= LONGEST else f"{heading[:LONGEST].rsplit(' ', 1)[0]} …"
