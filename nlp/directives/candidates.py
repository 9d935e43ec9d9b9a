"""What a citation's words say and the registry in; the known documents that they can mean out."""

from functools import lru_cache

from nlp.directives.reading import Reading
from nlp.directives.registry import Document, Registry
from nlp.directives.terms import arabic, party_term


def candidates(said: Reading, registry: Registry, *, printed_on: str | None) -> tuple[Document, ...]:
    """The newest first; never one later than `printed_on`, the day of the article, where that is known."""
    found = [
        one
        for one in registry.numbered(said.code, said.number)
        if said.fits(one.key) and not is_open(one.key) and issued_by(one, printed_on)
    ]
    return tuple(sorted(found, key=issue_of, reverse=True))


def is_left_open(said: Reading, registry: Registry) -> bool:
    """Whether the registry says that nobody knows which document bears this number."""
    return any(is_open(one.key) and said.fits(one.key) for one in registry.numbered(said.code, said.number))


def called(said: Reading, registry: Registry, *, printed_on: str | None) -> tuple[Document, ...]:
    """Those of which the registry says that they are called so: "Đề án 06", "Nghị định 100"."""
    found = registry.called(f"{said.citation.type} {said.citation.number}")
    if not found and said.citation.kind != "full":
        found = registry.called(said.citation.surface)
    return tuple(one for one in found if not is_open(one.key) and issued_by(one, printed_on))


def is_open(key: str) -> bool:
    return key.split(".")[2] == "x"


def issued_by(document: Document, day: str | None) -> bool:
    """Whether the document was there on `day`; a document without a day counts from its year or its term."""
    if day is None:
        return True
    if document.issued_on:
        return document.issued_on <= day[:10]
    period = document.key.split(".")[2]
    if period.isdigit():
        return period <= day[:4]
    term = party_term(day[:10])
    return not period.startswith("k") or term is None or int(period[1:]) <= arabic(term)


def issue_of(document: Document) -> str:
    """The day of issue, or the year, as a string that sorts; a term stands before all years."""
    period = document.key.split(".")[2]
    return document.issued_on or (period if period.isdigit() else "")


@lru_cache(maxsize=4)
def newest(registry: Registry) -> str:
    """The last day of issue that the registry knows."""
    return max((one.issued_on for one in registry if one.issued_on), default="")


@lru_cache(maxsize=4)
def _orders(registry: Registry) -> dict[str, list[tuple[int, str]]]:
    orders: dict[str, list[tuple[int, str]]] = {}
    for one in registry:
        body, code, period, *_ = one.key.split(".")
        if period.startswith("k") and one.issued_on and one.number and one.number.isdigit():
            orders.setdefault(f"{body}.{code}.{period}", []).append((int(one.number), one.issued_on))
    return orders


def in_order(key: str, issued: str, registry: Registry) -> bool:
    """Whether the day suits the known neighbours of a number of the Party: numbers grow with days."""
    body, code, period, number, *_ = key.split(".")
    if not number[:5].isdigit():
        return True
    at = int(number[:5])
    known = _orders(registry).get(f"{body}.{code}.{period}", [])
    before = [day for other, day in known if other < at]
    after = [day for other, day in known if other > at]
    # A tenth of all neighbours may be wrong or out of turn (one true case among 186), so one alone does not belie.
    late = sum(day > issued for day in before)
    early = sum(day < issued for day in after)
    return late + early < 2
