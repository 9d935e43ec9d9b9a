"""An HTML page in, its article or official text out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lxml.html import HtmlElement

from crawler.article import Article, FetchedPage, Rejected
from crawler.corrections.layout import NONE, Corrections
from crawler.corrections.sight import Sight, look
from crawler.extract.blocks import Block, key, read_blocks
from crawler.extract.body import read_body
from crawler.extract.byline import is_source, printed_author, signature, told_author
from crawler.extract.dates import read_line
from crawler.extract.decode import decode
from crawler.extract.garble import check
from crawler.extract.lead import find_lead
from crawler.extract.legal import read_legal
from crawler.extract.listing import PROSE, refuse
from crawler.extract.meta import Meta, read_meta
from crawler.extract.published import find_published
from crawler.extract.reader import main_text
from crawler.extract.region import Region, find_region
from crawler.extract.title import Title, find_title
from crawler.extract.topics import find_section, find_tags
from crawler.extract.tree import parse

FOOT = 6  # blocks behind the text in which the author's name is looked for
LITTLE = 0.25  # of the characters of prose behind the title; comments and imprint are part of them
ABOVE = 3  # blocks before the title in which it is


@dataclass(frozen=True, slots=True)
class _Page:
    """A page taken apart."""

    tree: HtmlElement
    meta: Meta
    blocks: tuple[Block, ...]
    title: Title
    url: str | None
    fetched_at: datetime
    sight: Sight | None  # what the corrections of its site say of it

    @property
    def behind_title(self) -> int:
        return 0 if self.title.at is None else self.title.at + 1


def read_page(fetched: FetchedPage, corrections: Corrections = NONE) -> Article:
    """The page's article, with what the corrections of its site say.  Raises Rejected with what it is instead."""
    page = _take_apart(fetched, corrections)
    if page.sight is None:
        return _read(page)
    try:
        return page.sight.correct(_read(page))
    except Rejected:
        if article := page.sight.alone(url=page.url):
            return article
        raise


def _read(page: _Page) -> Article:
    if document := read_legal(page.blocks, title=page.title, url=page.url):
        return document
    weight = refuse(page.meta, page.blocks, title=page.title, url=page.url or "")
    if region := _locate(page, prose=weight.own):
        return _article(page, region)
    page = replace(page, title=Title(page.title.text, None))  # what repeats the title under the text is no heading
    if region := _locate(page, prose=weight.own):
        return _article(page, region)
    raise Rejected("no-text")


def _locate(page: _Page, *, prose: int) -> Region | None:
    """Where the article stands.  A first look that took little of the prose is followed by a thorough one."""
    after = page.behind_title - 1
    region = find_region(page.blocks, main_text(page.tree), after=after)
    if region is None or region.letters < LITTLE * prose:
        second = find_region(page.blocks, main_text(page.tree, thorough=True), after=after)
        region = max((region, second), key=lambda one: one.letters if one else 0)
    return region


def _take_apart(fetched: FetchedPage, corrections: Corrections) -> _Page:
    tree = parse(decode(fetched))
    sight = look(tree, corrections, fetched)
    meta, blocks = read_meta(tree), read_blocks(tree.find("body"))
    meta = sight.tell(meta) if sight else meta
    prose = [block.text for block in blocks if len(block.text) >= PROSE]  # menus may be in another font
    check("\n".join(prose or [block.text for block in blocks]))
    title = find_title(meta, blocks)
    return _Page(tree, meta, blocks, title, fetched.url or meta.url or None, fetched.fetched_at, sight)


def _article(page: _Page, region: Region) -> Article:
    meta, blocks, title = page.meta, page.blocks, page.title
    first = _first(blocks, region)
    lead = find_lead(meta, blocks, title=title.at, body=first, region=region.start)
    start = page.behind_title if lead.at is None or lead.at > first else lead.at + 1
    known = {key(text) for text in (title.text, lead.text) if text}
    body = read_body(blocks, region, start=start, known=known)
    paragraphs, signed = _sign(
        [blocks[at] for at in body.kept], blocks[body.end : body.end + FOOT], site=meta.site
    )
    if not (paragraphs or lead.text):
        raise Rejected("no-text")
    near = blocks[max(0, page.behind_title - ABOVE) : body.end + FOOT]
    published = find_published(meta, blocks, page.tree, title=title.at, body=first + 1, fetched_at=page.fetched_at)
    return Article(
        title=title.text,
        lead=lead.text,
        paragraphs=paragraphs,
        url=page.url,
        author=told_author(meta.authors, site=meta.site) or printed_author(near, site=meta.site) or signed,
        published=published.iso if published else None,
        precision=published.precision if published else None,
        section=find_section(meta, blocks, title=title.at),
        tags=find_tags(meta),
        captions=body.captions,
    )


def _first(blocks: Sequence[Block], region: Region) -> int:
    """The first block that is surely the article's text."""
    inside = [at for at in sorted(region.taken) if at >= region.start]
    prose = (at for at in inside if len(blocks[at].text) >= PROSE and not read_line(blocks[at].text))
    return next(prose, inside[0])


def _sign(kept: Sequence[Block], foot: Sequence[Block], *, site: str) -> tuple[tuple[str, ...], str | None]:
    """The paragraphs without the lines that name author and source at their end, and the author."""
    kept = list(kept)
    author = None
    while kept and author is None:
        last = kept[-1]
        author = signature(last.text, site=site, alone=last.bold > 0.8)
        if author is None and not is_source(last.text):
            break
        kept.pop()
    for block in foot:
        if author is None and block.linked < 0.5:
            author = signature(block.text, site=site, alone=block.bold > 0.8)
    return tuple(block.text for block in kept), author
