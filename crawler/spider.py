"""A `Source` in, Scrapy's downloader at work for it: the one spider of all sources."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider, signals
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    StopDownload,
)

from crawler.ask import Asker, NoAnswer
from crawler.database import StoreError
from crawler.frontier import Frontier
from crawler.media import PAPER_BYTES, media_type, most_bytes
from crawler.resolver import GuardedResolver
from crawler.site import Answer
from crawler.source import Source
from crawler.talk import Stop
from crawler.tally import Tally
from crawler.visit import Visit

log = logging.getLogger(__name__)

DEADLINE_S = 6 * 3600.0  # for one source; a Crawl-delay of a minute would otherwise take days over 2,000 pages
CUT_AT = "tracuu_cut_at"  # in a request's meta: so many bytes of the body are enough
REASONS: tuple[tuple[type[Exception], str], ...] = (
    (DownloadTimeoutError, "timeout"),
    (CannotResolveHostError, "unknown-host"),
    (DownloadConnectionRefusedError, "connection-refused"),
    (DownloadCancelledError, "too-large"),  # more than DOWNLOAD_MAXSIZE, as it comes
    (IgnoreRequest, "too-large"),  # more than DOWNLOAD_MAXSIZE, unpacked
    (ResponseDataLossError, "truncated"),
    (DownloadFailedError, "connection-lost"),
)


class SourceSpider(Spider):
    """Crawls one source.

    The requests are made one after another, not scheduled: what is still to do stands in the store, where a
    crash can't reach it, and one host is asked one thing at a time anyway.
    """

    name = "source"

    def __init__(
        self,
        source: Source,
        *,
        frontier: Frontier,
        tally: Tally,
        most_requests: int,
        progress: Callable[[Tally], object],
    ) -> None:
        super().__init__(name=source.id)
        self._source, self._frontier, self.tally = source, frontier, tally
        self._most_requests, self._progress = most_requests, progress
        self._closed: str | None = None

    @classmethod
    def from_crawler(cls, crawler: Any, *args: Any, **kwargs: Any) -> Self:
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(_cut, signals.bytes_received)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """The whole crawl; it gives Scrapy nothing to do."""
        try:
            async with asyncio.timeout(DEADLINE_S):
                await self._visit()
        except asyncio.CancelledError:
            self.tally.error = "stopped by a signal; the next crawl goes on from here"
            raise
        except TimeoutError:
            self.tally.error = f"not done after {DEADLINE_S / 3600:.0f} hours; the next crawl goes on from here"
        except StoreError as error:
            self.tally.error = str(error)
        except Exception as error:  # one source must not take the others down with it
            log.exception("the crawl of %s broke off", self._source.id)
            self.tally.error = f"{type(error).__name__}: {error}"
        return
        yield

    def closed(self, reason: str) -> None:
        """Scrapy's word that the spider is shut, for instance because of "memusage_exceeded"."""
        self._closed = reason

    async def _visit(self) -> None:
        agent = self.settings["USER_AGENT"].partition("/")[0]
        await Visit(
            self._source,
            frontier=self._frontier,
            asker=Asker(self._source, self.download, agent=agent),
            tally=self.tally,
            most_requests=self._most_requests,
            now=lambda: datetime.now(UTC),
            progress=self._progress,
        ).run()

    async def download(self, url: str, headers: Mapping[str, str], *, cut_at: int | None = None) -> Answer:
        """One request through Scrapy.  Raises NoAnswer."""
        if self._closed:
            raise Stop(f"Scrapy closed the crawl: {self._closed}")
        request = Request(url, headers=dict(headers), meta=_limits(url, cut_at))
        try:
            response = await self.crawler.engine.download_async(request)
        except tuple(kind for kind, _ in REASONS) as error:
            raise NoAnswer(_reason(error, url)) from error
        except Exception as error:  # what Twisted raises for odd networks has no common class
            log.warning("%s: %s: %s", url, type(error).__name__, error)
            raise NoAnswer("download-failed") from error
        return Answer(
            url=url,
            status=response.status,
            headers={str(name).lower(): value for name, value in response.headers.to_unicode_dict().items()},
            body=response.body,
        )


def _limits(url: str, cut_at: int | None) -> dict[str, int]:
    """A body that is cut anyway may say that it is longer than others may be; what is named a document may be."""
    if cut_at:
        return {CUT_AT: cut_at, "download_maxsize": PAPER_BYTES}
    return {"download_maxsize": most_bytes(media_type(b"", name=url))}


def _cut(data: bytes, request: Request, **_: object) -> None:
    """Scrapy's signal for each piece of a body."""
    if CUT_AT in request.meta:
        request.meta[CUT_AT] -= len(data)
        if request.meta[CUT_AT] <= 0:
            raise StopDownload(fail=False)


def _reason(error: Exception, url: str) -> str:
    if isinstance(error, CannotResolveHostError) and urlsplit(url).hostname in GuardedResolver.refused:
        return "private-address"
    if isinstance(error, DownloadFailedError) and "SSL" in str(error):
        return "tls"
    return next(reason for kind, reason in REASONS if isinstance(error, kind))
