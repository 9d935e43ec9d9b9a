"""What a page says of itself and its blocks in, the section it stands in and its tags out."""

import re
from collections.abc import Iterable, Sequence

from crawler.extract.blocks import Block, key, lineage
from crawler.extract.meta import HOME, Meta

LONGEST = 60  # characters of a section's name or a tag; a description in their place is longer
_CRUMBS = re.compile(r"bread-?crumb|bread_crumb|navigationdetail|cate-?link", re.IGNORECASE)
_SPLIT = re.compile(r"\s*[,;>»›|]\s*")
_NOTHING = frozenset(map(key, ("News", "Tin tức", "Tin tuc", "Tin nóng", "Article", "Bài viết", *HOME)))


def find_section(meta: Meta, blocks: Sequence[Block], *, title: int | None) -> str | None:
    """The outermost section that names something: from JSON-LD, the printed trail, or a meta tag."""
    return next(iter(_named([*meta.crumbs, *_trail(blocks[: (title or 0) + 1]), *meta.sections])), None)


def find_tags(meta: Meta) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_named(meta.tags)))


def _named(texts: Iterable[str]) -> list[str]:
    parts = (part.strip() for text in texts for part in _SPLIT.split(text))
    return [part for part in parts if part and len(part) <= LONGEST and key(part) not in _NOTHING]


def _trail(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.linked > 0.5 and _is_trail(block)]


def _is_trail(block: Block) -> bool:
    around = lineage(block.node, 4)
    return any(name and _CRUMBS.search(name) for node in around for name in (node.get("class"), node.get("id")))
