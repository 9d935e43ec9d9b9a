"""One source in, its new and changed pages in the store: first its lists, then every article that is due."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from crawler.ask import Asker
from crawler.frontier import Frontier, Target
from crawler.intake import Change
from crawler.lists import ListReader
from crawler.site import Answer, article_url, starts, to_page
from crawler.source import Source
from crawler.talk import Stop, Talk
from crawler.tally import Tally
from crawler.urls import canonical_url, clean_url

BATCH = 50  # due articles taken from the store at a time


class Visit:
    """One crawl of one source; `tally` counts while it goes on."""

    def __init__(
        self,
        source: Source,
        *,
        frontier: Frontier,
        asker: Asker,
        tally: Tally,
        most_requests: int,
        now: Callable[[], datetime],
        progress: Callable[[Tally], object],
    ) -> None:
        self.tally = tally
        self._source, self._frontier, self._now = source, frontier, now
        self._progress = partial(progress, self.tally)
        self._talk = Talk(asker, frontier, self.tally, most_requests=most_requests, now=now)

    async def run(self) -> None:
        """What keeps it from being crawled to its end stands in the tally; the store's faults are raised."""
        clock = time.monotonic()
        try:
            await self._read_lists()
            await self._read_articles()
        except Stop as stop:
            self.tally.error = stop.error
        finally:
            self.tally.seconds = time.monotonic() - clock

    async def _read_lists(self) -> None:
        reader = ListReader(self._source, self._talk, self._progress)
        await reader.read()
        if not self.tally.lists:
            self.tally.error = f"no list answered: {', '.join(self._reasons())}"
        elif not reader.matched:
            lists = f"{self.tally.lists} lists"
            self.tally.error = f"no link in {lists} is an article; is the pattern `article` still right?"

    def _reasons(self) -> list[str]:
        if not starts(self._source):
            return ["the source names none"]
        aside = {"offsite": self.tally.offsite, "robots": self.tally.refused}
        return [*self.tally.failed, *(reason for reason, count in aside.items() if count)]

    async def _read_articles(self) -> None:
        started = self._now()
        young_since = started - timedelta(days=self._source.recheck_days)
        while targets := await asyncio.to_thread(
            self._frontier.due, now=self._now(), started=started, young_since=young_since, limit=BATCH
        ):
            for target in targets:
                if target.identity not in self._talk.reached and (answer := await self._talk.ask(target)):
                    await asyncio.to_thread(self._settle, target, answer)
                self._progress()

    def _settle(self, target: Target, answer: Answer) -> None:
        """Works in a thread: the store takes its time."""
        if canonical_url(answer.url) != target.identity:
            self._settle_moved(target, answer)
            return
        if answer.status == 304:
            self._frontier.unchanged(target, now=self._now())
            self.tally.unchanged += 1
            return
        here = replace(target, url=clean_url(answer.url))  # http may have become https
        fetched = to_page(answer, here.url, self._source, at=self._now())
        self._count(answer, self._frontier.save(here, fetched).change)

    def _settle_moved(self, target: Target, answer: Answer) -> None:
        url = article_url(answer.url, self._source)
        if url is None:  # a removed article often leads to the home page or to its section
            self._frontier.gone(target, "redirected-away", now=self._now())
            self.tally.gone += 1
            return
        self.tally.moved += 1
        fetched = to_page(answer, url, self._source, at=self._now()) if answer.status == 200 else None
        change = self._frontier.moved(target, url, fetched, now=self._now())
        if change:
            self._count(answer, change)

    def _count(self, answer: Answer, change: Change) -> None:
        self.tally.fetched += 1
        self.tally.body_bytes += len(answer.body)
        self.tally.new += change == "new"
        self.tally.changed += change == "changed"
        self.tally.unchanged += change == "unchanged"
