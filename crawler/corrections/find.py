"""A selector and a parsed page in, what it finds there out: elements, or the text of elements and attributes."""

from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from typing import Any, TypeAlias, cast

from lxml import etree
from lxml.html import HtmlElement

from crawler.corrections.layout import Selector
from crawler.extract.blocks import read_blocks
from crawler.letters import nfc

Found: TypeAlias = "HtmlElement | str"


def find(tree: HtmlElement, selector: Selector | None) -> tuple[Found, ...]:
    """Elements and values of attributes in the page's order; none where there is no selector.

    None, too, where it can't be asked: wrong arguments, as of `substring(.)`, show only where an element is found.
    """
    if selector is None:
        return ()
    try:
        found = cast("list[Any]", _compiled(selector.xpath)(tree))  # nothing else is let in at load
    except etree.XPathError:
        return ()
    return tuple(one for one in found if isinstance(one, str) or isinstance(one.tag, str))


def elements(tree: HtmlElement, selector: Selector | None) -> tuple[HtmlElement, ...]:
    """Only elements, and none that stands inside another of them."""
    found = [one for one in find(tree, selector) if not isinstance(one, str)]
    inner = {node for one in found for node in one.iterdescendants()}
    return tuple(one for one in found if one not in inner)


def text(found: Found) -> str:
    """Visible text on one line, NFC."""
    if isinstance(found, str):
        return nfc(" ".join(found.split()))
    alone = deepcopy(found)
    alone.tail = None  # what stands behind an element is not its text
    return " ".join(block.text for block in read_blocks(alone))


def texts(found: Iterable[Found]) -> tuple[str, ...]:
    """Each text once, empty ones left out."""
    return tuple(dict.fromkeys(one for one in map(text, found) if one))


@cache
def _compiled(xpath: str) -> etree.XPath:
    return etree.XPath(xpath, smart_strings=False)
