"""Data files in, the types and bodies of official documents out, by the words and codes that name them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml

from crawler.letters import fold
from nlp.normalize import standard

System = Literal["party", "state", "mass", "corp"]
Period = Literal["term", "year"]


@dataclass(frozen=True, slots=True)
class DocumentType:
    name: str  # "Chỉ thị"
    code: str  # "ct", in a document's key
    abbreviations: tuple[str, ...] = ()  # in a number
    heads: tuple[str, ...] = ()  # before a number
    words: tuple[str, ...] = ()  # in prose, besides the name


@dataclass(frozen=True, slots=True)
class Body:
    """Who issues.  `slug` ends in "-x" where the number does not say which of many it is."""

    slug: str
    system: System
    period: Period = "year"  # after which its numbers begin again, as far as it is tabulated


@dataclass(frozen=True, slots=True)
class Family:
    """Bodies whose codes follow a pattern; `{0}` in the slug is what its group caught."""

    pattern: re.Pattern[str]
    slug: str
    system: System
    period: Period = "year"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    types: tuple[DocumentType, ...]
    abbreviations: dict[str, DocumentType]
    words: dict[str, DocumentType]  # folded: "chi thi"
    heads: dict[str, DocumentType]
    bodies: dict[str, Body]
    families: tuple[Family, ...]
    spellings: dict[str, str]
    not_documents: frozenset[str]
    folded_abbreviations: dict[str, str]  # "qd" -> "QĐ"
    folded_bodies: dict[str, str]

    def code(self, printed: str, *, first: bool) -> str:
        """The code that was meant: "Ttg" -> "TTg", "ND" -> "NĐ".  The first of a symbol is rather a type's."""
        code = self.spellings.get(printed) or self.spellings.get(printed.upper(), printed)
        if code in self.abbreviations or code in self.bodies:
            return code
        folded = fold(code)
        near, far = self.folded_abbreviations, self.folded_bodies
        if not first:
            near, far = far, near
        return near.get(folded) or far.get(folded) or (code.upper() if code.islower() else code)

    def body(self, code: str) -> Body | None:
        if code in self.bodies:
            return self.bodies[code]
        for family in self.families:
            if found := family.pattern.fullmatch(code):
                slug = family.slug.format(fold(found[1] or ""))
                return Body(slug, family.system, family.period)
        return None


@cache
def vocabulary() -> Vocabulary:
    types = tuple(DocumentType(**_tuples(entry)) for entry in load("types.yaml"))
    codes = load("bodies.yaml")
    bodies = {code: _body(entry) for entry in codes["bodies"] for code in entry["codes"]}
    abbreviations = {short: type_ for type_ in types for short in type_.abbreviations}
    return Vocabulary(
        types=types,
        abbreviations=abbreviations,
        words={_key(word): type_ for type_ in reversed(types) for word in (type_.name, *type_.words)},
        heads={short: type_ for type_ in types for short in type_.heads},
        bodies=bodies,
        families=tuple(
            Family(**{**entry, "pattern": re.compile(entry["pattern"])}) for entry in codes["families"]
        ),
        spellings=codes["spellings"],
        not_documents=frozenset(codes["not_documents"]),
        folded_abbreviations=_folded(abbreviations),
        folded_bodies=_folded(bodies),
    )


def load(name: str) -> Any:
    return yaml.safe_load((resources.files(__package__) / "data" / name).read_text("utf-8"))


def _tuples(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}


def _body(entry: dict[str, Any]) -> Body:
    return Body(**{name: value for name, value in entry.items() if name != "codes"})


def _key(words: str) -> str:
    return fold(standard(words))


def _folded(codes: Iterable[str]) -> dict[str, str]:
    return {fold(code): code for code in reversed(tuple(codes))}  # of two that fold alike the first listed wins
