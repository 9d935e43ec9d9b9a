"""A line or block in, whether it describes a picture out."""

import re

from lxml.html import HtmlElement

from crawler.extract.blocks import Block, lineage

LONGEST = 400  # characters; captions of photo stories run to three sentences
_CREDIT = re.compile(
    r"(?:[(_]\s*|[.!?…\"”)]\s*|\s[-–—|/]\s*|^)(?:ảnh|nguồn ảnh|đồ họa|đồ hoạ|clip|video)\s*"
    r"(?:minh họa|minh hoạ|tư liệu|chụp màn hình|cắt từ clip)?\s*[:/–-]\s*[^.:!?]{2,40}\.?\s*\)?\s*\.?$",
    re.IGNORECASE,
)
_CLASS = re.compile(
    r"caption|chu-?thich|(?:^|[\s_-])(?:image|legend|p?photo|img)(?:[\s_-]*(?:desc|note|title|text|box))?(?:$|[\s_-])",
    re.IGNORECASE,
)


def is_credited(text: str) -> bool:
    """Whether the text ends in a picture's credit: "… tại Hội nghị (Ảnh: Hải An).", "… Ảnh: TTXVN"."""
    return len(text) <= LONGEST and _CREDIT.search(text) is not None


def is_caption(block: Block) -> bool:
    """Whether the page sets the block as a caption, or it ends in a picture's credit."""
    if len(block.text) > LONGEST:
        return False
    return any(_is_marked(node) for node in lineage(block.node, 3)) or is_credited(block.text)


def _is_marked(node: HtmlElement) -> bool:
    if node.tag in {"figcaption", "caption"}:
        return True
    return node.tag not in {"body", "article", "section"} and _CLASS.search(node.get("class") or "") is not None
