"""A page whose time of publication is not known to the minute in, what may tell it out."""

import re
from collections.abc import Iterator
from datetime import timedelta

from lxml.html import HtmlElement

from crawler.diagnosis.hint import Candidate, near
from crawler.diagnosis.naming import LASTING
from crawler.diagnosis.sheet import Sheet
from crawler.extract.dates import Stamp, is_recent, read_date, read_line

NEAR = 12  # blocks around the title
SAME = timedelta(hours=36)  # what is printed may differ from a day that is known by so much
MOMENT = re.compile(r"\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*\d{1,2}:\d{2}")


def moments(sheet: Sheet) -> Iterator[Candidate]:
    """Date lines with a time, and attributes that hold one; a day that is known rules out all others."""
    for at, block in enumerate(sheet.blocks):
        stamp = read_line(block.text)
        if stamp and _fits(sheet, stamp):
            weight = 2.0 * near(at, (sheet.title,), NEAR) + 1.0 - 1.5 * block.is_link
            yield Candidate(block.node, stamp.iso, weight)
    yield from _told(sheet)


def _told(sheet: Sheet) -> Iterator[Candidate]:
    for node in sheet.tree.iter("meta", "time", "span", "div", "p"):
        for name, value in node.attrib.items():
            stamp = read_date(value) if len(value) < 60 and MOMENT.search(value) else None
            if stamp and _fits(sheet, stamp) and (selectors := tuple(_by_attribute(node, name))):
                yield Candidate(node, stamp.iso, 1.5, selectors)


def _fits(sheet: Sheet, stamp: Stamp) -> bool:
    if stamp.precision != "minute" or not is_recent(stamp, sheet.page.fetched_at):
        return False
    known = read_date(sheet.article.published) if sheet.article else None
    return known is None or abs(known.moment - stamp.moment) <= SAME


def _by_attribute(node: HtmlElement, name: str) -> Iterator[str]:
    """XPaths of an attribute: by what a meta tag calls itself, by id or by class."""
    for own in ("name", "property", "itemprop", "http-equiv", "id"):
        if (value := node.get(own)) and "'" not in value and (node.tag == "meta" or LASTING.fullmatch(value)):
            yield f"//{node.tag}[@{own}='{value}']/@{name}"
    for one in (node.get("class") or "").split():
        if LASTING.fullmatch(one):
            yield f"//{node.tag}[contains(@class, '{one}')]/@{name}"
