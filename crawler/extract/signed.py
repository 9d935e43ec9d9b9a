"""Paragraphs of a page in; the same without the lines that sign them, and the author, out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.extract.blocks import Block
from crawler.extract.byline import is_source, signature
from crawler.extract.residue import opens_others

_COMMENTS = re.compile(r"\W*(?:\d+\s+)?(?:bình luận|ý kiến|phản hồi|nhận xét|comments?)\b", re.IGNORECASE)
FOOT = 6  # blocks behind the text in which the author's name is looked for


@dataclass(frozen=True, slots=True)
class Signed:
    """`lines` are the blocks under the text that name author and source, with the rule that took each."""

    kept: tuple[int, ...]
    author: str | None
    lines: Mapping[int, str]


def sign(blocks: Sequence[Block], kept: Sequence[int], *, end: int, site: str) -> Signed:
    """The blocks `kept` without the lines that name author and source at their end, and the author.

    An author that they don't name may stand behind them, in the blocks from `end` on.
    """
    rest = list(kept)
    lines: dict[int, str] = {}
    author = None
    while rest and author is None:
        last = blocks[rest[-1]]
        author = _author(last, site)
        if author is None and not is_source(last.text):
            break
        lines[rest.pop()] = "author-line" if author else "source-line"
    for at in range(end, min(end + FOOT, len(blocks))):
        if opens_others(blocks[at].text) or _COMMENTS.match(blocks[at].text):
            break  # names behind it are those of readers
        if author is None and blocks[at].linked < 0.5 and (author := _author(blocks[at], site)):
            lines[at] = "author-line"
    return Signed(tuple(rest), author, lines)


def _author(block: Block, site: str) -> str | None:
    return signature(block.text, site=site, alone=block.bold > 0.8)
