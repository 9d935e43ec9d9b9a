"""A document or a citation in; short strings out: where they share one, the first can bear on the second."""

import re
from functools import lru_cache

from nlp.directives.named import name_of
from nlp.directives.number import normal_form, read
from nlp.directives.plena import plenum_of, plenum_of_document
from nlp.directives.registry import Document, series, spoken
from nlp.directives.terms import arabic, party_term
from nlp.directives.vocabulary import vocabulary
from nlp.document import Citation
from nlp.normalize import standard

_NICKNAME = re.compile(r"(?P<type>\D+) (?:so )?0*(?P<number>\d{1,5}[a-z]?)")
_LAWS = frozenset(("luat", "bo", "phap"))  # the first words of their names


def lookups_of_document(document: Document) -> frozenset[str]:
    """If the document changes, only citations that share one of these can come to mean another."""
    body, code, period, *_ = document.key.split(".")
    found = {f"key:{document.key}", *(f"key:{link.to}" for link in document.links)}
    for name in document.names:
        found |= _named(name)
    if document.number:
        found.add(_numbered(code, document.number))
        found |= {_order(body, code, period)} if period.startswith("k") else set()
    for printed in document.numbers:
        number = read(standard(printed), 0) if normal_form(printed) else None
        if number and number.symbol.type:
            found.add(_numbered(number.symbol.type.code, number.number))
    if plenum := plenum_of_document(document.key):
        found.add(f"hn:{plenum}")
    return frozenset(found)


def lookups_of_citation(citation: Citation) -> frozenset[str]:
    """What it says of itself, and the documents that it was or may be taken for."""
    found = {f"key:{key}" for key in (citation.canonical, *citation.candidates) if key}
    if citation.number:
        found |= {_numbered(code, citation.number) for code in _codes(citation)} | _orders(citation)
    if citation.kind == "named" or not citation.number:
        found |= _called(citation)
    if citation.kind == "named" and (plenum := plenum_of(citation.surface, citation.canonical)):
        found.add(f"hn:{plenum}")
    return frozenset(found)


def _named(name: str) -> set[str]:
    """A name is looked up as it stands; one that ends in a number ("Đề án 06") as that number too."""
    nickname = _NICKNAME.fullmatch(spoken(name))
    type_ = vocabulary().words.get(nickname["type"]) if nickname else None
    numbered = {_numbered(type_.code, nickname["number"])} if nickname and type_ else set()
    words = spoken(name).split()
    begins = {f"begins:{' '.join(words[:count])}" for count in range(2, len(words))}
    return {f"name:{spoken(name)}"} | numbered | (begins if words[0] in _LAWS else set())


def _called(citation: Citation) -> set[str]:
    """The name as it stands and without the year or the day that tells which of its bearers is meant.

    With a year it may also mean a law whose name goes on: "Luật Giáo dục năm 2012".
    """
    name = spoken(name_of(citation))
    return {f"name:{spoken(citation.surface)}", f"name:{name}"} | ({f"begins:{name}"} if citation.year else set())


def _orders(citation: Citation) -> set[str]:
    """Numbers of one term grow with their days, so a neighbour can bear out a printed day or belie it."""
    term = party_term(citation.issued_on) if citation.issued_on else None
    if not term or not citation.canonical or citation.canonical == "self":
        return set()
    body = citation.canonical.split(".")[0]
    return {_order(body, code, f"k{arabic(term):02}") for code in _codes(citation)}


def _order(body: str, code: str, period: str) -> str:
    return f"order:{body}.{series(code)}.{period}"


def _numbered(code: str, number: str) -> str:
    return f"{series(code)}:{number}"


def _codes(citation: Citation) -> set[str]:
    """The types, as in keys, that its word and its symbol say; "x" where none is known."""
    word = vocabulary().words.get(spoken(citation.type)) if citation.type else None
    return {code for code in (word.code if word else None, _of_symbol(citation.symbol)) if code} or {"x"}


@lru_cache(maxsize=1024)
def _of_symbol(symbol: str | None) -> str | None:
    number = read(f"1/2000/{symbol}", 0) or read(f"1-{symbol}", 0) if symbol else None
    return number.symbol.type.code if number and number.symbol.type else None
