"""Text of a page in, its parsed tree out, or the reason why it has none."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from crawler.article import Rejected

MOST_ELEMENTS = 200_000  # the longest law seen, 965 KB, has 12,000


def parse(text: str) -> HtmlElement:
    """The page's tree, which has a body.  Raises Rejected: "no-text", or "too-large"."""
    parser = HTMLParser(encoding="utf-8", remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, ValueError) as error:  # nothing in it
        raise Rejected("no-text") from error
    if tree.find("body") is None:
        raise Rejected("no-text")
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise Rejected("too-large")
    return tree
