"""Files and waiting pages in, a searchable store out: reading, annotating and indexing put together."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine

from config import logs, wiring
from config.progress import progress
from config.settings import Settings
from config.tallies import Ingested, Processed
from crawler.article import FetchedPage
from crawler.database import writing
from crawler.extract.page import VERSION as EXTRACT_VERSION
from crawler.files import Unreadable, identity, read
from crawler.store import PageStore
from indexer import ingest as ingestion
from indexer import sync
from indexer.catalog import corrected, following, outbox, settling, shelf, tying
from indexer.engine import EngineError
from indexer.verdict import Report, Verdict
from nlp.annotate import VERSION as ANNOTATE_VERSION

SAVED_TOGETHER = 500  # files in one transaction
BYTES_TOGETHER = 32 * 1024 * 1024  # likewise, and the most that is held


def process(settings: Settings, store: Engine, *, listener: ingestion.Listener | None = None) -> Processed:
    """Extract and annotate what waits, then let the engine follow.

    An engine that does not answer fails nothing but the index: the outbox keeps what it has to follow.
    """
    started = time.monotonic()
    with wiring.alone(settings, "process"):
        report = _process_pages(settings, store, listener)
        follow_registry(settings, store)
        before = time.perf_counter()
        tying.tie(store)
        report.seconds["tie"] += time.perf_counter() - before
        before = time.perf_counter()
        synced, error = _index(settings, store)
        report.seconds["index"] += time.perf_counter() - before
    return Processed(report, synced.indexed, synced.refused, error, time.monotonic() - started)


def _process_pages(settings: Settings, store: Engine, listener: ingestion.Listener | None) -> Report:
    corrections = wiring.corrections(settings)
    if again := corrected.reopen_corrected(store, corrections):
        logs.say(f"corrections of sites have changed: {again} stored pages are read again")
    waiting = PageStore(store).count_pending(extract_version=EXTRACT_VERSION, annotate_version=ANNOTATE_VERSION)
    if not waiting:
        return Report()
    with wiring.make_executor(settings) as executor, progress("reading", waiting) as advance:

        def hear(verdict: Verdict) -> None:
            advance(1)
            if listener:
                listener(verdict)

        workers = wiring.worker_count(settings)
        by = wiring.make_settling(settings, store)
        return ingestion.process(
            store, executor=executor, workers=workers, by=by, corrections=corrections, listener=hear
        )


def tie_again(settings: Settings, store: Engine) -> int:
    """Let a person's decision on a person, body or event hold, and the engine follow; the number of articles."""
    changed = tying.tie(store)
    _tell_engine(settings, store)
    return changed


def follow_and_index(settings: Settings, store: Engine) -> int:
    """Settle what a change of the registry bears on, and let the engine follow; the number of articles."""
    settled = follow_registry(settings, store)
    tying.tie(store)
    _tell_engine(settings, store)
    return settled


def settle_again(settings: Settings, store: Engine, ids: Sequence[str]) -> int:
    """Settle these articles after a person's decision, and let the engine follow; their number."""
    by = wiring.make_settling(settings, store)
    for start in range(0, len(ids), settling.BATCH):
        with writing(store) as connection:
            settling.settle_again(connection, ids[start : start + settling.BATCH], by=by)
    tying.tie(store)
    _tell_engine(settings, store)
    return len(ids)


def _tell_engine(settings: Settings, store: Engine) -> None:
    _, error = _index(settings, store)
    if error:
        logs.warn(f"{error}; the store has it, and the index follows with `tracuu process`")


def follow_registry(settings: Settings, store: Engine) -> int:
    """Settle again the citations on which what is new in the registry can bear; the number of their articles."""
    by = wiring.make_settling(settings, store)
    with store.connect() as connection:
        waiting = len(following.affected(connection, by.registry))
    with progress("deciding citations", waiting) as advance:
        return following.follow_registry(store, by, advance=advance)


def _index(settings: Settings, store: Engine) -> tuple[sync.Synced, str | None]:
    engine = wiring.make_engine(settings, store)
    try:
        with store.connect() as connection:
            waiting = outbox.lag(connection, engine.name)
        with progress("indexing", waiting) as advance:
            return sync.bring_up(store, engine, progress=advance), None
    except EngineError as error:
        return sync.Synced(0, 0), str(error)
    finally:
        engine.close()


def ingest(
    settings: Settings, store: Engine, paths: Sequence[Path]
) -> tuple[Ingested, Processed, list[Unreadable]]:
    """Files through the whole river; unreadable ones are named and the rest goes on."""
    tally = Ingested()
    unreadable: list[Unreadable] = []
    seen: set[str] = set()
    for batch in _batches(page for path in paths for page in read(path)):
        pages = [(identity(one), one) for one in batch if isinstance(one, FetchedPage)]
        unreadable += [one for one in batch if isinstance(one, Unreadable)]
        changes = Counter(PageStore(store).save_files(pages))
        tally.new += changes["new"]
        tally.changed += changes["changed"]
        tally.unchanged += changes["unchanged"]
        tally.seen += len(batch)
        seen.update(name for name, _ in pages)
    tally.failed.update(one.reason for one in unreadable)

    def hear(verdict: Verdict) -> None:
        if verdict.page.identity in seen and verdict.reason:
            (tally.rejected if verdict.outcome == "rejected" else tally.failed)[verdict.reason] += 1

    processed = process(settings, store, listener=hear)
    with store.connect() as connection:
        tally.articles = shelf.ids_of_identities(connection, sorted(seen))
    return tally, processed, unreadable


def _batches(pages: Iterable[FetchedPage | Unreadable]) -> Iterator[list[FetchedPage | Unreadable]]:
    """Batches of bounded number and size: a scan may have as many bytes as a thousand pages."""
    batch: list[FetchedPage | Unreadable] = []
    size = 0
    for page in pages:
        batch.append(page)
        size += len(page.body) if isinstance(page, FetchedPage) else 0
        if len(batch) == SAVED_TOGETHER or size > BYTES_TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
