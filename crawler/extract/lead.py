"""A page's blocks and its description in, the lead (sapo) as printed out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.extract.blocks import Block, key, lineage
from crawler.extract.caption import is_caption
from crawler.extract.lines import is_prose
from crawler.extract.meta import Meta
from crawler.letters import has_accents

ENOUGH = 60  # letters of the description that a block must share; whole leads differ in their source's prefix
SHORTEST = 40  # characters of a lead
REACH = 12  # blocks behind the title in which a lead is looked for: dates, authors and buttons stand between
_SOURCE = re.compile(r"^\s*(?:\([^()]{2,40}\)\s*[-–—:]?|[^-–—.,]{2,60}?\s[-–—])\s+")
_SITE = re.compile(r"\s+[-–—|]\s+[^-–—|]{2,40}$")
_CLASS = re.compile(
    r"sapo|lead|desc|summary|intro|teaser-text|txt-head|head-noidung|chapeau|tomtat|tom-tat", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Lead:
    """`at` is the block that prints it; None where only the head holds it."""

    text: str | None
    at: int | None


def find_lead(meta: Meta, blocks: Sequence[Block], *, title: int | None, body: int, region: int) -> Lead:
    """The lead, which stands between the block `title` and the first that is surely the article's, `body`.

    On 17 of 17 pages with a lead the description equals it, but for a source's prefix.  Without one it is what
    the page sets as a lead, or a paragraph before the article's own element, which begins at `region`.
    """
    first = 0 if title is None else title + 1
    told = [text for text in map(_core, meta.leads) if len(text) >= SHORTEST]
    for text in told:
        mark = key(text)[:ENOUGH]
        for at in range(first, min(len(blocks), body + 3)):
            if mark in key(blocks[at].text) and blocks[at].linked < 0.5:
                return Lead(blocks[at].text, at)
    near = [
        at for at in range(first, min(body, first + REACH)) if _may_be_lead(blocks[at], blocks[first - 1 : first])
    ]
    for at in near:
        if _is_set_as_lead(blocks[at]) or (title is not None and at < region and is_prose(blocks[at].text)):
            return Lead(blocks[at].text, at)
    titles = [key(text) for text in meta.titles]
    for text in told:
        if has_accents(text) and not any(key(text) in one or one in key(text) for one in titles):
            return Lead(text, None)
    return Lead(None, None)


def _core(text: str) -> str:
    """Without the site's name behind it, and without key words or a source that have no accents before it."""
    text = _SITE.sub("", text) if len(text) > 2 * SHORTEST else text
    prefix = _SOURCE.match(text)
    if prefix and (prefix[0].lstrip().startswith("(") or not has_accents(prefix[0])):
        return text[prefix.end() :]
    return text


def _may_be_lead(block: Block, title: Sequence[Block]) -> bool:
    long_enough = len(block.text) >= SHORTEST and block.linked < 0.3
    return long_enough and not is_caption(block) and all(key(block.text) != key(one.text) for one in title)


def _is_set_as_lead(block: Block) -> bool:
    return any(
        node.tag == "h2" or _CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''}")
        for node in lineage(block.node, 2)
    )
