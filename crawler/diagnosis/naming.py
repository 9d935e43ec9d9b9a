"""An element of a page in, selectors under which it is the first found out, the most telling first."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.corrections.find import find
from crawler.corrections.selector import to_selector

MOST = 5  # selectors of one element
ABOVE = 3  # ancestors by whose names an element without one is known
LASTING = re.compile(r"[A-Za-z_][A-Za-z_-]*[A-Za-z_]\d?")  # a name with more digits is of this page alone
TELLING = ("itemprop", "data-role", "rel", "role")  # attributes that say what an element is
ALIGNED = re.compile(r"text-align:\s?right")


def names(tree: HtmlElement, node: HtmlElement) -> tuple[str, ...]:
    """CSS selectors, those by a name of the element itself before those by its place."""
    found: list[str] = []
    for one in _forms(node):
        if len(found) < MOST and one not in found and _is_first(tree, one, node):
            found.append(one)
    return tuple(found)


def _forms(node: HtmlElement) -> Iterator[str]:
    yield from _own(node)
    yield from _placed(node)


def _own(node: HtmlElement) -> Iterator[str]:
    """Selectors by what the element says of itself."""
    classes = [one for one in (node.get("class") or "").split() if LASTING.fullmatch(one)]
    for one in classes:
        yield f"{node.tag}.{one}"
    if len(classes) > 1:
        yield f"{node.tag}.{'.'.join(classes)}"
    if (name := node.get("id")) and LASTING.fullmatch(name):
        yield f"#{name}"
    for attribute in TELLING:
        if (value := node.get(attribute)) and LASTING.fullmatch(value):
            yield f"{node.tag}[{attribute}='{value}']"
    if aligned := ALIGNED.search(node.get("style") or ""):
        yield f"{node.tag}[style*='{aligned[0]}']"
    if (node.get("align") or "").lower() == "right":
        yield f"{node.tag}[align='right']"


def _placed(node: HtmlElement) -> Iterator[str]:
    """Selectors by the place of the element in one that has a name."""
    path = _step(node)
    parent = node.getparent()
    for _ in range(ABOVE):
        if parent is None or parent.tag in {"body", "html"}:
            return
        for name in _own(parent):
            for own in (*_own(node), node.tag):
                yield f"{name} {own}"
            yield f"{name} > {path}"
        path = f"{_step(parent)} > {path}"
        parent = parent.getparent()


def _step(node: HtmlElement) -> str:
    """The element among its like in its parent: the first, the last, or the only one."""
    before, behind = node.xpath(f"count(preceding-sibling::{node.tag})"), node.getnext()
    if before == 0:
        return f"{node.tag}:first-of-type"
    last = behind is None or node.xpath(f"count(following-sibling::{node.tag})") == 0
    return f"{node.tag}:last-of-type" if last else f"{node.tag}:nth-of-type({int(before) + 1})"


def _is_first(tree: HtmlElement, written: str, node: HtmlElement) -> bool:
    return next(iter(find(tree, to_selector(written))), None) is node
