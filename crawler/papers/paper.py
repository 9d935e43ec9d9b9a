"""What every reader of document files makes of one: its paragraphs, and what a reader should know of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """Paragraphs in reading order, NFC; a row of a table is one, its cells parted by " | "."""

    paragraphs: tuple[str, ...]
    title: str | None = None  # as the file's properties tell it; often a name of the program's own making
    flags: tuple[str, ...] = ()  # "ocr", "cut-pages", "lost-pages"


def row(cells: tuple[str, ...]) -> str:
    """A row of a table on one line; empty for a row of empty cells."""
    texts = [" ".join(cell.split()) for cell in cells]
    return " | ".join(text for text in texts if text)
