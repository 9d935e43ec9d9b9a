"""A text with what was found in it in; pieces out that a template prints one after the other.

Nothing here is HTML: the template escapes every piece, so a text can't become markup whatever it holds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Marks = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Span:
    """Something found at [start, end): `kind` is its class in the style sheet, `href` an address of this site.

    `anchor` is the name under which an address leads to its beginning.
    """

    start: int
    end: int
    kind: str
    label: str
    href: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive pieces that belong to one span, or to none."""

    pieces: tuple[Piece, ...]
    span: Span | None = None


def outermost(spans: Iterable[Span], *, length: int) -> tuple[Span, ...]:
    """Spans that don't overlap, in order: of two that do, the one that begins first, then the longer one.

    What does not lie within a text of `length` is left out.
    """
    chosen: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        reached = chosen[-1].end if chosen else 0
        if reached <= span.start < span.end <= length:
            chosen.append(span)
    return tuple(chosen)


def segments(
    text: str, *, start: int = 0, end: int | None = None, spans: Sequence[Span] = (), marks: Marks = ()
) -> tuple[Segment, ...]:
    """`text[start:end]` cut at the borders of spans and marks: the pieces joined are that very text.

    `spans` as `outermost` gives them; `marks` in order and apart.  Both count in the whole of `text`; what
    reaches over an edge is shown up to it.
    """
    last = len(text) if end is None else end
    made: list[Segment] = []
    at = start
    for span in _within(spans, start, last):
        first, after = max(span.start, start), min(span.end, last)
        if at < first:
            made.append(Segment(tuple(_pieces(text, at, first, marks))))
        shown = span if span.start == first else replace(span, anchor=None)  # no two parts bear one name
        made.append(Segment(tuple(_pieces(text, first, after, marks)), shown))
        at = after
    if at < last:
        made.append(Segment(tuple(_pieces(text, at, last, marks))))
    return tuple(made)


def _within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """A long text has thousands of both spans and paragraphs, hence the search by halves."""
    first = bisect_right(spans, start, key=lambda one: one.end)
    return spans[first : bisect_left(spans, end, key=lambda one: one.start)]


def _pieces(text: str, start: int, end: int, marks: Marks) -> Iterator[Piece]:
    at = start
    first = bisect_right(marks, start, key=lambda one: one[1])
    for mark in marks[first : bisect_left(marks, end, key=lambda one: one[0])]:
        begin, after = max(mark[0], at), min(mark[1], end)
        if at < begin:
            yield Piece(text[at:begin])
        if begin < after:
            yield Piece(text[begin:after], marked=True)
            at = after
    if at < end:
        yield Piece(text[at:end])
