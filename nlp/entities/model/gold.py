"""Annotated articles as JSON lines in, their texts with the names marked by a person out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from nlp.document import EntityType
from nlp.normalize import Mapped, compose, standard

SHAPE = '{"id", "text", "entities": [{"start", "end", "surface", "type": "PER", "ORG" or "LOC"}…]}'
FLAGS = ("generic", "optional", "short")


class BadGold(ValueError):
    """A file that holds no annotated articles; the message names the line and the mend."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A name that a person marked; `doubtful` where to find it is neither right nor wrong."""

    start: int
    end: int
    type: EntityType
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Article:
    id: str
    text: str  # in standard spelling; the names' spans are in it
    names: tuple[Marked, ...]  # in order, without overlaps


def load(path: Path) -> Iterator[Article]:
    """The articles, in the order of the file.  Raises BadGold; OSError where the file can't be read."""
    for number, raw in enumerate(path.read_bytes().splitlines(), start=1):
        if raw.strip():
            yield _article(f"{path}, line {number}", raw)


def _article(where: str, raw: bytes) -> Article:
    try:
        value = json.loads(raw)
    except ValueError as error:
        raise BadGold(f"{where}: is no JSON ({error}); each line is an object {SHAPE}") from error
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise BadGold(f"{where}: has no text; each line is an object {SHAPE}")
    if not isinstance(marks := value.get("entities"), list):
        raise BadGold(f"{where}: has no list of entities; each line is an object {SHAPE}")
    text: str = value["text"]
    mapped = compose(text)
    names = sorted(
        (_marked(f"{where}, entity {n}", one, text, mapped) for n, one in enumerate(marks, start=1)),
        key=lambda name: name.start,
    )
    for one, other in pairwise(names):
        if other.start < one.end:
            raise BadGold(
                f"{where}: the names at {one.start} and {other.start} overlap; leave the outermost alone"
            )
    return Article(str(value.get("id", where)), standard(mapped.text), tuple(names))


def _marked(where: str, value: Any, text: str, mapped: Mapped) -> Marked:
    if not isinstance(value, dict):
        raise BadGold(f"{where}: is no JSON object; a line is {SHAPE}")
    start, end = _place(value, text, where)
    if value.get("type") not in {"PER", "ORG", "LOC"}:
        raise BadGold(f'{where}: the type is {value.get("type")!r}; write "PER", "ORG" or "LOC"')
    doubtful = any(value.get(flag) for flag in FLAGS)
    return Marked(*mapped.composed(start, end), cast("EntityType", value["type"]), doubtful)


def _place(value: Mapping[str, Any], text: str, where: str) -> tuple[int, int]:
    start, end, surface = value.get("start"), value.get("end"), value.get("surface")
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        raise BadGold(f"{where}: start {start!r} and end {end!r} are no span of the text")
    if text[start:end] != surface:
        raise BadGold(
            f"{where}: text[{start}:{end}] is {text[start:end]!r} and not the surface {surface!r}; "
            "offsets are code points of the text, the end is the first one behind"
        )
    return start, end
