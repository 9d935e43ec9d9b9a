"""Data files in, the registry of known documents out."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml
from yaml import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)  # fmt: skip

from nlp.directives.entry import BadEntry, to_document
from nlp.directives.registry import Document, Registry

__all__ = ["BadEntry", "bundled", "load", "to_document"]
FILES = ("party.yaml", "state.yaml", "laws.yaml")
_Parser: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # ten times as fast, where libyaml is there


@cache
def bundled() -> Registry:
    """The registry that ships with tracuu."""
    folder = resources.files(__package__) / "data" / "registry"
    return Registry(load(folder / name for name in FILES))


def load(paths: Iterable[Traversable]) -> tuple[Document, ...]:
    """The documents of files in the format of the bundled ones; of one key in two files the later file speaks.

    Raises BadEntry, also where a file is no list of entries or holds a key twice.
    """
    return tuple({one.key: one for path in paths for one in _documents(path)}.values())


def _documents(path: Traversable) -> Iterator[Document]:
    first: dict[str, int] = {}
    for place, entry in enumerate(_entries(path), 1):
        document = to_document(entry, where=f"{path.name}: entry {place}")
        if document.key in first:
            raise BadEntry(
                f"{path.name}: entry {place}: {document.key} stands in entry {first[document.key]} too; "
                "keep one, or end both keys in ~ and the date where they are two documents"
            )
        first[document.key] = place
        yield document


def _entries(path: Traversable) -> list[Mapping[str, Any]]:
    try:
        entries = _texts(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as problem:
        raise BadEntry(f"{path.name} can't be read: {' '.join(str(problem).split())}") from problem
    if not isinstance(entries, list):
        raise BadEntry(f"{path.name} holds no list; begin each document with '- key: …'")
    return entries


def _texts(content: str) -> Any:
    """What a YAML file holds, with every value as the text that stands there: 06 and 2022-01-05 too.

    Three times as fast as yaml.load, which counts at every start.  Raises YAMLError, and ValueError for a field
    that stands twice in one entry.
    """
    parser = _Parser(content)
    while not parser.check_event(DocumentStartEvent, StreamEndEvent):
        parser.get_event()
    return _value(parser) if isinstance(parser.get_event(), DocumentStartEvent) else []


def _value(parser: Any) -> Any:
    event = parser.get_event()
    if isinstance(event, ScalarEvent):
        return event.value
    if isinstance(event, SequenceStartEvent):
        return list(_until(SequenceEndEvent, parser))
    if not isinstance(event, MappingStartEvent):
        raise ValueError("write out what * stands for")
    fields: dict[Any, Any] = {}
    for name in _until(MappingEndEvent, parser):
        if name in fields:
            raise ValueError(f"{name} stands twice in one entry: {fields}")
        fields[name] = _value(parser)
    return fields


def _until(end: type[yaml.Event], parser: Any) -> Iterator[Any]:
    while not parser.check_event(end):
        yield _value(parser)
    parser.get_event()
