"""The lines of a page in, in the order in which they are drawn; lines of prose and rows of cells out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from crawler.papers.line import Line

STEP = 1.7  # from line to line in one cell, in sizes of the letters
MOST_LINES = 5_000  # of one page; the time grows with their square, 2 s at the worst
BLANK = 9.0  # the same in the last cell: between office and name stands the room for a signature


@dataclass(frozen=True, slots=True)
class Row:
    """Cells that stand side by side, from left to right, each with its lines."""

    cells: tuple[tuple[Line, ...], ...]


@dataclass(slots=True)
class _Open:
    """The cells read so far; while there is but one, its lines are prose, as far as one can tell."""

    cells: list[list[Line]] = field(default_factory=list)

    def begins_cell(self, line: Line) -> bool:
        """Whether `line` stands to the right of the last cell and at its height."""
        tall = self.cells[-1] if len(self.cells) > 1 else _column(self.cells[-1], line)
        if not tall or line.left < max(one.right for one in tall) + 0.3 * line.size:
            return False
        # What is lower than all cells is no neighbour; cells are centred, so a tall one begins above the others.
        lowest = min(one.base for cell in (*self.cells[:-1], tall) for one in cell)
        return line.base >= lowest - 0.6 * line.size

    def continues(self, line: Line) -> bool:
        """Whether `line` stands under the last line of the last cell, to the right of all cells before."""
        if len(self.cells) < 2:
            return True
        last, border = self.cells[-1][-1], max(one.right for one in self.cells[-2])
        under = last.base - line.base > 0
        return under and line.left > border and last.base - line.base <= BLANK * line.size


def read_rows(lines: Sequence[Line]) -> Iterator[Line | Row]:
    """In the order of `lines`; a page of more than any print holds is taken line by line."""
    if len(lines) > MOST_LINES:
        yield from lines
        return
    now = _Open()
    for line in lines:
        if now.cells and now.begins_cell(line):
            if len(now.cells) == 1:
                first = _column(now.cells[0], line)
                yield from now.cells[0][: len(now.cells[0]) - len(first)]
                now = _Open([first])
            now.cells.append([line])
        elif now.cells and now.continues(line):
            now.cells[-1].append(line)
        else:
            yield from _close(now)
            now = _Open([[line]])
    yield from _close(now)


def _close(row: _Open) -> Iterator[Line | Row]:
    if len(row.cells) == 1:
        yield from row.cells[0]
    elif row.cells:
        yield Row(tuple(map(tuple, row.cells)))


def _column(lines: Sequence[Line], right: Line) -> list[Line]:
    """The last of `lines` that are a cell to the left of `right`: those not above it, and what they go on from."""
    column: list[Line] = []
    for line in reversed(lines):
        if line.right > right.left:
            break
        level = line.base <= right.base + 0.6 * right.size
        if not level and not (column and _goes_on(line, column[-1])):
            break
        column.append(line)
    return column[::-1]


def _goes_on(above: Line, below: Line) -> bool:
    return abs(above.left - below.left) <= 0.5 * below.size and 0 < above.base - below.base <= STEP * below.size
