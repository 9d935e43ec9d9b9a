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
BORDERS, HIDES, LINKS, BOLDENS = 1, 2, 4, 8  # what an element does to the text in it; those not listed are borders
_ROLES = {
    tag: (HIDES if tag in UNSEEN else 0 if tag in INLINE else BORDERS)
    | (LINKS if tag == "a" else BOLDENS if tag in BOLD else 0)
    for tag in INLINE | UNSEEN | BOLD
}
_MARKS = re.compile(r"[\W_]+")
_DATED = re.compile(
    r"[(\[–-]\s*(?:\d\d?:\d\d[\s,]*)?\d\d?[/.-]\d\d?(?:[/.-]\d{2,4})?[\s,\d:]*[)\]]?$"
)  # "… (5/9/2023)"
_SPACES = re.compile(r"[\x00-\x20]{2,}|[\x00-\x1f]")  # what collapses, or nobody means to print; NBSP stays


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of text between two borders of block elements (or line breaks)."""

    text: str
    node: HtmlElement  # the block element that holds it
    linked: float  # share of its letters that stand in links
    bold: float  # share of its letters that are bold or in a heading

    @property
    def is_link(self) -> bool:
        return self.linked > 0.8 or (self.linked > 0.5 and _DATED.search(self.text) is not None)

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
    squeezed = "".join(text.lower().split())
    return squeezed if squeezed.isalnum() else _MARKS.sub("", squeezed)


def read_blocks(body: HtmlElement) -> tuple[Block, ...]:
    """Blocks of `body` in document order; empty ones are left out."""
    reader = _Reader()
    walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            role = _ROLES.get(node.tag, BORDERS)
            if role & HIDES:
                reader.part(node)
                walk.skip_subtree()
            else:
                reader.enter(node, role)
        else:
            reader.leave(node, _ROLES.get(node.tag, BORDERS) if event == "end" else 0)
    reader.flush(body)
    return tuple(reader.blocks)


class _Reader:
    """Text that has not yet come to a border, and how deep in links and bold elements we are."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.links = self.bolds = 0
        self.letters = self.linked = self.bold = 0

    def enter(self, node: HtmlElement, role: int) -> None:
        if role & BORDERS and self.parts and (parent := node.getparent()) is not None:
            self.flush(parent)
        if role & LINKS:
            self.links += node.get("href") is not None  # <a name> marks places
        elif role & BOLDENS:
            self.bolds += 1
        if text := node.text:
            self.add(text)

    def part(self, hidden: HtmlElement) -> None:
        """A drawing or widget between two texts parts them, a simple button does not."""
        if not self.parts:
            return
        for inner in hidden.iterdescendants(etree.Element):
            if _ROLES.get(inner.tag, BORDERS) & BORDERS:
                self.flush(inner.getparent())
                return

    def leave(self, node: HtmlElement, role: int) -> None:
        if role & BORDERS and self.parts:
            self.flush(node)
        if role & LINKS:
            self.links -= node.get("href") is not None
        elif role & BOLDENS:
            self.bolds -= 1
        if text := node.tail:
            self.add(text)

    def add(self, text: str) -> None:
        if text.isspace():
            if self.parts:  # a block is stripped of spaces in front of it
                self.parts.append(text)
            return
        self.parts.append(text)
        count = len("".join(text.split()))
        self.letters += count
        self.linked += count if self.links else 0
        self.bold += count if self.bolds else 0

    def flush(self, node: HtmlElement) -> None:
        if text := _SPACES.sub(" ", "".join(self.parts)).strip():
            total = self.letters or 1
            self.blocks.append(Block(text, node, self.linked / total, self.bold / total))
        self.parts.clear()
        self.letters = self.linked = self.bold = 0
