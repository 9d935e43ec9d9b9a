"""Text of a page in, its parsed tree out, or the reason why it has none."""

import re

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from crawler.article import Rejected

# lxml.html looks up the class of each element in Python, whenever it is touched: a tenth of all time.
_PLAIN = etree.ElementDefaultClassLookup(element=HtmlElement)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r"))  # one of them in a text, and trafilatura gives nothing
LONG_TAG = 20_000  # characters; pictures inside an attribute are longer, so attributes are counted then
MOST_ATTRIBUTES = 500  # of one tag; 100,000 keep the parser busy for minutes, as each is compared with all before
_LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)(\s[^<>]{{{LONG_TAG},}})>")
_ATTRIBUTE = re.compile(r"""[^\s"'=<>/]+\s*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s"']*)|(?=\s|$))""")
MOST_ELEMENTS = 200_000  # the longest law seen, 965 KB, has 12,000


def read_tree(text: str) -> HtmlElement:
    """Raises lxml.etree.ParserError or ValueError where nothing is in it."""
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True)
    parser.set_element_class_lookup(_PLAIN)
    return document_fromstring(text.encode("utf-8", errors="replace").translate(None, _CONTROLS), parser=parser)


def parse(text: str) -> HtmlElement:
    """The page's tree, which has a body.  Raises Rejected: "no-text", or "too-large"."""
    try:
        tree = read_tree(_without_crowds(text))
    except (etree.ParserError, ValueError) as error:  # nothing in it
        raise Rejected("no-text") from error
    if tree.find("body") is None:
        raise Rejected("no-text")
    if tree.xpath("count(//*)") > MOST_ELEMENTS:
        raise Rejected("too-large")
    return tree


def _without_crowds(text: str) -> str:
    """The page without the attributes of tags that have too many."""
    return _LONG_TAG.sub(_lighter, text) if max(map(len, text.split("<"))) > LONG_TAG else text


def _lighter(tag: re.Match[str]) -> str:
    """The tag, without its attributes where they are too many."""
    many = sum(1 for _ in _ATTRIBUTE.finditer(tag[2])) > MOST_ATTRIBUTES
    return f"<{tag[1]}>" if many else tag[0]
