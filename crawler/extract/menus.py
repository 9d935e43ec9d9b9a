"""Blocks of a page in, its menus out: the elements that hold nothing but links."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from crawler.extract.blocks import Block

FEWEST = 5  # links of a menu; 3 and 10 save as much


def find_menus(blocks: Sequence[Block]) -> tuple[HtmlElement, ...]:
    """The largest such elements, in the page's order: menus, boxes of related articles, lists of tags."""
    links: Counter[HtmlElement] = Counter()
    others: Counter[HtmlElement] = Counter()
    for block in blocks:
        (links if block.is_link else others).update(_line(block.node))
    return tuple(node for node, count in links.items() if count >= FEWEST and _is_largest(node, others))


def _line(node: HtmlElement | None) -> Iterator[HtmlElement]:
    while node is not None:
        yield node
        node = node.getparent()


def _is_largest(node: HtmlElement, others: Counter[HtmlElement]) -> bool:
    """Whether nothing but links stands in the element, and something else in the one around it."""
    around = node.getparent()
    return not others[node] and around is not None and bool(others[around])
