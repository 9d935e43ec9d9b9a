"""Text of a page in, its parsed tree out, or the reason why it has none."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.article import Rejected

LONGEST_NODE = 1_000_000  # characters of one text node; the longest of a real page is a script of 360,000
MOST_NODES = 200_000  # elements; the longest law seen, 965 KB, has 12,000


def parse(text: str) -> HtmlElement:
    """The page's tree.  Raises Rejected: "no-text" when nothing is in it, "too-large"."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True, huge_tree=False)
    try:
        tree = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise Rejected("no-text") from error
    if tree.find("body") is None:
        raise Rejected("no-text")
    return tree
