"""Mentions of one article in, the fullest name that it has for each out: "Nam" -> "Nguyễn Văn Nam"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from crawler.letters import fold
from nlp.entities.context import context, is_vietnamese
from nlp.entities.data import load
from nlp.entities.gazetteer import gazetteer
from nlp.entities.mention import Mention
from nlp.normalize import standard

_ABBREVIATION = re.compile(r"[A-ZĐƯ][\w&.-]*[A-ZĐƯ0-9+]\w{0,3}")
_LOCAL = re.compile(r"(?P<class>tỉnh|[Tt]hành phố|TP\.?|huyện|quận|thị xã|phường|xã)(?: (?P<place>\S.*))?\Z")
_COMMITTEE = re.compile(r"(?:\A| )(?P<class>Tỉnh|Thành|Huyện|Quận|Thị)(?: uỷ| đoàn|đoàn)(?: (?P<place>\S.*))?\Z")
_COUNCILS = frozenset(("HĐND", "UBND", "Thường trực HĐND"))
_TOWNS = frozenset(("thành phố", "Thành phố", "TP", "TP.", "Thành"))
_CLASSES = frozenset(  # that stand for a body named before
    standard(name)
    for name in (
        *("Bộ", "Sở", "Hội", "Quỹ", "Liên hiệp", "Hiệp hội", "Ủy ban", "Viện", "Trường", "Công ty", "Tập đoàn"),
        *("Ngân hàng", "Tiểu ban", "Cục", "Tổng cục", "Trung tâm", "Học viện", "Bệnh viện", "Hội đồng", "Ban"),
    )
)


def canonicals(text: str, mentions: Sequence[Mention]) -> list[str]:
    """Names as they are printed in `text`, or as they are listed.

    A person's is the longest name in the article that holds the same syllables at its end, or, if it is foreign,
    at its beginning, where there is only one.  A body's is that of the list; for an abbreviation the name that it
    is brought in for; for "Tỉnh uỷ" and "UBND tỉnh" that of the one province that the article is about; for "Bộ"
    the last one named before.
    """
    names = [" ".join(text[one.start : one.end].split()) for one in mentions]
    persons = _persons({name for one, name in zip(mentions, names, strict=True) if one.type == "PER"})
    bodies = _bodies(text, mentions, names)
    return [
        (one.canonical or persons[name]) if one.type == "PER" else bodies.get(at) or one.canonical or name
        for at, (one, name) in enumerate(zip(mentions, names, strict=True))
    ]


def _persons(names: set[str]) -> dict[str, str]:
    """For each name the one that it is a part of; itself where that could be several."""
    full: dict[str, set[str]] = {}
    for name in names:
        syllables = name.split(" ")
        for at in range(1, len(syllables)):
            full.setdefault(" ".join(syllables[at:]), set()).add(name)
            if not (syllables[0] in context().surnames and all(map(is_vietnamese, syllables))):
                full.setdefault(" ".join(syllables[:at]), set()).add(name)
    return {name: _only(name, full.get(name, set())) for name in names}


def _only(name: str, candidates: set[str]) -> str:
    """Of candidates that hold one another the longest, if all do."""
    longest = max(candidates, key=len, default=name)
    return longest if all(candidate in longest for candidate in candidates) else name


def _bodies(text: str, mentions: Sequence[Mention], names: Sequence[str]) -> dict[int, str]:
    """The bodies' names by their place among the mentions."""
    full = {at: _named(one, names[at]) for at, one in enumerate(mentions) if one.type == "ORG"}
    short = dict(_introduced(text, mentions, names, full))
    full = {at: short.get(names[at], name) for at, name in full.items()}
    full = _spelt_alike(full)
    where = _places(mentions, full)
    full = {at: _with_place(name, where) for at, name in full.items()}
    return _completed({at: gazetteer().called(name) or name for at, name in full.items()})


def _named(one: Mention, name: str) -> str:
    name = one.canonical or name
    return name[:1].upper() + name[1:]


def _introduced(
    text: str, mentions: Sequence[Mention], names: Sequence[str], full: Mapping[int, str]
) -> Iterator[tuple[str, str]]:
    """Abbreviations that the list does not know, in brackets after the name that they are short for."""
    for at in full:
        before = mentions[at - 1] if at else None
        if before is None or before.type != "ORG" or mentions[at].canonical:
            continue
        between = text[before.end : mentions[at].start]
        if between.strip() == "(" and len(between) < 4 and _ABBREVIATION.fullmatch(names[at]):
            yield names[at], full[at - 1]


def _spelt_alike(full: Mapping[int, str]) -> dict[int, str]:
    """Of names that differ in capitals, accents and signs alone, the first counts."""
    first: dict[str, str] = {}
    return {at: first.setdefault(re.sub(r"\W+", " ", fold(name)), name) for at, name in full.items()}


def _places(mentions: Sequence[Mention], full: Mapping[int, str]) -> dict[bool, str]:
    """The one province, and the one city, whose bodies the article names, else that it names at all.

    True is the key of a city; where there are several of a kind, it has none.
    """
    found: dict[bool, dict[str, None]] = {True: {}, False: {}}
    for name in full.values():
        local = _local(name)
        if local and local["place"] and local["class"] in {"tỉnh", "Tỉnh", *_TOWNS}:
            found[local["class"] in _TOWNS].setdefault(local["place"])
    for town, listed in zip((False, True), _provinces(), strict=True):
        if not found[town]:
            there = (one.canonical for one in mentions if one.type == "LOC")
            found[town] = {name: None for name in there if name in listed}
    return {town: next(iter(places)) for town, places in found.items() if len(places) == 1}


@cache
def _provinces() -> tuple[frozenset[str], frozenset[str]]:
    listed = load("provinces")
    return frozenset(names[0] for names in listed["names"]), frozenset(names[0] for names in listed["cities"])


def _local(name: str) -> re.Match[str] | None:
    plain = standard(name)
    return _LOCAL.search(plain) or _COMMITTEE.search(plain)


def _with_place(name: str, where: Mapping[bool, str]) -> str:
    """The name with its place: "UBND tỉnh | Hà Nam"; "Sở Y tế | tỉnh Hà Nam", "HĐND | …" if no city is named."""
    local = _local(name)
    if local is None and len(where) == 1 and (name.startswith("Sở ") or name in _COUNCILS):
        town, place = next(iter(where.items()))
        whole = f"{name} {'thành phố' if town else 'tỉnh'} {place}"
        return whole if gazetteer().called(whole) else name
    if local is None or local["place"] or local["class"] not in {"tỉnh", "Tỉnh", *_TOWNS}:
        return name
    place = where.get(local["class"] in _TOWNS, "")
    return f"{name} {place}".strip()


def _completed(full: Mapping[int, str]) -> dict[int, str]:
    """A class of bodies means the last longer name that begins with it: "Bộ" -> "Bộ Nội vụ"."""
    last: dict[str, str] = {}
    done: dict[int, str] = {}
    for at, name in full.items():
        syllables = standard(name).split(" ")
        done[at] = last.get(" ".join(syllables), name)
        for count in range(1, min(len(syllables), 3)):
            if (head := " ".join(syllables[:count])) in _CLASSES:
                last[head] = name
    return done
