"""The article's stretch of a page in, its paragraphs and captions out."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from crawler.extract.blocks import Block, key, lineage
from crawler.extract.caption import is_caption
from crawler.extract.dates import read_line
from crawler.extract.lines import is_doubled
from crawler.extract.region import Region
from crawler.extract.residue import is_residue, opens_others

PROSE = 60  # characters from which a block that trafilatura left out counts as prose
DEEP = 4  # elements between a link's title and its box
MOST_BOX = 800  # characters; a title of 150, a lead of 450, a date
TEXT = frozenset({"main-text", "paragraph"})  # rules by which a block is a paragraph
MOST_CAPTIONS = 0.5  # of the text taken; a photo story stands in its captions


@dataclass(frozen=True, slots=True)
class Body:
    """`kept` are the blocks of its paragraphs, `end` is the block behind the last that trafilatura took.

    `rules` tell of each block up to there what it was taken for (a slug of crawler/explain/rules.py).
    """

    kept: tuple[int, ...]
    captions: tuple[str, ...]
    end: int
    rules: Mapping[int, str]


def read_body(blocks: Sequence[Block], region: Region, *, start: int, known: Set[str]) -> Body:
    """Paragraphs and captions from block `start` on, which stands behind the title and the lead.

    `known` are the keys of title and lead, which are not repeated.  Between the first and the last block of the
    region that trafilatura took, everything stays that is no link, box, caption or button; behind the last,
    nothing; before the region, what trafilatura took.
    """
    last = max(at for at in region.taken if at < region.end)
    captions = {
        at for at in range(region.start, min(last + 3, region.end)) if at >= start and is_caption(blocks[at])
    }
    if _length(blocks, captions & region.taken) > MOST_CAPTIONS * _length(blocks, region.taken):
        captions = set()
    texts = [blocks[at].text for at in sorted(captions) if key(blocks[at].text) not in known]
    rules = _Judge(blocks, region, captions, known).judge(range(start, last + 1))
    kept = tuple(at for at, rule in rules.items() if rule in TEXT)
    return Body(kept, tuple(dict.fromkeys(texts)), last + 1, {**dict.fromkeys(captions, "caption"), **rules})


def _length(blocks: Sequence[Block], places: Set[int]) -> int:
    return sum(len(blocks[at].text) for at in places)


@dataclass(slots=True)
class _Judge:
    """Says of each block, in order, what it is; the link and the paragraph before it tell part of it."""

    blocks: Sequence[Block]
    region: Region
    captions: Set[int]
    known: Set[str]
    link: Block | None = None
    before: str = ""

    def judge(self, places: Iterable[int]) -> dict[int, str]:
        return {at: self._rule(at) for at in places}

    def _rule(self, at: int) -> str:
        block = self.blocks[at]
        if opens := _opens_others(block):
            self.link = block
            return opens
        mark = key(block.text)
        if dropped := self._of_itself(at, mark):
            return dropped
        if self.link and _is_teaser(block, self.link, self.region):
            return "teaser"
        rule = self._by_its_place(at)
        self.link = None
        if rule in TEXT:
            self.before = mark
        return rule

    def _of_itself(self, at: int, mark: str) -> str | None:
        text = self.blocks[at].text
        if at in self.captions:
            return "caption"
        if mark in self.known:
            return "known"
        if mark == self.before:
            return "repeated"
        if is_residue(text):
            return "residue"
        return "date-line" if read_line(text) else None

    def _by_its_place(self, at: int) -> str:
        if at in self.region.taken:
            return "main-text"
        inside = at >= self.region.start and not self.link
        return "paragraph" if inside and _belongs(self.blocks[at], self.region) else "not-taken"


def _opens_others(block: Block) -> str | None:
    """Whether other articles begin here, and how that shows."""
    if block.is_link:
        return "link"
    if opens_others(block.text):
        return "box"
    return "doubled" if is_doubled(block.text) else None


def _is_teaser(block: Block, link: Block, region: Region) -> bool:
    """Whether the block shares a small element of their own with the link before it."""
    around = lineage(link.node, DEEP)
    shared = next((node for node in lineage(block.node, DEEP) if node in around), None)
    if shared is None or shared is region.node or shared in region.node.iterancestors():
        return False
    return sum(map(len, shared.itertext())) <= MOST_BOX


def _belongs(block: Block, region: Region) -> bool:
    """Whether a block that trafilatura left out is a heading or a paragraph of the article all the same."""
    if _in_table(block, region):
        return False
    return block.bold > 0.8 or block.is_heading or len(block.text) >= PROSE or block.node.tag == "p"


def _in_table(block: Block, region: Region) -> bool:
    for node in (block.node, *block.node.iterancestors()):
        if node is region.node:
            return False
        if node.tag == "table":
            return True
    return False
