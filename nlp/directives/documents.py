"""Data files in, the registry of known documents out."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from nlp.directives.entry import BadEntry, to_document
from nlp.directives.registry import Document, Registry

__all__ = ["BadEntry", "bundled", "load", "to_document"]
FILES = ("party.yaml", "state.yaml", "laws.yaml")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there


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
        entries = yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506 (both are safe loaders)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as problem:
        raise BadEntry(f"{path.name} can't be read: {' '.join(str(problem).split())}") from problem
    if not isinstance(entries, list | None):
        raise BadEntry(f"{path.name} holds no list; begin each document with '- key: …'")
    return entries or []
