"""Pages of lines in, paragraphs out: a sentence that breaks over lines and pages is whole again."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from crawler.extract.header import is_motto
from crawler.papers.line import Line, Page
from crawler.papers.paper import row
from crawler.papers.rows import Row, read_rows

INDENT = 0.6  # of the letters' size, from which a line is set in
APART = 2.0  # of the size, from line to line, from which paragraphs are parted by the room between them
WIDE = 0.55  # of the column, from which a centred line goes on in the next
STEP = 0.25  # of the size, in which edges are measured: scans are never quite straight
SPACE = 0.25  # of the size; the room that the next word needs besides its own
_UNIT = re.compile(
    r"[“\"]?(?:(?:Điều|Chương|Phần|Mục|Tiểu mục|Phụ lục)\s+(?:thứ\s+)?[\dIVXLC]+[a-zđ]?\s?(?:[.:]|$)"
    r"|\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s|[IVX]{1,5}\.\s|[a-zđ]{1,2}\)\s|\(\d{1,2}\)\s|[+•*–-]\s"
    r"|Căn cứ\s|Nơi nhận\s?:)"
)
_ENDS = re.compile(r"[.;:!?…]['\"”’»)\]]*$")
_HALF_WORD = re.compile(r"\w[/-]$")  # "41/2026/TT-" and "41/2026/", which go on in the next line
_RULE = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    right: float

    def is_full(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would not have had room in `line`."""
        word = following.text.split(" ", 1)[0]
        needed = following.width * len(word) / len(following.text) + SPACE * line.size
        return line.right + needed > self.right

    def is_centred(self, line: Line) -> bool:
        left, right = line.left - self.left, self.right - line.right
        least = -0.5 if line.text.isupper() else 1.0  # a heading may fill its line
        return abs(left - right) <= 1.6 * line.size and min(left, right) > least * line.size

    def is_indented(self, line: Line) -> bool:
        return line.left > self.left + INDENT * line.size


def paragraphs(pages: Sequence[Page]) -> tuple[str, ...]:
    """The text of pages that are free of heads and feet; a row of a table is one paragraph."""
    return tuple(text for text in _paragraphs(pages) if text)


def _paragraphs(pages: Sequence[Page]) -> Iterator[str]:
    parts: list[Line] = []
    column = before = _Column(0, math.inf)  # in which no line is full
    heads: set[str] = set()
    for page in pages:
        items = _without_head(tuple(read_rows(page.lines)), heads)
        column = _column([item for item in items if isinstance(item, Line)], column)
        yield from page.aside
        for at, item in enumerate(items):
            if isinstance(item, Row):
                yield _join(parts)
                parts = []
                yield from _row_texts(item, items, at)
                continue
            if parts and not _goes_on(parts[-1], item, before, column):
                yield _join(parts)
                parts = []
            parts.append(item)
            before = column
    yield _join(parts)


def _without_head(items: tuple[Line | Row, ...], heads: set[str]) -> tuple[Line | Row, ...]:
    """The items without the head of a table that goes on from the page before."""
    texts = [_whole(item) for item in items if isinstance(item, Row)]
    again = bool(items) and isinstance(items[0], Row) and texts[0] in heads
    heads.update(texts)
    return items[1:] if again else items


def _column(lines: Sequence[Line], before: _Column | None = None) -> _Column:
    """The edges that most lines reach; those of the page `before` where hardly a line could tell."""
    if len(lines) < 3 and before is not None and before.right < math.inf:
        return before
    if len(lines) < 2:
        return before or _Column(0, math.inf)
    step = STEP * median(line.size for line in lines)
    rights = Counter(round(line.right / step) for line in lines)
    lefts = Counter(round(line.left / step) for line in lines)
    right = max((at for at in rights if rights[at] + rights[at - 1] > 1), default=max(rights))
    left = min((at for at in lefts if lefts[at] + lefts[at + 1] > 1), default=min(lefts))
    return _Column(left * step, right * step)


def _goes_on(line: Line, following: Line, column: _Column, next_column: _Column) -> bool:
    """Whether a paragraph goes on from `line` in `following`, which may stand on the next page."""
    if _HALF_WORD.search(line.text) and column.is_full(line, following):
        return True
    if _are_apart(line, following):
        return False
    if column.is_centred(line) and next_column.is_centred(following):
        return _title_goes_on(line, following, column)
    narrow = line.text.isupper() and line.width < WIDE * (column.right - column.left)
    if narrow or line.text.isupper() != following.text.isupper() or not column.is_full(line, following):
        return False
    return _text_goes_on(line, following, indented=next_column.is_indented(following))


def _are_apart(line: Line, following: Line) -> bool:
    """Whether their sizes, the room between them or a drawn rule part two lines."""
    if abs(line.size - following.size) > 0.2 * line.size or line.base - following.base > APART * line.size:
        return True
    return _RULE.fullmatch(line.text) is not None or _RULE.fullmatch(following.text) is not None


def _text_goes_on(line: Line, following: Line, *, indented: bool) -> bool:
    """Whether text goes on behind a full line; a paragraph begins set in, or with the mark of its item."""
    ended = _ENDS.search(line.text) is not None
    if _UNIT.match(following.text):
        return not (ended or indented or _UNIT.match(line.text))  # "… Bộ Lao động" / "- Thương binh và Xã hội"
    if indented and following.left > line.left + INDENT * line.size:
        return _UNIT.match(line.text) is not None and not following.text[0].isupper()
    return not (ended and indented and following.text[0].isupper())


def _title_goes_on(line: Line, following: Line, column: _Column) -> bool:
    if line.text.isupper() != following.text.isupper() or _ENDS.search(line.text) or _UNIT.match(following.text):
        return False
    wide = line.width >= WIDE * (column.right - column.left)
    return (wide and not _UNIT.fullmatch(line.text)) or following.text[0].islower()


def _row_texts(item: Row, items: tuple[Line | Row, ...], at: int) -> Iterator[str]:
    """A row of a table as one text; columns that only set two texts side by side, each for itself."""
    if any(is_motto(line.text) for cell in item.cells for line in cell):
        yield from _side_by_side(item)
    elif len(item.cells) > 2 or _same_columns(item, items[max(at - 1, 0) : at] + items[at + 1 : at + 2]):
        yield _whole(item)
    else:
        for cell in item.cells:
            yield from _cell(cell)


def _whole(item: Row) -> str:
    return row(tuple(_join(cell) for cell in item.cells))


def _cell(cell: Sequence[Line]) -> Iterator[str]:
    """Paragraphs of a column that is no table's: "Nơi nhận" and the signature."""
    column = _column(cell)
    parts: list[Line] = []
    for line in cell:
        if parts and (line.text.isupper() or not _goes_on(parts[-1], line, column, column)):
            yield _join(parts)
            parts = []
        parts.append(line)
    yield _join(parts)


def _side_by_side(item: Row) -> Iterator[str]:
    """The head of an official text: what stands at one height, on one line."""
    lines = sorted((line for cell in item.cells for line in cell), key=lambda line: -line.base)
    level: list[Line] = []
    for line in lines:
        if level and not level[0].is_level_with(line):
            yield _level(level)
            level = []
        level.append(line)
    yield _level(level)


def _level(lines: Sequence[Line]) -> str:
    return row(tuple(line.text for line in sorted(lines, key=lambda line: line.left)))


def _same_columns(one: Row, neighbours: Sequence[Line | Row]) -> bool:
    """Whether a row above or below has its cells where `one` has them."""
    lefts = [cell[0].left for cell in one.cells]
    return any(
        isinstance(other, Row)
        and len(other.cells) == len(lefts)
        and all(abs(cell[0].left - left) < 2 * cell[0].size for cell, left in zip(other.cells, lefts, strict=True))
        for other in neighbours
    )


def _join(lines: Sequence[Line]) -> str:
    parts: list[str] = []
    for at, line in enumerate(lines):
        if at and not _HALF_WORD.search(lines[at - 1].text):
            parts.append(" ")
        parts.append(line.text)
    return "".join(parts)
