"""Links and answers of a source in, what is its own out: its hosts, its articles, its pages as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from urllib.parse import urlsplit

from crawler.article import FetchedPage
from crawler.media import media_type
from crawler.source import Source
from crawler.urls import clean_url


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back at last."""

    url: str  # that answered, after any redirects
    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes


def host_of(url: str) -> str:
    """The host name without "www."."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


@cache
def hosts_of(source: Source) -> frozenset[str]:
    return frozenset(host_of(url) for url in (source.home, *starts(source)))


def ports_of(source: Source) -> frozenset[int]:
    """Those that its own addresses name."""
    return frozenset(port for url in (source.home, *starts(source)) if (port := urlsplit(url).port))


def site_url(link: str, source: Source) -> str | None:
    """The address to ask for a page of the source's own hosts, or None when `link` leads elsewhere."""
    try:
        url = clean_url(link)
    except ValueError:
        return None
    return url if host_of(url) in hosts_of(source) else None


def article_url(link: str, source: Source) -> str | None:
    """The address to ask for an article of the source, or None when `link` leads to something else."""
    url = site_url(link, source)
    return url if url and source.article.search(url) else None


def to_page(answer: Answer, url: str, source: Source, *, at: datetime) -> FetchedPage:
    """The answer as it is kept, for the page that was asked for at `url`; what it is, its bytes say first."""
    return FetchedPage(
        url=url,
        source_id=source.id,
        media_type=media_type(answer.body, name=url, told=answer.headers.get("content-type", "")),
        body=answer.body,
        fetched_at=at,
        headers=tuple(answer.headers.items()),
    )


def starts(source: Source) -> tuple[str, ...]:
    """Where a crawl of the source begins: its lists."""
    return (*source.feeds, *source.sitemaps, *(listing.url for listing in source.listings))
