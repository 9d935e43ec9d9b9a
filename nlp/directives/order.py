"""Two documents in, whether one can have done something to the other by the days they were issued out."""

from collections.abc import Iterable
from functools import cache

from nlp.directives.registry import Registry
from nlp.directives.terms import arabic
from nlp.directives.vocabulary import load
from nlp.document import Citation

# What only a later document does to an earlier one.
_LATER = frozenset((
    "replaces", "repeals", "suspends", "corrects", "amends",
    "guides", "continues", "institutionalises", "implements", "reviews",
))  # fmt: skip
_EVER = ("0000", "9999")


class Order:
    """When documents were issued: by the registry, else by the day printed with a citation, else by their keys."""

    def __init__(self, registry: Registry, citations: Iterable[Citation]) -> None:
        self._registry = registry
        self._printed: dict[str, str] = {}
        for one in citations:
            if one.canonical and one.issued_on:
                self._printed.setdefault(one.canonical, one.issued_on)

    def allows(self, source: str, relation: str, target: str) -> bool:
        """False only where it is certain that the source was issued before its target."""
        if relation not in _LATER:
            return True
        return self._issued(source)[1] >= self._issued(target)[0]

    def _issued(self, key: str) -> tuple[str, str]:
        """The first and the last day on which it can have been issued."""
        known = self._registry.get(key)
        day = (known and known.issued_on) or self._printed.get(key)
        return (day, day) if day else _period(key)


def fits_period(key: str, day: str) -> bool:
    """Whether the year or the term of a key holds the day."""
    first, last = _period(key)
    return first <= day <= last


def _period(key: str) -> tuple[str, str]:
    body, _, period, *_ = (*key.split("."), "", "")
    if period.isdigit():
        return f"{period}-01-01", f"{period}-12-31"
    if period.startswith("k") and body.endswith("tw") and body != "mttw":
        return _terms().get(int(period[1:]), _EVER)
    return _EVER


@cache
def _terms() -> dict[int, tuple[str, str]]:
    """The days on which a term of the Party began and the next one did."""
    entries = load("terms.yaml")
    ends = [*(entry["since"] for entry in entries[1:]), _EVER[1]]
    return {arabic(one["term"]): (one["since"], end) for one, end in zip(entries, ends, strict=True)}
