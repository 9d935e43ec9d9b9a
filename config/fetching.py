"""Sources in, what a crawl of them fetched out: in this process, or in a child command of it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from config import wiring
from config.settings import Settings
from crawler.database import writing
from crawler.source import Source
from indexer.catalog import runs

Tallies = dict[str, dict[str, Any]]  # by source id; counts by name, "failed" by reason


class NoSuchSource(Exception):
    """No source has this id; the message lists those that there are."""


def choose(sources: Sequence[Source], ids: Sequence[str]) -> tuple[Source, ...]:
    """The named sources; without a name all that are not paused, the sample site apart."""
    known = {one.id: one for one in sources}
    if missing := [id_ for id_ in ids if id_ not in known]:
        raise NoSuchSource(f"there is no source {', '.join(missing)}; there are: {', '.join(sorted(known))}")
    if ids:
        return tuple(known[id_] for id_ in ids)
    return tuple(one for one in sources if not one.paused and one.id != "demo")


def crawl(settings: Settings, store: Engine, sources: Sequence[Source]) -> Tallies:
    """Crawl in this process, with a run row for each source; Scrapy allows it once in the life of a process."""
    from crawler.run import crawl as fetch  # noqa: PLC0415 - scrapy is loaded only by the process that crawls

    with wiring.alone(settings, "crawl"):
        with writing(store) as connection:
            runs.abort_orphans(connection)
            rows = {one.id: runs.start(connection, "crawl", source_id=one.id) for one in sources}
        tallies = fetch(sources, database_url=settings.store_url, user_agent=settings.user_agent)
        found = {id_: tally.as_dict() for id_, tally in tallies.items()}
        with writing(store) as connection:
            for id_, run_id in rows.items():
                runs.finish(connection, run_id, **_closing(found.get(id_)))
    return found


def crawl_in_child(settings: Settings, source_ids: Sequence[str]) -> Tallies:
    """The same as a command of its own, whose messages go on to our stderr.  Raises ChildProcessError."""
    command = [sys.executable, "-m", "config.cli", "--data", str(settings.data), "crawl", *source_ids, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)
    if not done.stdout.strip():
        raise ChildProcessError(f"the crawl ended with code {done.returncode} and no result")
    tallies: Tallies = json.loads(done.stdout)
    return tallies


def _closing(tally: dict[str, Any] | None) -> dict[str, Any]:
    """How a run row ends."""
    if tally is None:
        return {"state": "failed", "counts": {}, "error": "the crawl did not report on this source"}
    counts = {name: value for name, value in tally.items() if isinstance(value, int)}
    counts |= {f"failed: {reason}": n for reason, n in tally.get("failed", {}).items()}
    return {"state": "failed" if tally.get("error") else "done", "counts": counts, "error": tally.get("error")}


def starts(source: Source) -> tuple[str, ...]:
    """Where a crawl of the source begins."""
    return (*source.feeds, *source.sitemaps, *(listing.url for listing in source.listings))
