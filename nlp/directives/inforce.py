"""A law, an ordinance or a charter cited by name in; the one of that name that was in force out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from crawler.letters import fold
from nlp.directives.candidates import issue_of, issued_by
from nlp.directives.evidence import Rule
from nlp.directives.registry import Document, Registry, spoken
from nlp.directives.terms import assemblies_of
from nlp.directives.vocabulary import vocabulary
from nlp.document import Citation

_GAPS = re.compile(r"[^a-z0-9]+")
_BODIES = {"l": "qh", "pl": "ubtvqh"}


@dataclass(frozen=True, slots=True)
class Found:
    key: str
    rule: Rule
    candidates: tuple[str, ...] = ()


def law(citation: Citation, name: str, registry: Registry, *, printed_on: str | None) -> Found:
    """The law called `name`: of the year or the day that is printed, else in force when the article appeared.

    Its key is open where the registry does not know which it is.
    """
    known = [one for one in registry.called(name) if issued_by(one, printed_on)]
    if citation.year or citation.issued_on:
        if one := _of_year(citation, name, known, registry, printed_on):
            return Found(one.key, Rule.NAME_YEAR)
        if not known:
            return Found(_unknown(citation, name), Rule.NAME_YEAR)
    keys = tuple(one.key for one in sorted(known, key=issue_of, reverse=True))
    if one := in_force(known, printed_on):
        return Found(one.key, Rule.IN_FORCE, keys)
    return Found(_unknown(citation, name, year="x"), Rule.OPEN, keys)


def in_force(known: Iterable[Document], day: str | None) -> Document | None:
    """The newest that had come into force by `day` and not expired; without a day the only one there is."""
    documents = list(known)
    if day is None:
        return documents[0] if len(documents) == 1 else None
    on = day[:10]
    begun = [one for one in documents if (one.in_force_on or issue_of(one)) <= on]
    valid = [one for one in begun if not (one.expired_on and one.expired_on <= on)] or begun
    return max(valid, key=lambda one: one.in_force_on or issue_of(one), default=None)


def _of_year(
    citation: Citation, name: str, known: list[Document], registry: Registry, printed_on: str | None
) -> Document | None:
    """That of the printed day or year; else the only one of the year whose name goes on from this one."""
    day, year = citation.issued_on, citation.year or (citation.issued_on or "")[:4]
    for found in ([one for one in known if day and one.issued_on == day], _of(known, year)):
        if len(found) == 1:
            return found[0]
    if day or not known:
        return None
    longer = [one for one in _longer(registry, spoken(name)) if issued_by(one, printed_on)]
    found = _of(longer, year)
    return found[0] if len(found) == 1 else None


def _of(documents: Iterable[Document], year: str) -> list[Document]:
    return [one for one in documents if one.key.split(".")[2] == year or (one.issued_on or "")[:4] == year]


@lru_cache(maxsize=2048)
def _longer(registry: Registry, name: str) -> tuple[Document, ...]:
    return tuple(one for one in registry if any(spoken(each).startswith(f"{name} ") for each in one.names))


def _unknown(citation: Citation, name: str, *, year: str | None = None) -> str:
    """The key of a law without a number: "qh15.l.2025._cong-nghe-cao"."""
    type_ = vocabulary().words.get(spoken(citation.type or "Luật"))
    code = type_.code if type_ else "l"
    period = year or citation.year or (citation.issued_on or "x")[:4]
    words = spoken(name).removeprefix(spoken(citation.type or "")).strip()
    return f"{_body(code, period)}.{code}.{period}._{_GAPS.sub('-', fold(words)).strip('-')}"


def _body(code: str, year: str) -> str:
    body = _BODIES.get(code, "x")
    terms = assemblies_of(int(year)) if year.isdigit() else ()
    return f"{body}{terms[0]:02}" if len(terms) == 1 and body != "x" else f"{body}-x".replace("x-x", "x")
