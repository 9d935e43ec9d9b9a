"""An HTML page in, the same taken apart out: what its head says, its blocks, its title."""

from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from crawler.article import FetchedPage
from crawler.corrections.layout import Corrections
from crawler.corrections.sight import Sight, look
from crawler.extract.blocks import Block, read_blocks
from crawler.extract.decode import decode
from crawler.extract.garble import check
from crawler.extract.listing import PROSE
from crawler.extract.meta import Meta, read_meta
from crawler.extract.repair import mend
from crawler.extract.title import Title, find_title
from crawler.extract.tree import parse


@dataclass(frozen=True, slots=True)
class Page:
    """A page taken apart."""

    tree: HtmlElement
    meta: Meta
    blocks: tuple[Block, ...]
    title: Title
    url: str | None
    fetched_at: datetime
    sight: Sight | None  # what the corrections of its site say of it
    flags: tuple[str, ...] = ()  # what a reader should know of its text

    @property
    def behind_title(self) -> int:
        return 0 if self.title.at is None else self.title.at + 1


def take_apart(fetched: FetchedPage, corrections: Corrections) -> Page:
    """Raises Rejected: "too-large", "garbled" or "no-text"."""
    text = decode(fetched)
    tree = parse(text)
    sight = look(tree, corrections, fetched)
    blocks = read_blocks(tree.find("body"))
    if flags := mend(tree, [block.text for block in blocks], text):
        blocks = read_blocks(tree.find("body"))
    meta = read_meta(tree)
    meta = sight.tell(meta) if sight else meta
    prose = [block.text for block in blocks if len(block.text) >= PROSE]  # menus may be in another font
    check("\n".join(prose or [block.text for block in blocks]))
    title = find_title(meta, blocks)
    return Page(tree, meta, blocks, title, fetched.url or meta.url or None, fetched.fetched_at, sight, flags)
