"""A source's feeds, sitemaps and listings in, its articles queued in the store out."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from crawler.frontier import Target
from crawler.links import Child, Links, ListRole, find_links
from crawler.site import Answer, article_url, site_url, to_page
from crawler.source import Listing, Source
from crawler.talk import Stop, Talk

MOST_SITEMAPS = 20  # asked of one index in one run; the others have their turn in later ones


class ListReader:
    """Reads every list of a source once."""

    def __init__(self, source: Source, talk: Talk, progress: Callable[[], object]) -> None:
        self._source, self._talk, self._progress = source, talk, progress
        self.matched = 0  # links to articles, known or not

    async def read(self) -> None:
        """Raises Stop."""
        for url in self._source.feeds:
            await self._read(await self._open(url, "feed"))
        for url in self._source.sitemaps:
            await self._read_sitemap(url)
        for listing in self._source.listings:
            await self._read_listing(listing)

    async def _read_listing(self, listing: Listing) -> None:
        """Page after page, until one fails or holds no article.

        That all its articles are known is no reason to end: an earlier run may have been killed after it.
        """
        found = await self._read(await self._open(listing.url, "listing"))
        for number in range(2, listing.pages + 1):
            if listing.next_page is None or found is None or not found.pages:
                return
            found = await self._read(await self._open(listing.next_page.replace("{page}", str(number)), "listing"))

    async def _read_sitemap(self, url: str) -> None:
        """The sitemap, and those that it is an index of, each once: what changed last comes first."""
        waiting, seen, asked = [Child(url, None)], set[str](), 0
        while waiting and asked < MOST_SITEMAPS:
            child = waiting.pop(0)
            if child.url in seen or not site_url(child.url, self._source):
                continue
            seen.add(child.url)
            target = await self._open(child.url, "sitemap")
            if child.changed_at and target.fetched_at and child.changed_at < target.fetched_at:
                continue
            asked += 1
            if found := await self._read(target):
                waiting += sorted(
                    found.sitemaps, key=lambda child: child.changed_at or self._talk.now(), reverse=True
                )

    async def _open(self, url: str, role: ListRole) -> Target:
        return await asyncio.to_thread(self._talk.frontier.open, url, role, now=self._talk.now())

    async def _read(self, target: Target) -> Links | None:
        """What a list links to, its articles alone; None when it did not answer."""
        talk = self._talk
        if target.not_before and target.not_before > talk.now():
            raise Stop(f"the server asked to be left alone until {target.not_before:%Y-%m-%d %H:%M} UTC")
        answer = await talk.ask(target)
        found = None if answer is None else await asyncio.to_thread(self._save, target, answer)
        self._progress()
        return found

    def _save(self, target: Target, answer: Answer) -> Links:
        """Works in a thread: reading a long list and writing to the store both take their time."""
        frontier, now = self._talk.frontier, self._talk.now()
        fetched = to_page(answer, target.url, self._source, at=now)
        # A list that has not changed is read again from the store: the pattern of articles may be another by now.
        stored = frontier.stored(target) if answer.status == 304 else None
        body = stored.body if stored else fetched.body
        found = find_links(target.role, body, answer.url)
        articles = tuple(url for link in found.pages if (url := article_url(link, self._source)))
        if answer.status == 304:
            saved = frontier.unchanged(target, now=now, links=articles)
        else:
            saved = frontier.save(target, fetched, links=articles)
        self.matched += len(articles)
        self._talk.tally.lists += 1
        self._talk.tally.links += saved.new_links
        return replace(found, pages=articles)
