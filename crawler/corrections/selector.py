"""A selector as it is written in, its XPath out; refused where it is wrong."""

import re

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

from crawler.corrections.layout import Selector

CSS = HTMLTranslator()
XPATH = re.compile(r"\s*\(*\s*\.?/")  # how an XPath begins; anything else is CSS
# XPath 1.0, and what it looks for: an unknown function is found out only where it is asked.
FUNCTIONS = frozenset(
    ("and", "boolean", "ceiling", "comment", "concat", "contains", "count", "false", "floor", "id", "lang", "last",
     "local-name", "name", "node", "normalize-space", "not", "number", "or", "position", "round", "starts-with",
     "string", "string-length", "substring", "substring-after", "substring-before", "sum", "text", "translate",
     "true")
)  # fmt: skip
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
CALL = re.compile(r"([A-Za-z][\w-]*)\s*\(")
SAMPLE = etree.HTML("<html><body><p class='a'>a</p></body></html>")


def to_selector(written: str) -> Selector:
    """CSS, or XPath for elements and attributes.  Raises ValueError for what is neither."""
    if not written.strip():
        raise ValueError("is empty; write a selector as h2.sapo, or leave the key out")
    xpath = written.strip() if XPATH.match(written) else _from_css(written)
    bare = QUOTED.sub("", xpath)
    if "$" in bare:
        raise ValueError(f"{written!r} has a variable, and none is set; write its value: //h1[.='Tin']")
    try:
        found = etree.XPath(xpath, smart_strings=False)(SAMPLE)
    except etree.XPathError as error:
        raise ValueError(f"{written!r} is no XPath ({error}); write it as //h2[@class='sapo']") from error
    if strange := set(CALL.findall(bare)) - FUNCTIONS:
        message = f"{written!r} is no XPath 1.0 (it has no {min(strange)}()); use contains() or starts-with()"
        raise ValueError(message)
    if not isinstance(found, list):
        raise ValueError(f"{written!r} finds no elements but a value; write it as //time/@datetime")
    return Selector(written, xpath)


def _from_css(written: str) -> str:
    try:
        return str(CSS.css_to_xpath(written, prefix="descendant-or-self::"))
    except SelectorError as error:
        message = f"{written!r} is no CSS selector ({error}); write it as h2.sapo, or an XPath as //h2"
        raise ValueError(message) from error
