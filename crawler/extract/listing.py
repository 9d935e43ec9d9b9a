"""A page's head and blocks in; Rejected for what is no article: lists, home pages, pages that say "not found"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.article import Rejected
from crawler.extract.blocks import Block
from crawler.extract.dates import read_date
from crawler.extract.meta import Meta
from crawler.extract.title import Title

# Measured on 17 articles and 12 lists: an article has 522 to 19,758 characters of prose behind its title and at
# most as much that introduces others; a list 0 to 879 and, but where it is links alone, several times as much.
ENOUGH_PROSE = 1_500  # characters that make an article even where no title is printed
SOME_PROSE = 200  # the least that makes one under a printed title, where many links follow
MANY_LINKS = 10
PROSE = 60  # characters of the shortest block that counts as prose
LINK_TITLE = 20  # characters of the shortest link that may be the title of another article
SHORT_PAGE = 300  # characters of prose; an error page says little
_IMPRINT = re.compile(
    r"giấy phép|bản quyền|copyright|©|tổng biên tập|địa chỉ:|điện thoại:|email:|ghi rõ nguồn", re.IGNORECASE
)
_ERROR = re.compile(
    r"(?:trang|bài viết|nội dung|đường dẫn|liên kết)\b.{0,40}\bkhông (?:tồn tại|tìm thấy|còn|hợp lệ)"
    r"|(?:trang|bài viết|nội dung)\b.{0,40}\bđã bị (?:xóa|xoá|gỡ)|(?:page|article) not found|access denied"
    r"|không tìm thấy (?:trang|nội dung|bài viết|đường dẫn)|\b(?:lỗi|error)\s*(?:404|50\d|403)\b"
    r"|^\W*(?:404|403|50\d)\b|truy cập bị từ chối",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Weight:
    """What stands behind the title: characters of prose, the part of it that introduces other articles, links."""

    own: int
    teasers: int
    links: int


def refuse(meta: Meta, blocks: Sequence[Block], *, title: Title, url: str) -> Weight:
    """What the page weighs.  Raises Rejected ("no-text", "error-page", "listing-page") if it holds no article."""
    if not blocks:
        raise Rejected("no-text")
    weight = _weigh(blocks[title.at or 0 :])
    if weight.own < SHORT_PAGE and _says_error(meta, blocks):
        raise Rejected("error-page", (f"{weight.own} characters of prose", "says that it is none"))
    if _is_home(url) or (not _is_told(meta) and _is_list(meta, title, weight)):
        raise Rejected("listing-page", _signs(meta, title, weight, url=url))
    return weight


def _signs(meta: Meta, title: Title, weight: Weight, *, url: str) -> tuple[str, ...]:
    """What tells a list, for those who ask why."""
    signs = {
        "the address of a home page": _is_home(url),
        "calls itself a list": meta.is_site,
        "prints no title": title.at is None,
        "no time of publication": not _is_told(meta),
        f"{weight.links} titles of other articles": True,
        f"{weight.own} characters of prose of its own": True,
        f"{weight.teasers} characters that introduce others": True,
    }
    return tuple(sign for sign, holds in signs.items() if holds)


def _weigh(blocks: Sequence[Block]) -> Weight:
    letters: Counter[str] = Counter()
    links = 0
    for block, role in zip(blocks, roles(blocks), strict=True):
        letters[role] += len(block.text)
        links += role == "link"
    return Weight(letters["prose"], letters["teaser"], links)


def roles(blocks: Iterable[Block]) -> Iterator[str]:
    """What each block is on a page that may be a list.

    "link" (the title of another article), "teaser" (prose that follows one), "prose" or "rest".
    """
    after_link = False
    for block in blocks:
        if block.is_link and len(block.text) >= LINK_TITLE:
            after_link = True
            yield "link"
        elif len(block.text) < PROSE:
            yield "rest"
        else:
            is_prose = block.linked < 0.3 and not _IMPRINT.search(block.text)
            yield ("teaser" if after_link else "prose") if is_prose else "rest"
            after_link = False


def _is_told(meta: Meta) -> bool:
    """Whether the page gives a time of publication or calls itself an article: no list of the 12 does."""
    return meta.is_article or any(read_date(raw) for raw in meta.published)


def _is_list(meta: Meta, title: Title, weight: Weight) -> bool:
    if title.at is None or meta.is_site:
        return weight.own < ENOUGH_PROSE or weight.own < 3 * weight.teasers
    return (weight.own < SOME_PROSE and weight.links >= MANY_LINKS) or 2 * weight.own < weight.teasers


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.netloc) and not parts.query and _HOME_PATH.fullmatch(parts.path) is not None


def _says_error(meta: Meta, blocks: Sequence[Block]) -> bool:
    headings = [block.text for block in blocks if block.is_heading or block.bold > 0.8][:20]
    if any(_ERROR.search(text) for text in (*meta.titles, *headings)):
        return True
    return sum(len(block.text) for block in blocks if not block.is_link) < SHORT_PAGE and any(
        _ERROR.search(block.text) for block in blocks
    )


_HOME_PATH = re.compile(r"/?(?:(?:index|default|home|trang-chu)(?:\.\w+)?)?/?", re.IGNORECASE)
