"""The elements that hold a page's text in, its paragraphs out, cleaned as on any page."""

from collections.abc import Iterable, Sequence, Set
from itertools import takewhile

from lxml.html import HtmlElement

from crawler.extract.blocks import Block, key, read_blocks
from crawler.extract.body import read_body
from crawler.extract.byline import is_source, signature
from crawler.extract.region import Region

FRAME = 0.25  # of the letters in an element that stand outside its tables; with fewer the tables hold its text


def read_paragraphs(
    tree: HtmlElement, holders: Sequence[HtmlElement], *, known: Set[str], tables: bool
) -> tuple[str, ...]:
    """Paragraphs inside `holders`, without links to other articles, captions, buttons and the texts `known`."""
    if not holders:
        return ()
    blocks = read_blocks(tree.find("body"))
    return tuple(text for one in holders for text in _read(blocks, one, known=known, tables=tables))


def unsigned(paragraphs: Sequence[str], *, besides: Set[str]) -> tuple[tuple[str, ...], str | None]:
    """The paragraphs without the lines at their end that name author and source, and the author.

    Those whose keys are `besides` stand elsewhere in the article and are left out.
    """
    kept = [one for one in paragraphs if key(one) not in besides]
    author = None
    while len(kept) > 1 and author is None:
        author = signature(kept[-1])
        if author is None and not is_source(kept[-1]):
            break
        kept.pop()
    return tuple(kept), author


def _read(blocks: Sequence[Block], holder: HtmlElement, *, known: Set[str], tables: bool) -> list[str]:
    inside = [at for at, block in enumerate(blocks) if _stands_in(block.node, holder)]
    taken = frozenset(at for at in inside if tables or not _in_table(blocks[at].node, holder))
    if _letters(blocks, taken) < FRAME * _letters(blocks, inside):
        taken = frozenset(inside)  # the tables are there to set the page
    if not taken:
        return []
    letters = _letters(blocks, taken)
    region = Region(holder, inside[0], inside[-1] + 1, taken, letters)
    body = read_body(blocks, region, start=inside[0], known=known)
    return [blocks[at].text for at in body.kept]


def _letters(blocks: Sequence[Block], places: Iterable[int]) -> int:
    return sum(len(blocks[at].text) for at in places)


def _stands_in(node: HtmlElement, holder: HtmlElement) -> bool:
    return node is holder or any(one is holder for one in node.iterancestors())


def _in_table(node: HtmlElement, holder: HtmlElement) -> bool:
    line = (node, *node.iterancestors())
    return any(one.tag == "table" for one in takewhile(lambda one: one is not holder, line))
