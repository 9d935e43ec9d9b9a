"""A text in, what stands in it between quotation marks out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MAX_LETTERS = 5_000  # of a quotation; a mark that is not closed by then stays open
MAX_LINES = 12
_MARK = re.compile(r'["“”«»„‟]|\n')
# One straight pair inside another: "… nghề "hot" …".
_INNER = re.compile(r'"[^"\s][^"\n]{0,40}"(?=[ ,.])')
_OPENING, _CLOSING = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Marked:
    start: int  # of the first word
    end: int
    closed: bool


@dataclass(slots=True)
class _Open:
    at: int
    curly: bool
    depth: int = 1
    straight: bool = False  # a straight mark is open inside
    lines: int = 0
    line_end: int | None = None  # of its first line


def marked(text: str) -> Iterator[Marked]:
    """In order, none inside another; the marks are not part of them.

    A quotation may go on over lines, each of which may open it again.  One that is never closed ends with its
    line.  Each mark is looked at once, whatever they are.
    """
    open_: _Open | None = None
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        if open_ and (at - open_.at > MAX_LETTERS or open_.lines > MAX_LINES):
            yield from _cut(text, open_)
            open_ = None
        if mark == "\n":
            _count_line(open_, at)
        elif open_ is None or _starts_anew(text, at, mark, open_):
            if open_:
                yield from _cut(text, open_)
            open_ = _opened(text, at, mark)
        elif open_.depth == 0:
            yield from _span(text, open_.at + 1, at, closed=True)
            open_ = None
    if open_:
        yield from _cut(text, replace(open_, line_end=open_.line_end or len(text)))


def _count_line(open_: _Open | None, at: int) -> None:
    if open_:
        open_.lines += 1
        open_.line_end = open_.line_end or at


def _starts_anew(text: str, at: int, mark: str, open_: _Open) -> bool:
    """Whether the mark opens another quotation, so that the one before was not closed; else it is counted."""
    if _opens_line(text, at):
        return not _opens_line(text, open_.at)
    if mark in _CLOSING or (mark in _OPENING and _closes(text, at)):
        open_.depth -= 1
        return False
    if mark in _OPENING:
        open_.depth += 1
        return open_.line_end is not None
    opening = text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()
    if open_.straight or (opening and (open_.curly or _INNER.match(text, at))):
        open_.straight = not open_.straight
        return False
    if not opening:
        open_.depth = 0
    return opening


def _closes(text: str, at: int) -> bool:
    """Whether a mark that opens stands where one closes: "phân bón“ do"."""
    return text[at - 1].isalnum() and not text[at + 1 : at + 2].isalnum()


def _opened(text: str, at: int, mark: str) -> _Open | None:
    after = text[at + 1 : at + 2]
    if mark in _CLOSING or not after or after.isspace():
        return None
    return _Open(at, curly=mark in _OPENING)


def _opens_line(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" -")
    return not before or before.endswith("\n")


def _cut(text: str, open_: _Open) -> Iterator[Marked]:
    """Not closed: to the end of its line, where that was reached."""
    if open_.line_end is not None and open_.line_end - open_.at <= MAX_LETTERS:
        yield from _span(text, open_.at + 1, open_.line_end, closed=False)


def _span(text: str, start: int, end: int, *, closed: bool) -> Iterator[Marked]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Marked(start, end, closed=closed)
