"""What a page says of its title and its blocks in, the printed title out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.extract.blocks import Block, key, lineage
from crawler.extract.lines import is_prose
from crawler.extract.meta import Meta

SHORTEST = 3  # words: "Bệnh viện công" is a title, "Kinh tế" the name of a section
LONGEST = 300  # characters
MOST = 0.6  # of the head's title that a block must print which is no heading
SURE = 6  # words that no block shares by chance with the beginning of the head's title
OVERLAP = 0.5  # share of words by which a heading words the head's title otherwise
SHORT = 5  # words of a title that may be the name of a kind of page: "Chi tiết tin"
_SITE = re.compile(r"(?:cổng|trang)\s+(?:thông\s+)?tin\b|trang\s+chủ\b|website\b", re.IGNORECASE)
ABOVE = 6  # blocks above the first paragraph in which the title stands
_CLASS = re.compile(r"(?:^|[\s_-])(?:title|tieu-?de|tit|headline)(?:$|[\s_-])", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|»·–—-]\s+|\s*::\s*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Title:
    """`at` is the block that prints it; None where no block does."""

    text: str | None
    at: int | None


def find_title(meta: Meta, blocks: Sequence[Block]) -> Title:
    """The heading that says what the head says, without what sites add to it there.

    A lone h1 is believed even when the head words its title otherwise: several papers put a variant for search
    engines there.  Without a heading: a block that prints the title, then the head's own without the site's name.
    """
    candidates = [at for at, block in enumerate(blocks) if _may_be_title(block)]
    headings = [at for at in candidates if _rank(blocks[at])]
    told = [mark for mark in map(key, meta.titles) if mark]
    best = max(headings, key=lambda at: (_cover(blocks[at], told), -_rank(blocks[at]), -at), default=None)
    if best is not None and _cover(blocks[best], told):
        return Title(blocks[best].text, best)
    if (at := _worded_otherwise(meta, blocks, headings)) is not None:
        return Title(blocks[at].text, at)
    for at in candidates:
        if blocks[at].linked < 0.5 and any(_is_most(blocks[at].text, mark) for mark in told):
            return Title(blocks[at].text, at)
    if (at := _above_text(meta, blocks, candidates)) is not None:
        return Title(blocks[at].text, at)
    return Title(_without_site(meta), None)


def _may_be_title(block: Block) -> bool:
    return len(block.text) <= LONGEST and len(_WORD.findall(block.text)) >= SHORTEST


def _rank(block: Block) -> int:
    """1 to 3 for a heading of the first three ranks, 0 for another block."""
    tags = {node.tag for node in (block.node, block.node.getparent()) if node is not None}
    return next((rank for rank in (1, 2, 3) if f"h{rank}" in tags), 0)


def _cover(block: Block, told: Iterable[str]) -> int:
    """Letters that the block shares with one of the titles told, if one is a part of the other."""
    mark = key(block.text)
    return max(
        (min(len(mark), len(one)) for one in told if mark in one or (one in mark and 2 * len(one) > len(mark))),
        default=0,
    )


def _is_most(text: str, told: str) -> bool:
    """Whether a block that is no heading prints the title told, which may go on with the site's name."""
    mark = key(text)
    long_enough = len(mark) >= MOST * len(told) or len(text.split()) >= SURE
    return told.startswith(mark) and long_enough


def _worded_otherwise(meta: Meta, blocks: Sequence[Block], headings: Sequence[int]) -> int | None:
    firsts = [at for at in headings if _rank(blocks[at]) == 1 and not blocks[at].is_link]
    if len(firsts) == 1:
        return firsts[0]
    words = set(_WORD.findall(" ".join(meta.titles).lower()))
    for at in firsts:
        own = set(_WORD.findall(blocks[at].text.lower()))
        if len(own & words) > OVERLAP * len(own):
            return at
    return None


def _above_text(meta: Meta, blocks: Sequence[Block], candidates: Sequence[int]) -> int | None:
    """What is set as a title above the first paragraph, where the head names the site, or says "Chi tiết tin"."""
    if meta.titles and not _is_bare(meta):
        return None
    first = next((at for at, block in enumerate(blocks) if block.linked < 0.3 and is_prose(block.text)), 0)
    for at in reversed(candidates):
        if first - ABOVE <= at < first and not blocks[at].is_link and _is_set_as_title(blocks[at]):
            return at
    return None


def _is_bare(meta: Meta) -> bool:
    names = {key(name) for name in (meta.site, *meta.leads)}
    title = meta.titles[0]
    return len(_WORD.findall(title)) < SHORT or key(title) in names or _SITE.match(title) is not None


def _is_set_as_title(block: Block) -> bool:
    marked = any(
        _CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in lineage(block.node, 2)
    )
    return len(_WORD.findall(block.text)) >= SHORT - 1 and (marked or _rank(block) > 0)


def _without_site(meta: Meta) -> str | None:
    """The head's title up to the first part that names the site or a section: "… - Xã hội - Báo Xa"."""
    if not meta.titles:
        return None
    parts = _PARTS.split(meta.titles[0])
    names = {key(name) for name in (meta.site, *meta.sections, *(_PARTS.split(meta.titles[-1])[1:]))}
    for count in range(1, len(parts)):
        if key(parts[count]) in names:
            return meta.titles[0][: meta.titles[0].index(parts[count])].rstrip(" |»·–—-:")
    return meta.titles[0]
