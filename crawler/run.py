"""Sources in, their new and changed pages in the store and a tally of each out: one crawl in this process."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess, Crawler

from crawler.database import connect
from crawler.frontier import Frontier
from crawler.resolver import EXEMPT, GuardedResolver
from crawler.site import hosts_of
from crawler.source import Source
from crawler.spider import SourceSpider
from crawler.tally import Tally

Progress = Callable[[str, Tally], object]  # the source's id, and what it has come to so far

# Scrapy's defaults are not meant for sites that nobody trusts.
SETTINGS: dict[str, Any] = {
    "DOWNLOAD_MAXSIZE": 8 * 1024 * 1024,  # also of an unpacked body: a compression bomb stops there
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,
    "DNS_TIMEOUT": 15,
    "TWISTED_DNS_RESOLVER": GuardedResolver,
    "DOWNLOAD_HANDLERS": {"file": None, "data": None, "ftp": None, "s3": None},
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "vi",
    },
    "URLLENGTH_LIMIT": 2083,
    "MEMUSAGE_LIMIT_MB": 1024,
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,  # runs Python sent to it
    "COOKIES_ENABLED": False,
    "HTTPPROXY_ENABLED": False,  # behind a proxy the guard would judge the proxy's address, not the site's
    # These are done, site by site and with the store's knowledge, by crawler.ask and crawler.talk.
    "ROBOTSTXT_OBEY": False,
    "REDIRECT_ENABLED": False,
    "METAREFRESH_ENABLED": False,
    "RETRY_ENABLED": False,
    "STATS_DUMP": False,
    "LOG_INSTALL_ROOT_HANDLER": False,
}


def crawl(
    sources: Iterable[Source],
    *,
    database_url: str,
    user_agent: str,
    max_pages: int | None = None,
    progress: Progress = lambda _id, _tally: None,
) -> dict[str, Tally]:
    """Crawl all `sources` side by side; how each went, by its id.

    The store's tables must be there.  `user_agent` begins with our product token and names a contact;
    `max_pages` takes the place of each source's own budget of requests.  What one source meets does not hurt the
    others: it stands in that source's tally.  SIGTERM and SIGINT end the crawl; the next one goes on from there.
    Can be called once in the life of a process, because Twisted's reactor can't be started twice.
    """
    chosen = tuple(sources)
    tallies = {source.id: Tally() for source in chosen}
    engine = connect(database_url)
    settings = _settings(chosen, user_agent)
    process = _make_process(settings)
    for source in chosen:
        process.crawl(
            Crawler(SourceSpider, {**settings, "DOWNLOAD_VERIFY_CERTIFICATES": source.verify_tls}),
            source=source,
            frontier=Frontier(engine, source.id),
            tally=tallies[source.id],
            most_requests=max_pages or source.max_pages,
            progress=partial(progress, source.id),
        )
    process.start()
    engine.dispose()
    return tallies


def _settings(sources: Iterable[Source], user_agent: str) -> dict[str, Any]:
    private = [host for source in sources if source.allow_private for host in hosts_of(source)]
    return {**SETTINGS, "USER_AGENT": user_agent, EXEMPT: private}


def _make_process(settings: dict[str, Any]) -> AsyncCrawlerProcess:
    """Without Scrapy's tale of versions, settings and stages: what matters of a crawl stands in its tally."""
    before = logging.root.manager.disable
    logging.disable(logging.INFO)
    try:
        return AsyncCrawlerProcess(settings)
    finally:
        logging.disable(before)
        for name in ("scrapy", "twisted", "asyncio"):
            logging.getLogger(name).setLevel(logging.WARNING)
