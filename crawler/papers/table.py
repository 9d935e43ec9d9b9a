"""The rows of a table in, its paragraphs out: data row by row, columns that only set texts side by side apart."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from crawler.extract.header import is_motto
from crawler.papers.paper import row

Cell = tuple[str, ...]  # its paragraphs

FEW_ROWS = 2  # of a table that only sets columns: the head of an official text, its end
FEW_CELLS = 3


def table_texts(rows: Sequence[Sequence[Cell]]) -> Iterator[str]:
    """A row of data is one paragraph, its cells parted by " | ".

    In the head of an official text lines that stand side by side share one; other columns follow one another.
    """
    filled = [cells for cells in rows if any(cells)]
    for cells in filled:
        if any(is_motto(text) for cell in cells for text in cell):
            yield from (row(level) for level in zip_longest(*cells, fillvalue=""))
        elif len(filled) <= FEW_ROWS and len(cells) <= FEW_CELLS and any(len(cell) > 1 for cell in cells):
            yield from (text for cell in cells for text in cell)
        elif text := row(tuple(" ".join(cell) for cell in cells)):
            yield text
