"""The article's stretch of a page in, its paragraphs and captions out."""

from collections.abc import Sequence, Set
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
MOST_CAPTIONS = 0.5  # of the text taken; a photo story stands in its captions


@dataclass(frozen=True, slots=True)
class Body:
    """`kept` are the blocks of its paragraphs, `end` is the block behind the last that trafilatura took."""

    kept: tuple[int, ...]
    captions: tuple[str, ...]
    end: int


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
    kept = _keep(blocks, region, range(start, last + 1), apart=captions, known=known)
    return Body(tuple(kept), tuple(dict.fromkeys(texts)), last + 1)


def _length(blocks: Sequence[Block], places: Set[int]) -> int:
    return sum(len(blocks[at].text) for at in places)


def _keep(
    blocks: Sequence[Block], region: Region, inside: range, *, apart: Set[int], known: Set[str]
) -> list[int]:
    kept: list[int] = []
    link: Block | None = None
    before = ""
    for at in inside:
        block = blocks[at]
        if block.is_link or opens_others(block.text) or is_doubled(block.text):
            link = block
            continue
        mark = key(block.text)
        if at in apart or mark in known or mark == before or is_residue(block.text) or read_line(block.text):
            continue
        if link and _is_teaser(block, link, region):
            continue
        if at in region.taken or (at >= region.start and not link and _belongs(block, region)):
            kept.append(at)
            before = mark
        link = None
    return kept


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
