"""A plain text in, its lines out, and what kind of line each is."""

import re
from dataclasses import dataclass

from crawler.extract.caption import is_credited
from crawler.letters import has_accents

LONGEST_TITLE = 220  # characters
_ALT = re.compile(r"[a-z0-9]+(?: [a-z0-9]+){3,}")
_TWICE = re.compile(r"(?P<text>\S.{14,300}?)\s+(?P=text)(?!\w).{0,100}")
_END = re.compile(r"[.!?…\"”»)\]]$")
_OPEN = re.compile(r"[.;:,…]$")
_ITEM = re.compile(
    r"(?:[-–•*+]|\d{1,3}[.)]|[IVX]{1,5}\.|[a-zđ]\)|(?:Điều|Chương|Mục|Phần)\s+[\dIVX])\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the spaces at its ends; `apart` if an empty line or the text's start stands before it."""

    at: int  # its number among the lines that hold something
    text: str
    apart: bool


def read_lines(text: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    apart = True
    for raw in text.split("\n"):
        if line := raw.strip():
            lines.append(Line(len(lines), re.sub(r"[ \t]+", " ", line), apart))
        apart = not line
    return tuple(lines)


def is_alt(line: str) -> bool:
    """Whether the line is a picture's text as systems make it from addresses: "hoi nghi tong ket 2019"."""
    return _ALT.fullmatch(line) is not None


def is_doubled(line: str) -> bool:
    """Whether the line is a title printed twice ("X X", "X X and its end"): a picture's text and its link."""
    return _TWICE.fullmatch(line) is not None


def is_prose(line: str) -> bool:
    """Whether the line is a sentence or more."""
    return len(line) >= 80 and _END.search(line) is not None


def looks_like_title(line: str) -> bool:
    """Whether the line could be a title: a few words that begin with a capital and end in no full stop."""
    words = line.split()
    if not 4 <= len(words) <= 40 or len(line) > LONGEST_TITLE or _OPEN.search(line):
        return False
    first = line.lstrip("\"'“‘«[(")[:1]
    return (
        (first.isupper() or first.isdigit())
        and not _ITEM.match(line)
        and not is_credited(line)
        and has_accents(line)
    )
