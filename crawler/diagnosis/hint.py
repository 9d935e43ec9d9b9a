"""What may be the missing piece of one page: its text, and selectors under which it is found there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.diagnosis.naming import names
from crawler.extract.blocks import Block, lineage

MOST = 6  # hints for one piece of one page; the weightier come first


@dataclass(frozen=True, slots=True)
class Hint:
    """`piece` is a key of a layout: "lead", "author" … `weight` compares hints for the same piece."""

    piece: str
    value: str
    selectors: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An element that may be it, before anybody asked for its names."""

    node: HtmlElement
    value: str
    weight: float
    selectors: tuple[str, ...] = ()  # where an attribute tells the value, which names of elements don't reach


def to_hints(piece: str, tree: HtmlElement, candidates: Iterable[Candidate]) -> tuple[Hint, ...]:
    """The weightiest, with their names; those without a lasting name say nothing of other pages."""
    best = sorted(candidates, key=lambda one: -one.weight)[:MOST]
    hints = [Hint(piece, one.value, one.selectors or names(tree, one.node), one.weight) for one in best]
    return tuple(one for one in hints if one.selectors)


def marks(block: Block, steps: int = 3) -> str:
    """Classes, ids and the like of a block's element and of those around it."""
    nodes = lineage(block.node, steps)
    return " ".join(
        value for node in nodes for name in ("class", "id", "itemprop", "data-role") if (value := node.get(name))
    )


def near(at: int, places: Sequence[int | None], reach: int) -> bool:
    return any(place is not None and abs(at - place) <= reach for place in places)
