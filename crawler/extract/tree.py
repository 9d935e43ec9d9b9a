"""Text of a page in, its parsed tree out, or the reason why it has none."""

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from crawler.article import Rejected

# lxml.html looks up the class of each element in Python, whenever it is touched: a tenth of all time.
_PLAIN = etree.ElementDefaultClassLookup(element=HtmlElement)
MOST_ELEMENTS = 200_000  # the longest law seen, 965 KB, has 12,000


def read_tree(text: str) -> HtmlElement:
    """Raises lxml.etree.ParserError or ValueError where nothing is in it."""
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True)
    parser.set_element_class_lookup(_PLAIN)
    return document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)


def parse(text: str) -> HtmlElement:
    """The page's tree, which has a body.  Raises Rejected: "no-text", or "too-large"."""
    try:
        tree = read_tree(text)
    except (etree.ParserError, ValueError) as error:  # nothing in it
        raise Rejected("no-text") from error
    if tree.find("body") is None:
        raise Rejected("no-text")
    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        raise Rejected("too-large")
    return tree
