"""Known documents in; which documents bear a number or a name, and how they are linked, out."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from crawler.letters import fold
from nlp.normalize import standard

Confidence = Literal["high", "medium", "low"]
# From the document that says so to the one it is said of.
LINKS = (
    "replaces", "amends", "repeals", "corrects", "guides", "continues",
    "implements", "institutionalises", "reviews",
)  # fmt: skip
_SERIES = {"nqpl": "nq", "qdpl": "qd", "ctpl": "ct", "qdi": "qd"}  # told apart in keys only


@dataclass(frozen=True, slots=True)
class Link:
    relation: str
    to: str


@dataclass(frozen=True, slots=True)
class Document:
    """One official document; None and empty where nothing is known."""

    key: str
    type: str  # "Chỉ thị"
    number: str | None = None  # without leading zeros: "12", "30a"
    year: str | None = None  # where it stands in the number
    symbol: str | None = None  # "CT/TW", "NĐ-CP", "QH13"
    issuer: str | None = None
    issued_on: str | None = None  # YYYY-MM-DD
    in_force_on: str | None = None
    expired_on: str | None = None
    term: str | None = None  # of the Party, in Roman
    title: str | None = None
    names: tuple[str, ...] = ()  # what the press calls it: "Luật Đất đai", "Đề án 06"
    numbers: tuple[str, ...] = ()  # other numbers under which it is cited: "08-QĐ/TW"
    links: tuple[Link, ...] = ()
    confidence: Confidence = "medium"
    sources: tuple[str, ...] = ()
    note: str | None = None


class Registry:
    """Documents by key, by number and by name.  Immutable; `version` changes with anything that it holds."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {one.key: one for one in documents}
        self._numbered: dict[tuple[str, str], list[Document]] = defaultdict(list)
        self._called: dict[str, list[Document]] = defaultdict(list)
        self._incoming: dict[str, list[Link]] = defaultdict(list)
        for one in self._documents.values():
            self._enter(one)

    def _enter(self, one: Document) -> None:
        if one.number:
            self._numbered[series(one.key.split(".")[1]), one.number].append(one)
        for name in one.names:
            self._called[spoken(name)].append(one)
        for link in one.links:
            self._incoming[link.to].append(Link(link.relation, one.key))

    def __iter__(self) -> Iterator[Document]:
        return iter(self._documents.values())

    def __len__(self) -> int:
        return len(self._documents)

    @cached_property
    def version(self) -> str:
        content = "\n".join(sorted(map(repr, self._documents.values())))
        return hashlib.sha256(content.encode()).hexdigest()[:16]

    def get(self, key: str) -> Document | None:
        return self._documents.get(key)

    def numbered(self, code: str, number: str) -> tuple[Document, ...]:
        """Those of a type ("ct"; "nq" means "nqpl" too) with this number, whoever issued them and whenever."""
        return tuple(self._numbered.get((series(code), number), ()))

    def called(self, name: str) -> tuple[Document, ...]:
        """Those that bear this name; accents, case and tone placement don't count."""
        return tuple(self._called.get(spoken(name), ()))

    def incoming(self, key: str) -> tuple[Link, ...]:
        """What other documents do to this one: `to` is the other's key."""
        return tuple(self._incoming.get(key, ()))

    def with_(self, more: Iterable[Document]) -> "Registry":
        """These documents and `more`, which replace those of the same key."""
        merged: Mapping[str, Document] = self._documents | {one.key: one for one in more}
        return Registry(merged.values())


def series(code: str) -> str:
    """The type of a key without what sets two series of it apart: "nqpl" -> "nq"."""
    return _SERIES.get(code, code)


def spoken(name: str) -> str:
    """A name as it is compared."""
    return " ".join(fold(standard(name)).replace(",", " ").split())
