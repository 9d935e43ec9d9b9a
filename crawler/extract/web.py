"""An HTML page in, its article or official text out."""

from dataclasses import replace

from crawler.article import Article, FetchedPage, Rejected
from crawler.corrections.layout import NONE, Corrections
from crawler.extract.apart import Page, take_apart
from crawler.extract.legal import read_legal
from crawler.extract.listing import refuse
from crawler.extract.menus import find_menus
from crawler.extract.reader import main_text
from crawler.extract.reading import Reading, read_article
from crawler.extract.region import Region, find_region
from crawler.extract.title import Title

LITTLE = 0.25  # of the characters of prose behind the title; comments and imprint are part of them


def read_page(fetched: FetchedPage, corrections: Corrections = NONE) -> Article:
    """The page's article, with what the corrections of its site say.  Raises Rejected with what it is instead."""
    page = take_apart(fetched, corrections)
    try:
        found = read(page)
    except Rejected:
        if page.sight and (article := page.sight.alone(url=page.url)):
            return article
        raise
    article = found.article if isinstance(found, Reading) else found
    return page.sight.correct(article) if page.sight else article


def read(page: Page) -> Reading | Article:
    """The article with how it was read, or the official text.  Raises Rejected."""
    if document := read_legal(page.blocks, title=page.title, url=page.url):
        return replace(document, flags=page.flags)
    weight = refuse(page.meta, page.blocks, title=page.title, url=page.url or "")
    if region := _locate(page, prose=weight.own):
        return read_article(page, region)
    page = replace(page, title=Title(page.title.text, None))  # what repeats the title under the text is no heading
    if region := _locate(page, prose=weight.own):
        return read_article(page, region)
    raise Rejected("no-text")


def _locate(page: Page, *, prose: int) -> Region | None:
    """Where the article stands.  A first look that took little of the prose is followed by a thorough one."""
    after = page.behind_title - 1
    menus = find_menus(page.blocks)
    region = find_region(page.blocks, main_text(page.tree, without=menus), after=after)
    if region is None or region.letters < LITTLE * prose:
        second = find_region(page.blocks, main_text(page.tree, without=menus, thorough=True), after=after)
        region = max((region, second), key=lambda one: one.letters if one else 0)
    return region
