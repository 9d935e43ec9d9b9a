"""An entry of the registry as a person writes it in, a document out."""

import re
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args

from nlp.directives.key import key as key_of
from nlp.directives.number import Number, bare, read
from nlp.directives.registry import LINKS, Confidence, Document, Link, series, spoken
from nlp.directives.terms import ROMAN, party_term
from nlp.directives.vocabulary import vocabulary
from nlp.normalize import standard

KEY = re.compile(
    r"(?P<body>[a-z0-9]+(?:-[a-z0-9]+)*)\.(?P<type>[a-z]+)\.(?P<period>k\d\d|\d{4}|x)\."
    r"(?:(?P<number>\d{5}[a-z]?(?:-\d{1,2})?)(?:~(?P<day>\d{8}))?|_(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)?|_th~(?P<of>.+))"
)
_TEXTS = ("key", "type", "number", "issuer", "title", "note", "confidence")
_DATES = ("issued_on", "in_force_on", "expired_on")
_LISTS = ("names", "numbers", "sources", *LINKS)
_FIELDS = frozenset((*_TEXTS, *_DATES, *_LISTS))
_NUMBERLESS = {"Hiến pháp": "hp", "Điều lệ": "dl"}  # no number bears their name
_TITLED = frozenset(("Luật", "Bộ luật", "Pháp lệnh"))  # are called by their titles
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLAIN = re.compile(r"\d{1,5}[a-zđ]?")  # a number whose symbol nobody knows


class BadEntry(ValueError):
    """An entry of the registry that can't be read; the message names file, entry, field and mend."""


def to_document(entry: Mapping[str, Any], *, where: str = "the entry") -> Document:
    """`where` names file and place in what is raised.  Raises BadEntry."""
    key = entry.get("key") if isinstance(entry, Mapping) else None
    place = f"{where} ({key})" if isinstance(key, str) else where
    try:
        return _document(entry)
    except ValueError as problem:
        raise BadEntry(f"{place}: {problem}") from None


def _document(entry: Mapping[str, Any]) -> Document:
    _shaped(entry)
    _, code, period, _ = entry["key"].split(".", 3)
    _of_type(entry["type"], code)
    days = {name: _day(name, entry[name]) for name in _DATES if name in entry}
    number = _numbered(entry, days.get("issued_on"))
    titles = (entry["title"],) if entry["type"] in _TITLED and "title" in entry else ()
    return Document(
        key=entry["key"],
        type=entry["type"],
        number=number.number if isinstance(number, Number) else number,
        year=number.year if isinstance(number, Number) else None,
        symbol=number.symbol.text if isinstance(number, Number) else None,
        term=_term(period),
        names=tuple(dict.fromkeys((*titles, *entry.get("names", ())))),
        numbers=tuple(map(_alias, entry.get("numbers", ()))),
        links=tuple(Link(name, _target(name, to)) for name in LINKS for to in entry.get(name, ())),
        sources=tuple(entry.get("sources", ())),
        confidence=_confidence(entry.get("confidence", "medium")),
        **{name: entry[name] for name in ("issuer", "title", "note") if name in entry},
        **days,
    )


def _shaped(entry: Mapping[str, Any]) -> None:
    """Fields that there are, each text or list of texts; a key that is well formed."""
    if not isinstance(entry, Mapping):
        raise ValueError(f"{entry!r} is no entry; write '- key: …' and its fields below")
    for name, value in entry.items():
        if name not in _FIELDS:
            near = get_close_matches(str(name), _FIELDS, 1)
            raise ValueError(f"{name}: no such field; {f'did you mean {near[0]}?' if near else 'leave it out'}")
        if name in _TEXTS and not (isinstance(value, str) and value.strip()):
            raise ValueError(f"{name}: {value!r} is no text; put it in quotes, or leave the field out")
        if name in _LISTS and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise ValueError(f"{name}: {value!r} is no list of texts; write [one, two]")
    for name in ("key", "type"):
        if name not in entry:
            raise ValueError(f"{name}: it is missing; every entry needs a key and a type")
    if not KEY.fullmatch(entry["key"]):
        raise ValueError(f"key: {entry['key']} is malformed; write body.type.period.number, as tw.ct.k13.00012")


def _of_type(type_: str, code: str) -> None:
    codes = _codes()
    if type_ not in codes:
        near = get_close_matches(type_, codes, 1)
        mend = f"did you mean {near[0]}?" if near else f"write one of {', '.join(codes)}"
        raise ValueError(f"type: no document is a {type_}; {mend}")
    if series(code) != series(codes[type_]):
        raise ValueError(f"type: {type_} is {codes[type_]!r} in keys, and the key says {code!r}; mend one")


@cache
def _codes() -> dict[str, str]:
    return {one.name: one.code for one in reversed(vocabulary().types)} | _NUMBERLESS


def _day(name: str, value: object) -> str:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError(f"{name}: {value!r} is no day; write 2022-01-05")
    try:
        date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{name}: the calendar has no {value}") from None
    return value


def _numbered(entry: Mapping[str, Any], issued: str | None) -> Number | str | None:
    """What `number` says, where it fits the key; a bare number where no symbol is known."""
    local = entry["key"].split(".", 3)[3].split("~")[0]
    if "number" not in entry:
        if not local.startswith("_"):
            raise ValueError(f"number: it is missing, and the key holds {local}")
        return None
    printed = standard(entry["number"])
    if _PLAIN.fullmatch(printed) and bare(printed).rjust(len(local), "0") == local:
        return bare(printed)
    number = read(printed, 0)
    if number is None or number.end != len(printed):
        raise ValueError(f"number: {printed} is no document number; write it as printed: 12-CT/TW, 45/2013/QH13")
    _fits(entry, number, issued)
    return number


def _fits(entry: Mapping[str, Any], number: Number, issued: str | None) -> None:
    """Body, period and number of the key are those of the number; what the number can't say is free."""
    type_ = number.symbol.type or vocabulary().words.get(spoken(entry["type"]))
    said = key_of(
        type_=type_,
        symbol=number.symbol,
        number=number.number,
        year=number.year,
        issued=issued[:4] if issued else None,
        term=party_term(issued) if issued else None,
    )
    body, _, period, local = entry["key"].split("~")[0].split(".")
    said_body, _, said_period, said_local = said.split(".")
    pattern = re.escape(said_body).replace(r"\-x", "(?:-.+)?")
    old = number.symbol.text in ("CP", "SL", "TTg", "HĐBT")  # the body that stood for these changed with time
    if local != said_local or not (old or re.fullmatch(pattern, body)):
        raise ValueError(f"number: {entry['number']} is {said}, and the key says otherwise; mend one of them")
    if number.year and said_period not in (period, "x"):
        raise ValueError(f"number: its year is {number.year}, and the key says {period}; mend one of them")


def _term(period: str) -> str | None:
    return ROMAN[int(period[1:]) - 1] if period[0] == "k" else None


def _alias(printed: str) -> str:
    number = read(standard(printed), 0)
    if number is None:
        raise ValueError(f"numbers: {printed} is no document number; names go to `names`")
    return printed


def _target(name: str, to: str) -> str:
    if not KEY.fullmatch(to):
        raise ValueError(f"{name}: {to} is no key; write body.type.period.number, as tw.ct.k13.00012")
    return to


def _confidence(value: str) -> Confidence:
    levels: dict[str, Confidence] = {level: level for level in get_args(Confidence)}
    if value not in levels:
        raise ValueError(f"confidence: {value} is none; write high, medium or low")
    return levels[value]
