"""A text in, the listed names of bodies and places in it out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick_rs

from nlp.document import EntityType
from nlp.entities.data import load
from nlp.normalize import standard

_FILES = (
    *("party", "state", "people", "world", "press", "schools", "firms", "teams"),
    *("countries", "regions", "cities"),
)
_FORMED = ("universities", "hospitals")  # whose names complete the forms that the file lists
_CENTRE = ("Trung ương", "TW", "TƯ", "T.Ư")  # ways to write one word in the name of a body
_HYPHENS = (" - ", "-", "- ")
_CITY = ("thành phố {}", "TP {}", "TP. {}", "TP.{}", "Thành phố {}", "{}")
_SIGN = re.compile(r"[^\w+]")  # a plus is part of a name: "Vietnam+"


@dataclass(frozen=True, slots=True)
class Name:
    """`short` names are words of their own too ("Anh", "Mỹ") and count only in a context."""

    canonical: str
    type: EntityType
    alias: str  # as it is listed, in standard spelling
    short: bool = False


class Gazetteer:
    def __init__(self, names: Iterable[Name]) -> None:
        listed: dict[str, Name] = {}
        for name in names:
            listed.setdefault(_key(name.alias).strip(), name)  # "Yahoo!", "Warner Bros."
        self._listed = listed
        self._names = tuple(listed.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            [f" {key}" for key in listed], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
        )

    def __len__(self) -> int:
        return len(self._names)

    def called(self, name: str) -> str | None:
        """The full name of what is called so; None for what is not listed."""
        listed = self._listed.get(_key(standard(name)).strip())
        return listed.canonical if listed else None

    def find(self, text: str) -> Iterator[tuple[int, int, Name]]:
        """Start, end and name of the longest match at each place of a text in standard spelling, in any case.

        Names are whole words: a letter or digit next to one rules it out.  Signs count as spaces, so that "GD&ĐT"
        and "GD-ĐT" are one spelling.
        """
        key = f" {_key(text)} "
        for number, start, end in self._automaton.find_matches_as_indexes(key):
            if key[end] == " ":
                yield start, end - 1, self._names[number]


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer(_names())


def _key(text: str) -> str:
    """Small letters, signs as spaces, the length kept ("İ" alone would become two)."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return _SIGN.sub(" ", small)


def _names() -> Iterator[Name]:
    """Every name in every way to write it; of two that are written alike the first counts."""
    local, provinces, countries = load("local"), load("provinces"), load("countries")
    names, cities = provinces["names"], provinces["cities"]
    nations = (*countries["names"], *([short] for short in countries["short"]))
    for canonical, *aliases in (*names, *cities):
        yield from _ways(canonical, (canonical, *aliases), "LOC")
    for name in _FILES:
        data = load(name)
        for canonical, *aliases in data["names"]:
            yield from _ways(canonical, (canonical, *aliases), data["type"])
    for name in _FORMED:
        yield from _formed(load(name))
    for called, full in load("figures")["called"].items():
        yield Name(full, "PER", standard(called))
    for short in countries["short"]:
        yield Name(short, "LOC", standard(short), short=True)
    yield from _local(local["forms"], names, ("tỉnh {}", "{}"))
    yield from _local(local["forms_of_provinces"], names, ("{}", "tỉnh {}"))
    yield from _local(local["forms"], cities, _CITY)
    yield from _local(local["forms_of_cities"], cities, (_CITY[-1], *_CITY[:-1]))
    yield from _local(local["forms_of_countries"], nations, ("{}",))


def _formed(data: Mapping[str, Any]) -> Iterator[Name]:
    full, *_ = data["forms"]
    for name in data["names"]:
        yield from _ways(full.format(name), (form.format(name) for form in data["forms"]), data["type"])
    for name in data["alone"]:
        yield Name(full.format(name) if name in data["names"] else name, data["type"], standard(name))


def _ways(canonical: str, aliases: Iterable[str], type_: EntityType) -> Iterator[Name]:
    for alias in aliases:
        for centre in _CENTRE if type_ == "ORG" and _CENTRE[0] in alias else _CENTRE[:1]:
            for hyphen in _HYPHENS if _HYPHENS[0] in alias else _HYPHENS[:1]:
                spelt = alias.replace(_CENTRE[0], centre).replace(_HYPHENS[0], hyphen)
                yield Name(canonical, type_, standard(spelt))


def _local(
    forms: Iterable[tuple[str, ...]], places: Iterable[tuple[str, ...]], ways: tuple[str, ...]
) -> Iterator[Name]:
    """The bodies of every one of the `places`, as the `forms` have them."""
    written = [
        (ways[0].format(names[0]), [way.format(name) for way in ways for name in names]) for names in places
    ]
    for shapes in forms:
        for full, spellings in written:
            aliases = (shape.format(spelling) for shape in shapes for spelling in spellings)
            yield from _ways(shapes[0].format(full), aliases, "ORG")
