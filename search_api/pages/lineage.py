"""A document in; the chain of those that came before it and after it, each in the place of the last, out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nlp.directives.display import from_key
from nlp.directives.registry import Document, Link, Registry

MOST = 12  # documents; a longer chain is a slip in the data


@dataclass(frozen=True, slots=True)
class Step:
    document: Document
    is_here: bool


def lineage(one: Document, known: Registry) -> tuple[Step, ...]:
    """The oldest first; empty where it neither replaces a document nor is replaced."""
    before = _walk(one.key, lambda key: _links(known, key), known)
    after = _walk(one.key, known.incoming, known)
    if not before and not after:
        return ()
    older, newer = _by_day(before), _by_day(other for other in after if other not in before)
    return (*_steps(older), Step(one, is_here=True), *_steps(newer))


def _links(known: Registry, key: str) -> tuple[Link, ...]:
    found = known.get(key)
    return found.links if found else ()


def _walk(key: str, onward: Callable[[str], Iterable[Link]], known: Registry) -> list[Document]:
    """Those that `onward` leads to from `key`, step by step, the nearest first."""
    reached, waiting = {key}, [key]
    found: list[Document] = []
    while waiting and len(found) < MOST:
        for link in onward(waiting.pop(0)):
            if link.relation == "replaces" and link.to not in reached:
                reached.add(link.to)
                waiting.append(link.to)
                found.append(known.get(link.to) or from_key(link.to))
    return found[:MOST]


def _by_day(found: Iterable[Document]) -> list[Document]:
    return sorted(found, key=lambda one: (one.issued_on or "", one.key))


def _steps(found: Iterable[Document]) -> tuple[Step, ...]:
    return tuple(Step(one, is_here=False) for one in found)
