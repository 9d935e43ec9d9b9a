"""A parsed page in, its blocks of visible text out, in order: what a reader sees as lines and paragraphs."""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "em", "font", "i", "img", "ins",
     "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt",
     "u", "var", "wbr")
)  # fmt: skip
UNSEEN = frozenset(
    ("button", "head", "iframe", "noscript", "object", "option", "script", "select", "style", "svg", "template",
     "textarea")
)  # fmt: skip
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BOLD = HEADINGS | {"b", "strong", "th"}
_SPACES = re.compile(r"[ \t\n\r\f]+")  # what HTML collapses; NBSP stays as printed


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of text between two borders of block elements (or line breaks)."""

    text: str
    node: HtmlElement  # the block element that holds it
    linked: float  # share of its letters that stand in links
    bold: float  # share of its letters that are bold or in a heading

    @property
    def is_link(self) -> bool:
        return self.linked > 0.8

    @property
    def is_heading(self) -> bool:
        return any(node.tag in HEADINGS for node in lineage(self.node, 2))


def lineage(node: HtmlElement, steps: int) -> list[HtmlElement]:
    """The node and its ancestors, `steps` of them at the most."""
    line = [node]
    while len(line) < steps and (node := node.getparent()) is not None:
        line.append(node)
    return line


def key(text: str) -> str:
    """Letters and digits alone, small: two printings of one text have one key."""
    return "".join(filter(str.isalnum, text.lower()))


def read_blocks(body: HtmlElement) -> tuple[Block, ...]:
    """Blocks of `body` in document order; empty ones are left out."""
    reader = _Reader()
    for event, node in etree.iterwalk(body, events=("start", "end", "comment", "pi")):
        if event == "start":
            reader.enter(node)
        elif event == "end":
            reader.leave(node)
        reader.tail(node, event)
    reader.flush(body)
    return tuple(reader.blocks)


class _Reader:
    """Text that has not yet come to a border, and how deep in links, bold and unseen elements we are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.unseen = self.links = self.bolds = 0
        self.letters = self.linked = self.bold = 0

    def enter(self, node: HtmlElement) -> None:
        tag = node.tag
        self.unseen += tag in UNSEEN
        self.links += tag == "a" and node.get("href") is not None  # <a name> marks places
        self.bolds += tag in BOLD
        if self.is_border(tag) and (parent := node.getparent()) is not None:
            self.flush(parent)
        self.add(node.text)

    def leave(self, node: HtmlElement) -> None:
        tag = node.tag
        if self.is_border(tag):
            self.flush(node)
        self.unseen -= tag in UNSEEN
        self.links -= tag == "a" and node.get("href") is not None
        self.bolds -= tag in BOLD

    def is_border(self, tag: str) -> bool:
        return tag not in INLINE and tag not in UNSEEN

    def tail(self, node: HtmlElement, event: str) -> None:
        if event != "start":
            self.add(node.tail)

    def add(self, text: str | None) -> None:
        if not text or self.unseen:
            return
        self.parts.append(text)
        count = sum(map(len, text.split()))
        self.letters += count
        self.linked += count if self.links else 0
        self.bold += count if self.bolds else 0

    def flush(self, node: HtmlElement) -> None:
        if not self.parts:
            return
        if text := _SPACES.sub(" ", "".join(self.parts)).strip():
            total = self.letters or 1
            self.blocks.append(Block(text, node, self.linked / total, self.bold / total))
        self.parts.clear()
        self.letters = self.linked = self.bold = 0
