"""Stored pages, pages read live or files in, by site; the pages to look through out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from config import logs
from config.settings import Settings
from crawler.article import FetchedPage, Rejected
from crawler.corrections.layout import Corrections, host_of
from crawler.corrections.sight import address
from crawler.database import connect
from crawler.diagnosis.each import each
from crawler.extract.decode import decode
from crawler.extract.page import HTML
from crawler.extract.tree import parse
from crawler.files import SOURCE as FILES
from crawler.files import Unreadable, read
from crawler.source import Source
from crawler.store import PageStore
from indexer.catalog import schema

UNKNOWN = "unknown"  # the site of pages that say no address


@dataclass(frozen=True, slots=True)
class Sample:
    """Pages of one site, and what kept more of them from being read."""

    site: str  # a source's id, or a host
    pages: tuple[FetchedPage, ...]
    error: str | None = None


def stored(store: Engine, source_ids: Iterable[str], *, limit: int) -> list[Sample]:
    """The newest pages of each source."""
    kept = PageStore(store)
    return [Sample(one, kept.newest(one, media_types=HTML, limit=limit)) for one in source_ids]


def live(settings: Settings, sources: Sequence[Source], *, limit: int) -> list[Sample]:
    """A list and a few articles of each source, asked for as politely as in any crawl and kept nowhere."""
    from crawler.run import crawl  # noqa: PLC0415 - scrapy is loaded only by the process that crawls

    with TemporaryDirectory(prefix="tracuu-") as folder:
        url = f"sqlite:///{Path(folder) / 'store.sqlite'}"
        engine = connect(url)
        schema.upgrade(engine)
        few = [_few(one) for one in sources]
        lists = max(len(one.feeds) + len(one.sitemaps) + len(one.listings) for one in few)
        tallies = crawl(few, database_url=url, user_agent=settings.user_agent, max_pages=lists + limit)
        samples = stored(engine, [one.id for one in sources], limit=limit)
        engine.dispose()
    return [replace(one, error=tallies[one.site].error) for one in samples]


def saved(
    paths: Iterable[Path], corrections: Corrections, sources: Sequence[Source], *, site: str | None
) -> tuple[list[Sample], int]:
    """Files by the site that each says it is of, or all of the one site; and how many could not be read."""
    pages = []
    unread = 0
    for path in paths:
        for found in read(path):
            if isinstance(found, Unreadable):
                logs.warn(found.detail)
                unread += 1
            elif found.media_type in HTML:
                pages.append(found)
    return by_site(pages, corrections, sources, site=site), unread


def by_site(
    pages: Sequence[FetchedPage], corrections: Corrections, sources: Sequence[Source], *, site: str | None = None
) -> list[Sample]:
    """Pages that came as files, parted by host; each is of the source, or of the correction, that has the host."""
    homes = {host_of(one.home): one.id for one in sources}
    groups: dict[str, list[FetchedPage]] = {}
    for page, url in zip(pages, each(address_of, pages), strict=True):
        known = url if isinstance(url, str) else None
        own = site or _site(known, homes, corrections)
        groups.setdefault(own, []).append(replace(page, source_id=own, url=page.url or known))
    return [Sample(one, tuple(group)) for one, group in sorted(groups.items())]


def address_of(page: FetchedPage) -> str | None:
    """Runs in a child, as everything that parses."""
    if page.url or page.media_type not in HTML:
        return page.url
    try:
        return address(parse(decode(page)))
    except Rejected:
        return None


def _site(url: str | None, homes: Mapping[str, str], corrections: Corrections) -> str:
    host = host_of(url)
    correction = corrections.of(FILES, url)
    return homes.get(host) or (correction.id if correction else host.replace(".", "-")) or UNKNOWN


def _few(source: Source) -> Source:
    """The source with one feed and one list; its sitemaps only where it has neither."""
    listings = tuple(replace(one, pages=1) for one in source.listings[:1])
    sitemaps = () if source.feeds or listings else source.sitemaps[:1]
    return replace(source, feeds=source.feeds[:1], listings=listings, sitemaps=sitemaps)
