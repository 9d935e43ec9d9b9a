"""A fetched page in, its articles out: the one door of extraction.  Pure: no network, no clock, no store."""

from dataclasses import replace

from crawler.article import READY_ARTICLE, Article, FetchedPage, Rejected
from crawler.corrections.layout import NONE, Corrections
from crawler.extract.paper import read_file
from crawler.extract.plain import read_text
from crawler.extract.ready import read_ready
from crawler.extract.remark import remark
from crawler.extract.saved import unwrap
from crawler.extract.web import read_page
from crawler.media import MHTML, PAPERS, of_page

VERSION = 3  # raised with every change of what comes out; stored pages are then read again
HTML = frozenset({"text/html", "application/xhtml+xml"})


def extract(page: FetchedPage, corrections: Corrections = NONE) -> tuple[Article, ...]:
    """The page's articles, one or more, read with the corrections of its site, their language told.

    Raises Rejected: "unsupported-type", "too-large", "garbled", "no-text", "error-page", "listing-page",
    "not-json", or what a document file lacks: "damaged", "encrypted", "needs-tesseract" … (crawler/papers).
    """
    return tuple(map(remark, _read(settle(page), corrections)))


def _read(page: FetchedPage, corrections: Corrections) -> tuple[Article, ...]:
    if page.media_type == READY_ARTICLE:
        return (read_ready(page),)
    if page.media_type in HTML:
        return (read_page(page, corrections),)
    if page.media_type == "text/plain":
        return read_text(page)
    if page.media_type in PAPERS:
        return read_file(page)
    raise Rejected("unsupported-type")


def settle(page: FetchedPage) -> FetchedPage:
    """The page as what its bytes say it is; one that a browser saved is taken out of its wrapping."""
    page = replace(page, media_type=of_page(page))
    return unwrap(page) if page.media_type == MHTML else page
