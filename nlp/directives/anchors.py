"""Parts of an official text, or a citation's pinpoint, in; the names under which addresses lead to them out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.letters import fold
from nlp.directives.outline import Part

# What citations name alone; articles are numbered through all chapters.
_ALONE = frozenset(("phụ lục", "phần", "chương", "điều"))
_PLACE = re.compile(r"(?P<level>phụ lục|chương|điều|khoản|điểm) (?P<number>[^\W_]+(?:\.\d+)*)")
_SIGNS = re.compile(r"[^a-z0-9đ]+")


def named(parts: Sequence[Part]) -> tuple[Part, ...]:
    """The parts with their names, "dieu-5-khoan-2"; no two bear one."""
    made: list[Part] = []
    taken: Counter[str] = Counter()
    for part in parts:
        above = None if part.parent is None else made[part.parent]
        name = _name(part, above, made)
        taken[name] += 1
        made.append(replace(part, anchor=name if taken[name] == 1 else f"{name}-{taken[name]}"))
    return tuple(made)


def anchor_of(pinpoint: str) -> str | None:
    """The name of the first place in a citation's pinpoint: "điều 5, khoản 1, 2" is at "dieu-5-khoan-1".

    None for a pinpoint that names neither article, chapter nor annex.
    """
    first = pinpoint.partition(" / ")[0]
    found = [(one["level"], one["number"]) for one in _PLACE.finditer(first)]
    levels = dict(reversed(found))
    if "điều" not in levels:
        alone = next((one for one in found if one[0] in _ALONE), None)
        return _slug(*alone) if alone else None
    ordered = (level for level in ("phụ lục", "điều", "khoản", "điểm") if level in levels)
    return "-".join(_slug(level, levels[level]) for level in ordered)


def _name(part: Part, above: Part | None, made: Sequence[Part]) -> str:
    own = _slug(part.level, part.number)
    annex = next((one for one in _line(above, made) if one.level == "phụ lục"), None)
    within = annex if part.level in _ALONE else above
    return own if within is None else f"{within.anchor}-{own}"


def _line(above: Part | None, made: Sequence[Part]) -> Iterator[Part]:
    while above is not None:
        yield above
        above = None if above.parent is None else made[above.parent]


def _slug(level: str, number: str) -> str:
    """A point đ is another than a point d."""
    letters = number.lower() if level == "điểm" else fold(number)
    plain = _SIGNS.sub("-", letters.replace("đ", "dd")).strip("-")
    return f"{fold(level).replace(' ', '-')}-{plain}" if plain else fold(level).replace(" ", "-")
