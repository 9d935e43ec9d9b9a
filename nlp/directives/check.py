"""A registry in, what is wrong with it out; a document and a day in, how it stood that day out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Literal

from nlp.directives.key import is_decided
from nlp.directives.registry import Document, Registry, spoken
from nlp.directives.terms import assembly_of, party_term
from nlp.directives.vocabulary import vocabulary

Standing = Literal["in-force", "amended", "replaced", "expired", "repealed", "not-yet", "unknown"]
_LATER = ("replaces", "amends", "repeals", "guides", "continues", "reviews")  # whose object must be there before
_OPPOSITE = ("replaces", "repeals", "amends", "guides")  # can't hold both ways
_ASSEMBLY = re.compile(r"(?:ubtv)?qh(\d\d)")
_LAWS = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))


@dataclass(frozen=True, slots=True)
class Problem:
    """`slug` says of which kind; an error is wrong for certain, the rest may be true and is worth a look."""

    key: str
    slug: str
    message: str
    is_error: bool = True


@dataclass(frozen=True, slots=True)
class Status:
    """As far as the registry knows: what replaced or changed a document may be missing from it."""

    slug: Standing
    by: str | None = None  # the key of what did it
    since: str | None = None  # YYYY-MM-DD, where it is known


def check(registry: Registry) -> tuple[Problem, ...]:
    """In the order of the keys; the errors of a document first."""
    found = [problem for rule in _RULES for problem in rule(registry)]
    return tuple(sorted(found, key=lambda one: (one.key, not one.is_error, one.slug, one.message)))


def status(document: Document, registry: Registry, on: str) -> Status:
    """How it stood on the day `on` (YYYY-MM-DD); replaced and repealed go before expired, that before amended."""
    began = _began(document)
    if (began or _year(document) or "") > on:
        return Status("not-yet", since=began)
    for relation, slug in (("replaces", "replaced"), ("repeals", "repealed")):
        if done := _done(document, registry, relation, on):
            return Status(slug, *done[-1])  # type: ignore[arg-type]  # the literals above
    if document.expired_on and document.expired_on <= on:
        return Status("expired", since=document.expired_on)
    if done := _done(document, registry, "amends", on):
        return Status("amended", *done[-1])
    return Status("in-force", since=began) if began or _year(document) else Status("unknown")


def _done(document: Document, registry: Registry, relation: str, on: str) -> list[tuple[str, str | None]]:
    """Who has done this to the document by `on`, and since when; the latest last."""
    links = (link for link in registry.incoming(document.key) if link.relation == relation)
    others = [other for link in links if (other := registry.get(link.to))]
    done = [(one.key, _began(one)) for one in others if (_began(one) or _year(one) or "") <= on]
    return sorted(done, key=lambda one: one[1] or "")


def _began(document: Document) -> str | None:
    return document.in_force_on or document.issued_on


def _year(document: Document) -> str | None:
    """That stands in the key."""
    period = document.key.split(".")[2]
    return period if period.isdigit() else None


def _terms(registry: Registry) -> Iterator[Problem]:
    for one in registry:
        body, _, period, _ = one.key.split(".", 3)
        term = party_term(one.issued_on) if one.issued_on and _by_term(body) else one.term
        if term != one.term:
            message = f"{one.issued_on} falls in term {term}, the key says {period}; mend one"
            yield Problem(one.key, "term-date", message)
        sitting = _ASSEMBLY.fullmatch(body)
        if sitting and period.isdigit() and assembly_of(int(sitting[1]), int(period)) != int(sitting[1]):
            message = f"{period} is in term {assembly_of(int(sitting[1]), int(period))} of the Assembly; mend one"
            yield Problem(one.key, "term-date", message)
        if one.issued_on and period.isdigit() and one.issued_on[:4] != period:
            message = f"issued {one.issued_on}, the key says {period}; mend one unless the document does so itself"
            yield Problem(one.key, "year-date", message, is_error=False)


def _by_term(body: str) -> bool:
    return any(one.slug == body and one.period == "term" for one in vocabulary().bodies.values())


def _links(registry: Registry) -> Iterator[Problem]:
    for one in registry:
        for link in one.links:
            other = registry.get(link.to)
            if other is None:
                message = f"{link.relation} {link.to}, which has no entry; add it when its facts are known"
                yield Problem(one.key, "link-open", message, is_error=False)
            elif other is one:
                yield Problem(one.key, "link-self", f"{link.relation} itself; take the link out")
            elif link.relation in _LATER and (one.issued_on or "9") < (other.issued_on or ""):
                message = (
                    f"{one.issued_on}: {link.relation} {other.key} of {other.issued_on}; mend a date or turn it"
                )
                yield Problem(one.key, "link-date", message)
            elif link.relation in _OPPOSITE and link.to < one.key and _says(other, link.relation, one):
                message = f"{link.relation} {other.key}, which says the same of it; take one of the links out"
                yield Problem(one.key, "link-both-ways", message)


def _says(one: Document, relation: str, of: Document) -> bool:
    return any(link.relation == relation and link.to == of.key for link in one.links)


def _days(registry: Registry) -> Iterator[Problem]:
    for one in registry:
        if one.in_force_on and one.expired_on and one.in_force_on > one.expired_on:
            message = f"in force on {one.in_force_on}, expired before it on {one.expired_on}; mend one"
            yield Problem(one.key, "force-order", message)
        if one.issued_on and one.in_force_on and one.in_force_on < one.issued_on:
            message = f"in force on {one.in_force_on}, issued only on {one.issued_on}; mend one unless it is so"
            yield Problem(one.key, "force-before-issue", message, is_error=False)
        day = one.key.partition("~")[2] if "_th~" not in one.key else ""
        if day and one.issued_on and one.issued_on.replace("-", "") != day:
            yield Problem(one.key, "key-day", f"issued {one.issued_on}, the key ends in ~{day}; mend one")
        if not is_decided(one.key):
            yield Problem(one.key, "key-open", "its key names no one document; complete it", is_error=False)


def _order(registry: Registry) -> Iterator[Problem]:
    """Numbers of a body and a type grow with the days of a period; a key that ends in ~ has been looked into.

    A number with a letter or a part (30a, 66.25) was put in between later.
    """
    for run in _series(registry).values():
        dated = [one for one in run if one.issued_on and "~" not in one.key and (one.number or "").isdigit()]
        for before, after in pairwise(dated):
            if before.issued_on > after.issued_on:  # type: ignore[operator]  # both dated
                message = (
                    f"{after.issued_on}, but {before.key} is of {before.issued_on}; mend one, or add ~ and the day"
                )
                yield Problem(after.key, "number-order", message, is_error=_by_term(after.key.split(".")[0]))


def _doubles(registry: Registry) -> Iterator[Problem]:
    for run in _series(registry).values():
        for one, other in combinations(run, 2):
            if _local(one) != _local(other) or ("~" in one.key and "~" in other.key):
                continue
            message = f"has the number and the period of {one.key}; keep one, or end both keys in ~ and the date"
            yield Problem(other.key, "number-twice", message)


def _series(registry: Registry) -> dict[tuple[str, str, str], list[Document]]:
    """Documents with numbers that are counted together, by number."""
    runs: dict[tuple[str, str, str], list[Document]] = defaultdict(list)
    for one in sorted(registry, key=lambda one: (_local(one), one.key)):
        body, type_, period, local = one.key.split(".", 3)
        if not local.startswith("_") and period != "x":
            runs[body, type_, period].append(one)
    return runs


def _local(one: Document) -> str:
    return one.key.split(".", 3)[3].split("~")[0]


def _names(registry: Registry) -> Iterator[Problem]:
    """Two laws of one name, in force at one time.  Laws that only change others may share one."""
    named: dict[str, list[Document]] = defaultdict(list)
    for one in registry:
        for name in one.names if one.type in _LAWS else ():
            if "sửa đổi" not in name:
                named[spoken(name)].append(one)
    for name, bearers in named.items():
        bearers.sort(key=lambda one: (_began(one) or _year(one) or "", one.key))
        for one, other in pairwise(bearers):
            yield from _overlap(name, one, other, registry)


def _overlap(name: str, one: Document, other: Document, registry: Registry) -> Iterable[Problem]:
    if status(one, registry, _began(other) or f"{_year(other)}-12-31").slug in ("in-force", "amended"):
        message = f"is called {name!r} while {one.key} is in force; say which replaces which, or when that expired"
        yield Problem(other.key, "name-twice", message)


_Rule = Callable[[Registry], Iterable[Problem]]
_RULES: tuple[_Rule, ...] = (_terms, _links, _days, _order, _doubles, _names)
