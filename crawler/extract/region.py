"""Blocks of a page and the text that trafilatura took in, the stretch of blocks that is the article's out.

trafilatura finds where the article stands, but loses headings and leads and keeps links to other articles.  The
page's own tree says what stands between the blocks that it took.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.extract.blocks import Block, key

SURE = 15  # letters and digits of a block that can't be in trafilatura's text by chance
SHARE = 0.8  # of the text taken that the article's element must hold; .7 and .9 give the same 17 elements


@dataclass(frozen=True, slots=True)
class Region:
    """`start` to `end` are the blocks inside the smallest element that holds the article's text."""

    node: HtmlElement
    start: int
    end: int
    taken: frozenset[int]  # blocks that trafilatura took, inside or not
    letters: int  # and how many letters and digits they have


def find_region(blocks: Sequence[Block], text: str, *, after: int) -> Region | None:
    """None if trafilatura took nothing that stands after the block `after`, the title's."""
    whole = key(text)
    keys = {at: key(block.text) for at, block in enumerate(blocks) if at > after and not block.is_link}
    taken = {at: len(mark) for at, mark in keys.items() if len(mark) >= SURE and mark in whole}
    if not taken:
        return None
    node = _smallest(blocks, taken)
    start, end = _stretch(blocks, node, next(at for at in taken if _holds(node, blocks[at].node)))
    return Region(node, start, end, frozenset(taken), sum(taken.values()))


def _stretch(blocks: Sequence[Block], node: HtmlElement, inside: int) -> tuple[int, int]:
    """The blocks that the element holds, `inside` among them: they follow each other, as in the page."""
    start, end = inside, inside + 1
    while start and _holds(node, blocks[start - 1].node):
        start -= 1
    while end < len(blocks) and _holds(node, blocks[end].node):
        end += 1
    return start, end


def _smallest(blocks: Sequence[Block], taken: dict[int, int]) -> HtmlElement:
    weights: Counter[HtmlElement] = Counter()
    for at, weight in taken.items():
        weights[blocks[at].node] += weight
        for ancestor in blocks[at].node.iterancestors():
            weights[ancestor] += weight
    enough = SHARE * sum(taken.values())
    held = [node for node, weight in weights.items() if weight >= enough]
    node = max(held, key=lambda one: sum(1 for _ in one.iterancestors()))
    if node.tag in _PARAGRAPHS and (parent := node.getparent()) is not None:
        return (
            parent  # the paragraphs of a text broken by <br> alone stand in one <p>; its end may stand beside it
        )
    return node


def _holds(node: HtmlElement, inner: HtmlElement) -> bool:
    return inner is node or any(ancestor is node for ancestor in inner.iterancestors())


_PARAGRAPHS = frozenset({"p", "span", "td", "li"})
