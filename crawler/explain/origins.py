"""An article as it was read in, where each of its facts was found out."""

from collections.abc import Sequence

from crawler.extract.blocks import Block, key
from crawler.extract.byline import told_author
from crawler.extract.meta import sources
from crawler.extract.reading import Reading

Sources = Sequence[tuple[str, str]]

_TITLES = ("json-ld headline", "meta og:title", "meta twitter:title", "meta headline", "meta title", "title")
_LEADS = ("meta og:description", "meta twitter:description", "meta description", "json-ld description")
_AUTHORS = ("json-ld author", "meta author", "meta article:author", "meta dable:author")
_SECTIONS = ("json-ld breadcrumb", "meta article:section", "meta articlesection", "json-ld articlesection")
_TAGS = ("meta article:tag", "meta news_keywords", "meta keywords")


def find_origins(reading: Reading) -> tuple[tuple[str, str], ...]:
    """Pairs of field and place: "h1", "text", "json-ld author", "meta keywords", "signature" …"""
    told = tuple(sources(reading.page.tree))
    article = reading.article
    found = {
        "title": _printed(reading.page.blocks, reading.page.title.at) or _holding(told, _TITLES, article.title),
        "lead": _printed(reading.page.blocks, reading.lead.at) or _holding(told, _LEADS, article.lead),
        "author": _author(reading, told),
        "published": reading.published.origin if reading.published else None,
        "section": _holding(told, _SECTIONS, article.section) or ("breadcrumb" if article.section else None),
        "tags": _holding(told, _TAGS, article.tags[0]) if article.tags else None,
    }
    return tuple((field, origin) for field, origin in found.items() if origin)


def _printed(blocks: Sequence[Block], at: int | None) -> str | None:
    """The element that holds the block: "h1", "p" …"""
    if at is None:
        return None
    node = blocks[at].node
    around = node.getparent()
    heading = around is not None and around.tag in {"h1", "h2", "h3"}
    return str(around.tag if heading else node.tag)


def _holding(told: Sources, places: Sequence[str], text: str | None) -> str | None:
    """The first of `places` that holds the text."""
    mark = key(text or "")
    return next(
        (one for one in places if mark for place, value in told if place == one and mark in key(value)), None
    )


def _author(reading: Reading, told: Sources) -> str | None:
    author, site = reading.article.author, reading.page.meta.site
    if author is None:
        return None
    for one in _AUTHORS:
        if any(place == one and told_author([value], site=site) == author for place, value in told):
            return one
    return "signature" if author == reading.signed.author else "author line"
