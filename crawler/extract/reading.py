"""A page taken apart and the stretch of it that is the article's in, the article out, and how it was read."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawler.article import Article, Rejected
from crawler.extract.apart import Page
from crawler.extract.blocks import Block, key
from crawler.extract.body import Body, read_body
from crawler.extract.byline import printed_author, told_author
from crawler.extract.dates import Stamp, read_line
from crawler.extract.lead import Lead, find_lead
from crawler.extract.listing import PROSE
from crawler.extract.published import find_published
from crawler.extract.region import Region
from crawler.extract.signed import FOOT, Signed, sign
from crawler.extract.topics import find_section, find_tags

ABOVE = 3  # blocks before the title in which it is


@dataclass(frozen=True, slots=True)
class Reading:
    """The article, and what each part of it was taken from: numbers are places in `page.blocks`."""

    article: Article
    page: Page
    lead: Lead
    start: int  # the first block that may be the body's
    body: Body
    signed: Signed
    published: Stamp | None


def read_article(page: Page, region: Region) -> Reading:
    """The article in that stretch.  Raises Rejected("no-text")."""
    meta, blocks, title = page.meta, page.blocks, page.title
    first = _first(blocks, region)
    lead = find_lead(meta, blocks, title=title.at, body=first, region=region.start)
    start = page.behind_title if lead.at is None or lead.at > first else lead.at + 1
    known = {key(text) for text in (title.text, lead.text) if text}
    body = read_body(blocks, region, start=start, known=known)
    signed = sign(blocks, body.kept, end=body.end, site=meta.site)
    if not (signed.kept or lead.text):
        raise Rejected("no-text")
    published = _published(page, first)
    article = Article(
        title=title.text,
        lead=lead.text,
        paragraphs=tuple(blocks[at].text for at in signed.kept),
        url=page.url,
        author=_author(page, signed, end=body.end),
        published=published.iso if published else None,
        precision=published.precision if published else None,
        published_from=published.found if published else None,
        section=find_section(meta, blocks, title=title.at),
        tags=find_tags(meta),
        captions=body.captions,
        flags=page.flags,
    )
    return Reading(article, page, lead, start, body, signed, published)


def _first(blocks: Sequence[Block], region: Region) -> int:
    """The first block that is surely the article's text."""
    inside = [at for at in sorted(region.taken) if at >= region.start]
    prose = (at for at in inside if len(blocks[at].text) >= PROSE and not read_line(blocks[at].text))
    return next(prose, inside[0])


def _published(page: Page, first: int) -> Stamp | None:
    return find_published(
        page.meta,
        page.blocks,
        page.tree,
        title=page.title.at,
        body=first + 1,
        url=page.url,
        fetched_at=page.fetched_at,
    )


def _author(page: Page, signed: Signed, *, end: int) -> str | None:
    """As the head tells it, else as the page marks it, else as the text is signed."""
    site = page.meta.site
    near = page.blocks[max(0, page.behind_title - ABOVE) : end + FOOT]
    return told_author(page.meta.authors, site=site) or printed_author(near, site=site) or signed.author
