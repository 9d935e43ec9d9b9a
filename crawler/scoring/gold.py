"""A folder of judged pages in, what each page holds out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FACTS = ("number", "issued_on", "issuer")
LISTS = frozenset({"home", "list", "listing", "section", "search"})


class BadGold(ValueError):
    """The folder can't be read as judged pages; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A page and what a person reads in it.  None: not known; `stated` are the fields that were looked for."""

    file: str
    kind: str  # "article", "legal", or one of LISTS
    path: Path
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None  # YYYY-MM-DD, or to the minute
    lead: str | None = None
    paragraphs: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)  # of an official text, where they are known
    stated: frozenset[str] = frozenset()

    @property
    def is_list(self) -> bool:
        return self.kind in LISTS


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of a text; `date` is None where every date in it is a trap."""

    url: str
    head: str
    date: str | None = None  # as ISO 8601, with the time where one is stated
    number: str | None = None  # of the official text that it begins
    is_list: bool = False
    is_spam: bool = False  # must not be taken for an article at all


def load(folder: Path) -> tuple[Judged, ...]:
    """Pages that `expected.jsonl` names and the folder holds, plain or gzipped.  Raises BadGold."""
    rows = _rows(folder / "expected.jsonl")
    found = [(row, path) for row in rows if (path := _path(folder, str(row.get("file")))) is not None]
    if not found:
        raise BadGold(f"{folder}: holds no page that its expected.jsonl names")
    return tuple(_judged(row, path) for row, path in found)


def load_openings(folder: Path) -> tuple[Opening, ...]:
    """The openings of `excerpts.jsonl`; none where the folder has no such file.  Raises BadGold."""
    path = folder / "excerpts.jsonl"
    return tuple(map(_opening, _rows(path))) if path.exists() else ()


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadGold(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise BadGold(f"{path}, line {number}: is no JSON ({error})") from error
        if isinstance(row, dict):
            yield row


def _path(folder: Path, name: str) -> Path | None:
    return next((path for one in (name, f"{name}.gz") if (path := folder / one).is_file()), None)


def _judged(row: dict[str, Any], path: Path) -> Judged:
    return Judged(
        file=row["file"],
        kind=row.get("kind", "article"),
        path=path,
        url=row.get("url"),
        title=row.get("title"),
        author=row.get("author"),
        published=row.get("published"),
        lead=row.get("lead"),
        paragraphs=tuple(row.get("paragraphs") or ()),
        facts={name: str(row[name]) for name in FACTS if row.get(name)},
        stated=frozenset(row),
    )


def _opening(row: dict[str, Any]) -> Opening:
    note = str(row.get("note") or "")
    return Opening(
        url=row.get("url") or "",
        head=row.get("head") or "",
        date=row.get("date"),
        number=row.get("number"),
        is_list=note.startswith("list page"),
        is_spam=note.startswith("SPAM"),
    )
