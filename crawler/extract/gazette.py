"""The lines of a gazette's text in, where its pages begin, and what it prints on each of them, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

NEAR = 3  # lines from a page's head, empty ones too, within which its number stands
_HEAD = re.compile(r"(?:\d{1,4}\s+)?công báo\s?/\s?số\s.{1,60}?(?:\s+\d{1,4})?", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,6}")
_STAMP = re.compile(  # of the electronic signature
    r"(?:ký bởi|người ký|email|cơ quan|thời gian ký|ngày ký)\s?:\s?"
    r"(?:.*(?:cổng thông tin|công báo|chính phủ|@|\d\d:\d\d).*|)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """Numbers of lines: the heads of pages, and everything that stands on pages and is no text, heads too."""

    heads: tuple[int, ...]
    all: frozenset[int]


def printed(lines: Sequence[str]) -> Printed:
    """Nothing for a text that is no gazette's; `lines` have no spaces at their ends, and may be empty."""
    heads = tuple(at for at, line in enumerate(lines) if _HEAD.fullmatch(line))
    if not heads:
        return Printed((), frozenset())
    numbers = {place for at in heads for place in _beside(lines, at)}
    stamps = {at for at, line in enumerate(lines) if _STAMP.fullmatch(line)}
    return Printed(heads, frozenset(numbers | stamps | set(heads)))


def pages(lines: Sequence[str], found: Printed) -> list[list[str]]:
    """The text's lines by pages; all in one where there are no heads."""
    starts = [0, *found.heads]
    ends = [*found.heads, len(lines)]
    return [
        [lines[at] for at in range(start, end) if at not in found.all]
        for start, end in zip(starts, ends, strict=True)
    ]


def _beside(lines: Sequence[str], head: int) -> Iterator[int]:
    """Where the page's number stands: before or behind the head, or twice."""
    for places in (range(head - 1, head - 1 - NEAR, -1), range(head + 1, head + 1 + NEAR)):
        at = next((at for at in places if 0 <= at < len(lines) and lines[at]), None)
        if at is not None and _NUMBER.fullmatch(lines[at]):
            yield at
