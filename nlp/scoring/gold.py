"""Articles that a person annotated, as JSON lines, in; typed values out."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from nlp.document import Entity, Event, Office, Quote

T = TypeVar("T", Office, Quote, Event)

SHAPE = '{"id", "text", "title", "published", "entities": [{"start", "end", "surface", "type", …}], …}'
FLAGS = ("generic", "optional", "short")  # neither found nor missed, whatever a recogniser says there


class BadGold(ValueError):
    """A file that holds no annotated articles; the message names the line and the mend."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One article; `offices`, `quotes` and `events` are None where nobody looked for them."""

    id: str
    text: str
    title: str | None
    published: str | None
    entities: tuple[Entity, ...]  # that must be found
    neutral: tuple[Entity, ...]  # that may be found or not
    offices: tuple[Office, ...] | None
    quotes: tuple[Quote, ...] | None
    events: tuple[Event, ...] | None


def load(path: Path) -> tuple[Judged, ...]:
    """The articles in the order of the file.  Raises BadGold; OSError where it can't be read."""
    articles = tuple(_articles(path))
    if not articles:
        raise BadGold(f"{path} holds no article; each line is {SHAPE}")
    return articles


def _articles(path: Path) -> Iterator[Judged]:
    for number, raw in enumerate(path.read_bytes().splitlines(), start=1):
        if not raw.strip():
            continue
        try:
            yield _judged(json.loads(raw))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f"{path}, line {number}: {error!r}; a line is {SHAPE}"
            raise BadGold(message) from error


def _judged(line: Mapping[str, Any]) -> Judged:
    text = line["text"]
    entities: list[Entity] = []
    neutral: list[Entity] = []
    for one in line["entities"]:
        entity = Entity(
            one["start"], one["end"], one["surface"], one["type"], one.get("canonical", one["surface"])
        )
        if text[entity.start : entity.end] != entity.surface:
            raise ValueError(f"{entity.surface!r} does not stand at {entity.start}")
        (neutral if any(one.get(flag) for flag in FLAGS) else entities).append(entity)
    return Judged(
        id=str(line["id"]),
        text=text,
        title=line.get("title"),
        published=line.get("published"),
        entities=tuple(entities),
        neutral=tuple(neutral),
        offices=_all(Office, line.get("offices"), text),
        quotes=_all(Quote, line.get("quotes"), text),
        events=_all(Event, line.get("events"), text),
    )


def _all(kind: Callable[..., T], rows: list[Mapping[str, Any]] | None, text: str) -> tuple[T, ...] | None:
    return None if rows is None else tuple(_one(kind, row, text) for row in rows)


def _one(kind: Callable[..., T], row: Mapping[str, Any], text: str) -> T:
    """With the surface of its span, which the file need not say."""
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # every T is a dataclass
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    if "surface" in names and "surface" not in given:
        given["surface"] = text[given["start"] : given["end"]]
    return kind(**{name: value for name, value in given.items() if name in names})
