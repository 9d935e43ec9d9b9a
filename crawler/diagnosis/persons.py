"""A page whose author is not known in, elements that may name one out."""

import re
from collections.abc import Iterator

from crawler.diagnosis.hint import Candidate, marks, near
from crawler.diagnosis.sheet import Sheet
from crawler.extract.blocks import Block
from crawler.extract.byline import LONGEST, signature

SAYS = re.compile(
    r"author|tac-?gia|byline|nguoi-?viet|but-?danh|reporter|writer|phong-?vien|pen-?name", re.IGNORECASE
)
MAY_SAY = re.compile(r"source|nguon|sign|name|user|credit|info|meta", re.IGNORECASE)
AIMED = re.compile(r"text-align:\s?right")
ABOVE, BEHIND = 10, 8  # blocks before the title and behind the text in which an author is named
ROW = 3  # lines before and behind; as many names among them are a list
LEAST = 2.0  # a weight below it is a line of capitalised words as menus and tags have them


def authors(sheet: Sheet) -> Iterator[Candidate]:
    """Lines of nothing but a name, which stand by the title or under the text, or are marked as an author's."""
    for at, block in enumerate(sheet.blocks):
        name = signature(block.text, alone=True) if len(block.text) <= LONGEST else None
        if name and (weight := _weight(sheet, at, block)) >= LEAST and not _is_listed(sheet, at):
            yield Candidate(block.node, name, weight)


def _weight(sheet: Sheet, at: int, block: Block) -> float:
    marked = marks(block)
    weight = 3.0 if SAYS.search(marked) else 0.5 if MAY_SAY.search(marked) else 0.0
    if AIMED.search(block.node.get("style") or "") or block.node.get("align") == "right":
        weight += 2
    if near(at, (sheet.behind,), BEHIND) or near(at, (sheet.title,), ABOVE):
        weight += 1.5
    weight += 0.5 * (block.bold > 0.8) + 0.5 * (len(block.text.split()) > 1)
    return weight - 2 * (block.is_link and not SAYS.search(marked))


def _is_listed(sheet: Sheet, at: int) -> bool:
    """Whether it stands in a row of such lines: provinces of a weather box, sections of a menu, tags."""
    around = sheet.blocks[max(0, at - ROW) : at + ROW + 1]
    short = (block.text for block in around if len(block.text) <= LONGEST)
    return sum(signature(text, alone=True) is not None for text in short) > ROW
