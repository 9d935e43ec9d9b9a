"""A page's head and blocks in; Rejected for what is no article: lists, home pages, error pages, login walls."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.article import Rejected
from crawler.extract.blocks import Block
from crawler.extract.dates import read_date
from crawler.extract.meta import OF_PAGE, Meta
from crawler.extract.notice import SHORT_PAGE, TEASER, asks_login, cuts_short, is_wall, says_error
from crawler.extract.title import Title

# Measured on 17 articles and 12 lists: an article has 522 to 19,758 characters of prose behind its title and at
# most as much that introduces others; a list 0 to 879 and, but where it is links alone, several times as much.
ENOUGH_PROSE = 1_500  # characters that make an article even where no title is printed
SOME_PROSE = 200  # the least that makes one under a printed title, where many links follow
MANY_LINKS = 10
PROSE = 60  # characters of the shortest block that counts as prose
LINK_TITLE = 20  # characters of the shortest link that may be the title of another article
LONGEST_IMPRINT = 600  # characters; a longer block is a paragraph about a licence or an address
_IMPRINT = re.compile(
    r"giấy phép|bản quyền|copyright|©|tổng biên tập|địa chỉ:|điện thoại:|email:|ghi rõ nguồn", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weight:
    """What stands behind the title: characters of prose, the part of it that introduces other articles, links."""

    own: int
    teasers: int
    links: int


def refuse(meta: Meta, blocks: Sequence[Block], *, title: Title, url: str) -> Weight:
    """What the page weighs.

    Raises Rejected ("no-text", "error-page", "login-wall", "listing-page") if it holds no article.
    """
    if not blocks:
        raise Rejected("no-text")
    behind = blocks[title.at or 0 :]
    weight = _weigh(behind)
    _heed(meta, blocks, behind, own=weight.own)
    if _is_home(url) or (not _is_told(meta) and _is_list(meta, title, weight)):
        raise Rejected("listing-page", _signs(meta, title, weight, url=url))
    return weight


def _heed(meta: Meta, blocks: Sequence[Block], behind: Sequence[Block], *, own: int) -> None:
    """Refuse a page whose few words say that there is no article, or that it is not for all."""
    said = f"{own} characters of prose"
    if own < SHORT_PAGE and says_error(meta.titles, blocks, told=_is_told(meta)):
        raise Rejected("error-page", (said, "says that it is none"))
    if own < SHORT_PAGE and asks_login(meta.titles, blocks):
        raise Rejected("login-wall", (said, "asks to log in"))
    prose = [at for at, role in enumerate(roles(behind)) if role == "prose" and not is_wall(behind[at].text)]
    if sum(len(behind[at].text) for at in prose) < TEASER and cuts_short(behind, prose=prose):
        raise Rejected("login-wall", (said, "keeps the rest for those who log in"))


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
            is_prose = block.linked < 0.3 and not _is_imprint(block.text)
            yield ("teaser" if after_link else "prose") if is_prose else "rest"
            after_link = False


def _is_imprint(text: str) -> bool:
    return len(text) <= LONGEST_IMPRINT and _IMPRINT.search(text) is not None


def _is_told(meta: Meta) -> bool:
    """Whether the page gives a time of publication or calls itself an article: no list of the 12 does."""
    dates = zip(meta.published, meta.published_from, strict=True)
    return meta.is_article or any(read_date(raw) for raw, origin in dates if origin != OF_PAGE)


def _is_list(meta: Meta, title: Title, weight: Weight) -> bool:
    if title.at is None or meta.is_site:
        if not weight.links and not weight.teasers:
            return weight.own < SOME_PROSE
        return weight.own < ENOUGH_PROSE or weight.own < 3 * weight.teasers
    return (weight.own < SOME_PROSE and weight.links >= MANY_LINKS) or 2 * weight.own < weight.teasers


def _is_home(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.netloc) and not parts.query and _HOME_PATH.fullmatch(parts.path) is not None


_HOME_PATH = re.compile(r"/?(?:(?:index|default|home|trang-chu)(?:\.\w+)?)?/?", re.IGNORECASE)
