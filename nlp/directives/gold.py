"""Judged passages in JSON lines in, typed values out: which documents each cites, and what it does to them."""

import json
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

SHAPE = '{"id", "text", "date", "tags", "citations": [{"start", "end", "surface", "kind", "scope", "tier", …}]}'
RELATION_SHAPE = '{"passage", "from", "to", "relation"}'
_PARTS = ("type", "number", "year", "symbol", "canonical")


class BadGold(ValueError):
    """A file that holds no judged passages; the message names the line and the mend."""


class Said(NamedTuple):
    """A relation as it is compared: the cue is not."""

    source: str
    to: str
    relation: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A citation as a person marked it; `start` and `end` are code points of the passage."""

    start: int
    end: int
    surface: str
    kind: str
    scope: str
    counts: bool  # weak ones, and those of companies, are neither right nor wrong
    accepted: frozenset[str | None]  # the key, and others that are as good
    type: str | None = None
    number: str | None = None
    year: str | None = None
    symbol: str | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    text: str
    date: str | None  # of the article
    negative: bool  # made to be mistaken for a citation
    citations: tuple[Marked, ...]
    relations: frozenset[Said] | None = None  # None where nobody judged them


def load(path: Path, relations: Path | None = None) -> tuple[Passage, ...]:
    """The passages, in the order of the file.  Raises BadGold; OSError where a file can't be read."""
    passages = [_passage(where, value) for where, value in _lines(path, SHAPE)]
    twice = [id_ for id_, times in Counter(one.id for one in passages).items() if times > 1]
    if twice:
        raise BadGold(f"{path}: the id {twice[0]!r} stands there twice; give each passage its own")
    if relations is None:
        return tuple(passages)
    said: dict[str, set[Said]] = defaultdict(set)
    for where, value in _lines(relations, RELATION_SHAPE):
        parts = [_of(value, name, str, where) for name in ("passage", "from", "to", "relation")]
        said[parts[0]].add(Said(*parts[1:]))
    if strange := said.keys() - {one.id for one in passages}:
        log.warning("%s: relations of %s are left out, which %s does not hold", relations, sorted(strange), path)
    return tuple(replace(one, relations=frozenset(said[one.id])) if one.id in said else one for one in passages)


def _lines(path: Path, shape: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Where each line stands, and the object that it holds."""
    for number, raw in enumerate(path.read_bytes().splitlines(), start=1):
        where = f"{path}, line {number}"
        if not raw.strip():
            continue
        try:
            value = json.loads(raw)
        except ValueError as error:
            raise BadGold(f"{where}: is no JSON ({error}); each line is an object {shape}") from error
        if not isinstance(value, dict):
            raise BadGold(f"{where}: is no JSON object; each line is an object {shape}")
        yield where, value


def _passage(where: str, value: Mapping[str, Any]) -> Passage:
    text = _of(value, "text", str, where)
    marks: Iterable[Any] = _of(value, "citations", list, where)
    return Passage(
        id=_of(value, "id", str, where),
        text=text,
        date=_maybe(value, "date", where),
        negative="negative" in _strings(value, "tags", where),
        citations=tuple(_marked(f"{where}, citation {n}", one, text) for n, one in enumerate(marks, start=1)),
    )


def _marked(where: str, value: Any, text: str) -> Marked:
    if not isinstance(value, dict):
        raise BadGold(f"{where}: is no JSON object; a passage is {SHAPE}")
    start, end = _of(value, "start", int, where), _of(value, "end", int, where)
    surface, scope = _of(value, "surface", str, where), _of(value, "scope", str, where)
    if not 0 <= start < end or text[start:end] != surface:
        raise BadGold(
            f"{where}: text[{start}:{end}] is {text[start:end]!r} and not the surface {surface!r}; "
            "offsets are code points of the text, the end is the first one behind"
        )
    parts = {name: _maybe(value, name, where) for name in _PARTS}
    return Marked(
        start=start,
        end=end,
        surface=surface,
        kind=_of(value, "kind", str, where),
        scope=scope,
        counts=_of(value, "tier", str, where) == "core" and scope != "corp",
        accepted=frozenset((parts["canonical"], *_strings(value, "accept_also", where))),
        **parts,
    )


def _of(value: Mapping[str, Any], name: str, kind: type[T], where: str) -> T:
    """Raises BadGold where it is missing or of another kind."""
    if not isinstance(found := value.get(name), kind):
        wanted = {str: "a string", int: "a whole number", list: "a list"}[kind]
        raise BadGold(f'{where}: "{name}" is {found!r}; {wanted} is wanted')
    return found


def _maybe(value: Mapping[str, Any], name: str, where: str) -> str | None:
    """As text; a year may also stand there as a number."""
    found = value.get(name)
    return str(found) if isinstance(found, int) else None if found is None else _of(value, name, str, where)


def _strings(value: Mapping[str, Any], name: str, where: str) -> list[str]:
    found: list[Any] = [] if value.get(name) is None else _of(value, name, list, where)
    if not all(isinstance(one, str) for one in found):
        raise BadGold(f'{where}: "{name}" is {found!r}; a list of strings is wanted')
    return found
