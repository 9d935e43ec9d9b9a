"""The file of facts on names of bodies in, as values, out.  Read once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from nlp.entities.data import load as load_names
from nlp.normalize import standard


@dataclass(frozen=True, slots=True)
class Facts:
    """Words are in standard spelling and in small letters; names of bodies as the file prints them."""

    words: Mapping[str, str]
    empty: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]
    aliases: tuple[tuple[str, ...], ...]
    bare: tuple[str, ...]
    parents: Mapping[str, str]  # by the part
    local: Mapping[str, str]
    beginnings: Mapping[str, str]
    organs: tuple[str, ...]
    provinces: frozenset[str]  # under the centre or not, each as it is mostly printed
    cities: frozenset[str]  # under the centre
    spellings: Mapping[str, str]  # of provinces and cities
    printed: Mapping[str, str]  # provinces and cities as their bodies' names have them: "tỉnh Phú Thọ"


@cache
def facts() -> Facts:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the slow one takes ten times as long
    file = resources.files(__package__) / "facts.yaml"
    data: Any = yaml.load(file.read_text("utf-8"), loader)  # noqa: S506 - safe
    places = load_names("provinces")
    names = (*places["names"], *places["cities"])
    return Facts(
        words={_plain(one): _plain(meant) for one, meant in data["words"].items()},
        empty=frozenset(map(_plain, data["empty"])),
        heads={_plain(head): tuple(map(_plain, after)) for head, after in data["heads"].items()},
        aliases=tuple(map(tuple, data["aliases"])),
        bare=tuple(data["bare"]),
        parents={part: whole for whole, parts in data["parents"].items() for part in parts},
        local={_plain(head): whole for head, whole in data["local"].items()},
        beginnings={_plain(head): whole for head, whole in data["beginnings"].items()},
        organs=tuple(map(_plain, data["organs"])),
        provinces=frozenset(_bare_name(first) for first, *_ in places["names"]),
        cities=frozenset(_bare_name(first) for first, *_ in places["cities"]),
        printed={
            **{_bare_name(first): f"tỉnh {first}" for first, *_ in places["names"]},
            **{_bare_name(first): _city(first) for first, *_ in places["cities"]},
        },
        spellings={_plain(name): _bare_name(first) for first, *others in names for name in (first, *others)},
    )


def _city(printed: str) -> str:
    return f"thành phố {re.sub('^Thành phố ', '', printed)}"


def _plain(text: str) -> str:
    return standard(str(text)).lower()


def _bare_name(printed: str) -> str:
    """As in the names of its bodies: "Thành phố Hồ Chí Minh" is "hồ chí minh"."""
    return _plain(printed).removeprefix("thành phố ").replace(" - ", " ")
