"""Folders of YAML files in, sources out; everything that is wrong with any of them is told at once."""

import difflib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from config.entry import Entry, ListingEntry
from crawler.source import Source

SUFFIXES = (".yaml", ".yml")


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
    if not folder.is_dir():
        return {}
    sources: dict[str, Source] = {}
    origin: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if not file.name.endswith(SUFFIXES):
            continue
        entry = _read(file, problems)
        if entry is None:
            continue
        if entry.id in origin:
            problems.append(f"{file}: id: {entry.id} is taken by {origin[entry.id]}; give one of them another id")
        origin.setdefault(entry.id, str(file))
        sources[entry.id] = entry.to_source()
    return sources


def _read(file: Traversable, problems: list[str]) -> Entry | None:
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        problems.append(f"{file}: is no YAML: {' '.join(str(error).split())}")
        return None
    except (OSError, UnicodeDecodeError) as error:
        problems.append(f"{file}: can't be read: {error}")
        return None
    if not isinstance(content, dict):
        problems.append(f"{file}: holds no keys; write them as in any of the bundled sources")
        return None
    try:
        return Entry.model_validate(content)
    except ValidationError as error:
        problems.extend(f"{file}: {_describe(problem)}" for problem in error.errors())
        return None


def _describe(problem: ErrorDetails) -> str:
    """One of pydantic's errors as key, what is wrong, and the mend."""
    steps = [str(step) for step in problem["loc"]]
    key = ".".join(steps) or "the whole"
    match problem["type"]:
        case "missing":
            return f"{key}: is missing; add it"
        case "extra_forbidden":
            return f"{key}: there is no such key; {_suggestion(steps[-1], nested=len(steps) > 1)}"
        case "value_error":
            return f"{key}: {problem['ctx']['error']}"
        case _:
            return f"{key}: {problem['msg']}; it is {problem['input']!r}"


def _suggestion(key: str, *, nested: bool) -> str:
    known = list((ListingEntry if nested else Entry).model_fields)
    near = difflib.get_close_matches(key, known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
