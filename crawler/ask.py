"""An address of one source in, the answer out: past guard, robots.txt and a pause, redirects followed."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Container, Mapping
from dataclasses import replace
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from crawler.guard import USUAL_PORTS, refusal
from crawler.robots import MOST_BYTES, Robots, RobotsUnreachable, read_robots
from crawler.site import Answer, host_of, hosts_of, ports_of
from crawler.source import Source
from crawler.urls import canonical_url

MOST_REDIRECTS = 5
LONGEST_PAUSE_S = 60.0  # after one slow answer
Permit = Callable[[str], Awaitable[None]]
REDIRECTS = frozenset({301, 302, 303, 307, 308})


class NoAnswer(Exception):
    """Nothing usable came.  `reason` is a slug: "timeout", "unknown-host", "robots", "offsite" …"""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Download(Protocol):
    """One request, redirects not followed.  Raises NoAnswer."""

    def __call__(self, url: str, headers: Mapping[str, str], *, cut_at: int | None = None) -> Awaitable[Answer]:
        """`cut_at`: so many bytes of the body are enough."""


class Asker:
    """Asks one source, one request at a time.

    Between two requests it waits for the source's delay, the host's Crawl-delay, or as long as the last answer
    took, whichever is longest: a server that is slow is asked more slowly.
    """

    def __init__(self, source: Source, download: Download, *, agent: str) -> None:
        """`agent` is our product token, which robots.txt knows us by."""
        self._source, self._download, self._agent = source, download, agent
        self._hosts, self._ports = hosts_of(source), _ports(source)
        self._robots: dict[str, Robots] = {}  # by scheme, host and port
        self._delay_s = source.delay_s
        self._ended, self._took = float("-inf"), 0.0  # the last request, on the monotonic clock

    async def ask(self, url: str, headers: Mapping[str, str], *, known: Container[str] = ()) -> Answer:
        """The answer at the end of at most MOST_REDIRECTS redirects, every step of them permitted.

        A redirect to a page whose canonical URL is `known` is not followed: it is the answer, with the page's
        address.  Raises NoAnswer, and RobotsUnreachable when the host can't say what it allows.
        """
        answer = await self._follow(url, headers, self._permit, known=known)
        if answer is None:
            raise NoAnswer("redirect-loop")
        return answer

    async def _follow(
        self,
        url: str,
        headers: Mapping[str, str],
        permit: Permit,
        *,
        known: Container[str] = (),
        cut_at: int | None = None,
    ) -> Answer | None:
        for _ in range(MOST_REDIRECTS + 1):
            await permit(url)
            answer = await self._request(url, headers, cut_at=cut_at)
            target = answer.headers.get("location")
            if answer.status not in REDIRECTS or not target:
                return answer
            url = _join(answer.url, target)
            if known and _name(url) in known:
                return replace(answer, url=url)
        return None

    async def _permit(self, url: str) -> None:
        await self._guard(url)
        if host_of(url) not in self._hosts:
            raise NoAnswer("offsite")
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = await self._read_robots(f"{origin}/robots.txt")
        if not self._robots[origin].allows(url):
            raise NoAnswer("robots")

    async def _guard(self, url: str) -> None:
        if reason := refusal(url, ports=self._ports, allow_private=self._source.allow_private):
            raise NoAnswer(reason)

    async def _read_robots(self, url: str) -> Robots:
        try:
            answer = await self._follow(url, {}, self._guard, cut_at=MOST_BYTES + 1)
        except NoAnswer as error:
            raise RobotsUnreachable(error.reason) from error
        # After too many redirects the file counts as missing (RFC 9309, 2.3.1.2).
        status, body = (answer.status, answer.body) if answer else (404, b"")
        robots = read_robots(status, body, agent=self._agent)
        self._delay_s = max(self._delay_s, robots.delay_s)
        return robots

    async def _request(self, url: str, headers: Mapping[str, str], *, cut_at: int | None) -> Answer:
        pause = max(self._delay_s, min(self._took, LONGEST_PAUSE_S))
        await asyncio.sleep(max(0.0, self._ended + pause - time.monotonic()))
        started = time.monotonic()
        try:
            return await self._download(url, headers, cut_at=cut_at)
        finally:
            self._ended = time.monotonic()
            self._took = self._ended - started


def _name(url: str) -> str | None:
    try:
        return canonical_url(url)
    except ValueError:  # the guard says what is wrong with it
        return None


def _ports(source: Source) -> frozenset[int]:
    """A private host may run anything else on its other ports."""
    own = ports_of(source)
    return own if own and source.allow_private else own | USUAL_PORTS


def _join(base: str, target: str) -> str:
    try:
        return urljoin(base, target)
    except ValueError as error:
        raise NoAnswer("bad-url") from error
