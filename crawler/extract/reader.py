"""A parsed page in, the text that trafilatura takes for its article out.  The only importer of trafilatura."""

from copy import deepcopy

from lxml import etree
from lxml.html import HtmlElement

from crawler.extract.blocks import UNSEEN


def main_text(tree: HtmlElement, *, thorough: bool = False) -> str:
    """Article text of the page, lines joined by newlines; empty where trafilatura finds none.

    `thorough` also asks the two older extractors inside trafilatura; it costs half as much again, and of 17 pages
    it helped one, a picture story.  Spans are taken off first: they say nothing of what is text, and 20,000 of
    them in one paragraph cost trafilatura a minute (0.1 s without).
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 (takes half a second, and only pages need it)

    light = deepcopy(tree)
    etree.strip_elements(light, *(UNSEEN - {"head"}), with_tail=False)
    etree.strip_tags(light, "span", "font")
    document = bare_extraction(
        light, fast=not thorough, with_metadata=False, include_comments=False, include_tables=False
    )
    return getattr(document, "text", None) or ""
