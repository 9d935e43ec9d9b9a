"""Data files in, the registry of known documents out."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from nlp.directives.number import read
from nlp.directives.registry import LINKS, Document, Link, Registry
from nlp.directives.terms import ROMAN
from nlp.normalize import standard

FILES = ("party.yaml", "state.yaml", "laws.yaml")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there
_SAME = ("issuer", "issued_on", "in_force_on", "expired_on", "title", "confidence", "note")


class BadEntry(ValueError):
    """An entry of the registry that can't be read; the message names the file, the entry and the mend."""


@cache
def bundled() -> Registry:
    """The registry that ships with tracuu."""
    folder = resources.files(__package__) / "data" / "registry"
    entries = [one for name in FILES for one in yaml.load((folder / name).read_text("utf-8"), _Loader)]
    return Registry(map(to_document, entries))


def to_document(entry: Mapping[str, Any]) -> Document:
    """An entry as a person writes it.  Raises BadEntry."""
    key = entry.get("key")
    if not isinstance(key, str) or "type" not in entry:
        raise BadEntry(f"the entry {dict(entry)!r} needs a key and a type")
    printed = entry.get("number")
    number = read(standard(printed), 0) if printed else None
    period = key.split(".")[2]
    return Document(
        key=key,
        type=entry["type"],
        number=number.number if number else None,
        year=number.year if number else None,
        symbol=number.symbol.text if number else None,
        term=ROMAN[int(period[1:]) - 1] if period[0] == "k" else None,
        names=tuple(entry.get("names", ())),
        numbers=tuple(entry.get("numbers", ())),
        links=tuple(Link(relation, to) for relation in LINKS for to in entry.get(relation, ())),
        sources=tuple(entry.get("sources", ())),
        **{name: entry[name] for name in _SAME if name in entry},
    )
