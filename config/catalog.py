"""Folders of YAML files in, sources out; everything that is wrong with any of them is told at once."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from config.entry import Entry, ListingEntry
from config.written import files_in, read
from crawler.source import Source


class CatalogError(Exception):
    """Source files that can't be used: one line each with file, key, what is wrong and the mend."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def load(folders: Iterable[Path] = ()) -> tuple[Source, ...]:
    """The bundled sources and those in `folders`, by id; a later folder replaces a source of the same id.

    A folder that is not there holds none.  Raises CatalogError.
    """
    sources: dict[str, Source] = {}
    problems: list[str] = []
    for folder in (files("config") / "sources", *folders):
        sources |= _read_folder(folder, problems)
    if problems:
        raise CatalogError(problems)
    return tuple(sources[id_] for id_ in sorted(sources))


def _read_folder(folder: Traversable, problems: list[str]) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    origin: dict[str, str] = {}
    for file in files_in(folder):
        entry = read(file, Entry, parts=ListingEntry, problems=problems)
        if entry is None:
            continue
        if entry.id in origin:
            problems.append(f"{file}: id: {entry.id} is taken by {origin[entry.id]}; give one of them another id")
        origin.setdefault(entry.id, str(file))
        sources[entry.id] = entry.to_source()
    return sources
