"""The lines of an official text in, whom it is sent to, and where that stands, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.extract.signature import Signature

MOST = 40  # names of a list
REACH = 80  # lines, empty ones too, between a signature and its text's own list; forms in annexes have others
_OPENS = re.compile(r"nơi nhận\s?:?", re.IGNORECASE)
_ITEM = re.compile(r"[-+•*]\s?(?=\S)")
_NEXT = re.compile(r";\s?[-+•*]\s?(?=\S)")
_FILED = re.compile(r"lưu\b", re.IGNORECASE)  # the last of a list: what stays in the office
_EMPTY = re.compile(r"[\W_]*|[\W\d_]*\.{3,}[\W\d_]*")  # nothing, or dots to be filled in


@dataclass(frozen=True, slots=True)
class Recipients:
    """`first` and `last` are lines."""

    names: tuple[str, ...]
    first: int
    last: int


def read_recipients(lines: Sequence[str], signatures: Sequence[Signature]) -> Recipients | None:
    """The list by the text's own signature; without a signature the first list that names anyone."""
    begin, end = 0, len(lines)
    if signatures:
        begin, end = max(0, signatures[0].first - REACH), signatures[-1].last + REACH
    for at in range(begin, min(end, len(lines))):
        if len(lines[at]) < 4000 and (column := _column(lines[at])) is not None:
            found = _read(lines, at, column)
            if found.names:
                return found
    return None


def _column(line: str) -> int | None:
    """Which cell of the line opens the list."""
    return next((at for at, cell in enumerate(line.split("|")) if _OPENS.match(cell.strip())), None)


def _read(lines: Sequence[str], first: int, column: int) -> Recipients:
    """The signature's column may stand between the names."""
    names: list[str] = []
    last = first
    for at, cell in _cells(lines, first, column):
        item = _ITEM.match(cell)
        if item:
            names += (name.strip() for name in _NEXT.split(cell[item.end() :]))
        elif names and names[-1][-1:] not in (";", ".", "") and not cell.isupper():
            names[-1] += f" {cell}"
        elif not (cell.isupper() or _EMPTY.fullmatch(cell) or at == first):
            break
        else:
            continue
        last = at
        if _FILED.match(names[-1]) and names[-1].endswith("."):
            break
    return Recipients(tuple(name.rstrip(" ,;.") for name in names if not _EMPTY.fullmatch(name)), first, last)


def _cells(lines: Sequence[str], first: int, column: int) -> Iterator[tuple[int, str]]:
    yield first, _OPENS.sub("", " ".join(lines[first].split("|")[column].split()), count=1).strip()
    for at in range(first + 1, min(first + 2 * MOST, len(lines))):
        if line := " ".join(lines[at][:2000].split("|")[0].split()):
            yield at, line
