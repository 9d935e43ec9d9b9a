"""A page to ask in, a usable answer out; everything else is counted and noted against the page."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from crawler.ask import REDIRECTS, Asker, NoAnswer
from crawler.frontier import Frontier, Target
from crawler.pauses import asked_to_wait, next_try
from crawler.robots import RobotsUnreachable
from crawler.site import Answer
from crawler.tally import Tally
from crawler.urls import canonical_url

MOST_TRIES = 5  # one a night: the page was failing for most of a week
MOST_MISSES = 5  # failures of the server in a row, after which it is left alone until the next run
REFUSED_PAUSE = timedelta(days=7)  # what robots.txt forbids may be allowed then; looking costs no request
FINAL = frozenset(
    {"offsite", "private-address", "bad-scheme", "bad-url", "credentials-in-url", "unusual-port", "too-large"}
)
WAIT = "nothing may be asked until it answers"
MENDS = {
    "tls": "its certificate can't be verified; verify_tls: false in the source's file lets it pass",
    "private-address": "allow_private: true in the source's file lets it pass",
    "unknown-host": "check its address, and this machine's network",
}


class Stop(Exception):
    """The source is not asked any further in this run.  `error` says why, None that its budget is spent."""

    def __init__(self, error: str | None) -> None:
        super().__init__(error or "the budget of requests is spent")
        self.error = error


class Talk:
    """The conversation with one source: its budget, its failures in a row, its tally."""

    def __init__(
        self, asker: Asker, frontier: Frontier, tally: Tally, *, most_requests: int, now: Callable[[], datetime]
    ) -> None:
        self.frontier, self.tally, self.now = frontier, tally, now
        self._asker, self._left, self._misses = asker, most_requests, 0
        self.reached: set[str] = set()  # canonical URLs whose bodies came in this run

    async def ask(self, target: Target) -> Answer | None:
        """An answer of 200, of 304 to what is stored, or of 3xx for an article that moved to a reached page.

        Otherwise None.  Raises Stop.
        """
        if self._left <= 0:
            raise Stop(None)
        self._left -= 1
        try:
            known = self.reached if target.role == "article" else ()
            answer = await self._asker.ask(target.url, _conditions(target), known=known)
        except RobotsUnreachable as error:
            raise Stop(f"robots.txt: {error.reason}; {MENDS.get(error.reason, WAIT)}") from error
        except NoAnswer as error:
            await self._without_answer(target, error.reason)
            return None
        if not self._is_usable(target, answer):
            await self._bad_answer(target, answer)
            return None
        self._misses = 0
        if answer.status == 200:
            self.reached.add(canonical_url(answer.url))
        return answer

    def _is_usable(self, target: Target, answer: Answer) -> bool:
        if answer.status in REDIRECTS:
            return canonical_url(answer.url) in self.reached - {target.identity}
        return answer.status == 200 or (answer.status == 304 and target.version_id is not None)

    async def _bad_answer(self, target: Target, answer: Answer) -> None:
        reason = f"http-{answer.status}"
        if until := asked_to_wait(answer.status, answer.headers, now=self.now()):
            self.tally.failed[reason] += 1
            await asyncio.to_thread(self.frontier.hold, until)
            raise Stop(f"{reason}: the server asks to be left alone until {until:%Y-%m-%d %H:%M} UTC")
        if answer.status in {404, 410} and target.role == "article":
            self.tally.gone += 1
            self._misses = 0
            await asyncio.to_thread(self.frontier.gone, target, reason, now=self.now())
            return
        await self._failed(target, reason, by_server=answer.status >= 500)

    async def _without_answer(self, target: Target, reason: str) -> None:
        if reason == "robots":
            self.tally.refused += 1
            not_before = self.now() + REFUSED_PAUSE
            await asyncio.to_thread(self.frontier.postpone, target, reason, not_before=not_before)
            return
        await self._failed(target, reason, by_server=reason not in FINAL)

    async def _failed(self, target: Target, reason: str, *, by_server: bool) -> None:
        if reason == "offsite":
            self.tally.offsite += 1
        else:
            self.tally.failed[reason] += 1
        given_up = target.role != "article" or reason in FINAL or target.tries + 1 >= MOST_TRIES
        not_before = None if given_up else next_try(target.tries, now=self.now())
        await asyncio.to_thread(self.frontier.failed, target, reason, not_before=not_before)
        self._misses = self._misses + 1 if by_server else 0
        if self._misses >= MOST_MISSES:
            raise Stop(f"the server failed {MOST_MISSES} times in a row, at last with {reason}")


def _conditions(target: Target) -> dict[str, str]:
    """Headers that let the server say "not modified"."""
    if target.version_id is None:
        return {}
    headers = {"if-none-match": target.etag, "if-modified-since": target.last_modified}
    return {name: value for name, value in headers.items() if value}
