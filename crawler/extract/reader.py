"""A parsed page in, the text that trafilatura takes for its article out.  The only importer of trafilatura."""

import warnings
from collections.abc import Callable, Collection
from copy import deepcopy
from functools import cache

from lxml import etree
from lxml.html import HtmlElement, tostring

from crawler.article import Rejected
from crawler.extract.blocks import UNSEEN
from crawler.extract.tree import read_tree

# trafilatura spends .1 to .2 ms on each such element; the longest news page has 1,083, the longest law 5,397.
MOST_HEAVY = 40_000
_HEAVY = (
    "count(//body//*[not(self::span or self::font or self::a or self::b or self::i or self::em or self::strong"
    " or self::br or self::td or self::tr or self::script)])"
)


def main_text(tree: HtmlElement, *, without: Collection[HtmlElement] = (), thorough: bool = False) -> str:
    """Article text of the page, lines joined by newlines; empty where trafilatura finds none.

    The elements `without` are left out: menus are a third of its work.

    `thorough` also asks the two older extractors inside trafilatura; it costs half as much again, and of 17 pages
    it helped one, a picture story.  Spans are taken off first: they say nothing of what is text, and 20,000 of
    them in one paragraph cost trafilatura a minute (0.1 s without).  The tree is made anew, because the pieces of
    text that spans leave behind stay apart, which costs as much.  Raises Rejected("too-large").
    """
    if tree.xpath("count(//*)") > MOST_HEAVY and tree.xpath(_HEAVY) > MOST_HEAVY:
        raise Rejected("too-large")
    light = _copy(tree, without=without)
    etree.strip_elements(light, *(UNSEEN - {"head"}), with_tail=False)
    etree.strip_tags(light, "span", "font")
    light = read_tree(tostring(light, encoding="unicode"))
    document = _trafilatura()(
        light, fast=not thorough, with_metadata=False, include_comments=False, include_tables=False
    )
    return getattr(document, "text", None) or ""


def _copy(tree: HtmlElement, *, without: Collection[HtmlElement]) -> HtmlElement:
    made = deepcopy(tree)
    gone = frozenset(without)
    twins = [twin for node, twin in zip(tree.iter(), made.iter(), strict=True) if node in gone] if gone else []
    for twin in twins:
        twin.drop_tree()
    return made


@cache
def _trafilatura() -> Callable[..., object]:
    """Its extractor, imported when the first page comes: that takes half a second."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its downloader, which is never used, misses proxies
        from trafilatura import bare_extraction  # noqa: PLC0415 (see above)
    return bare_extraction
