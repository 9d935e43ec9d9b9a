"""The outbox in, an engine that has followed it out; and a new index from the whole store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Engine

from crawler.database import writing
from indexer.catalog import outbox, shelf
from indexer.catalog.records import to_record
from indexer.engine import Change, Delete, EngineError, Refusal, SearchEngine

BATCH = 500  # changes; one commit of tantivy and one bulk request of Elasticsearch


@dataclass(frozen=True, slots=True)
class Synced:
    indexed: int
    refused: int


Progress = Callable[[int], None]


def bring_up(store: Engine, engine: SearchEngine, *, progress: Progress | None = None) -> Synced:
    """Let the engine hold what the store holds: by the outbox, or anew where its index can't be used."""
    if engine.check():
        return rebuild(store, engine, progress=progress)
    return follow(store, engine, progress=progress)


def follow(store: Engine, engine: SearchEngine, *, progress: Progress | None = None) -> Synced:
    """Give the engine every change after its checkpoint; raises EngineError, with all that was done kept.

    The checkpoint moves only after the engine has made a batch durable, and writing is idempotent by id and
    version: a crash between repeats a batch that replaces itself.
    """
    indexed = refused = 0
    while True:
        with store.connect() as connection:
            seen = outbox.reached(connection, engine.name)
            entries = outbox.after(connection, seen, limit=BATCH)
        if not entries:
            return Synced(indexed, refused)
        refusals = engine.write(_changes(store, entries))
        with writing(store) as connection:
            tried = [entry.article_id for entry in entries]
            outbox.note_refusals(connection, engine.name, tried=tried, refused=refusals)
            outbox.reach(connection, engine.name, entries[-1].seq)
        indexed += len(entries) - len(refusals)
        refused += len(refusals)
        if progress:
            progress(len(entries))


def rebuild(store: Engine, engine: SearchEngine, *, progress: Progress | None = None) -> Synced:
    """A new index from the store, that answers only once it is whole; the old one answers until then.

    Raises EngineError when the new index does not hold what the store holds; then the old one stays.
    """
    refusals: list[Refusal] = []
    written = 0
    with engine.rebuild() as generation:
        with store.connect() as connection:
            end = outbox.last_seq(connection)
            for stored in shelf.read_all(connection, batch=BATCH):
                refusals += generation.write([to_record(one) for one in stored])
                written += len(stored)
                if progress:
                    progress(len(stored))
        _compare(engine, expected=written - len(refusals), found=generation.count())
        generation.publish()
    with writing(store) as connection:
        everything = [entry.article_id for entry in outbox.after(connection, 0, limit=end)]
        for start in range(0, len(everything), BATCH):
            outbox.note_refusals(connection, engine.name, tried=everything[start : start + BATCH], refused=())
        outbox.note_refusals(connection, engine.name, tried=[], refused=refusals)
        outbox.reach(connection, engine.name, end)
    return Synced(written - len(refusals), len(refusals))


def _compare(engine: SearchEngine, *, expected: int, found: int) -> None:
    if found != expected:
        raise EngineError(
            f"{engine.name}: the new index holds {found} articles where the store has {expected}; "
            "the old index stays in use. Run: tracuu rebuild --index"
        )


def _changes(store: Engine, entries: Sequence[outbox.Entry]) -> list[Change]:
    """What the engine must do for these entries, as the store is now."""
    with store.connect() as connection:
        there = shelf.read(connection, [entry.article_id for entry in entries if not entry.deleted])
    return [
        Delete(entry.article_id, entry.seq)
        if entry.deleted or entry.article_id not in there
        else to_record(there[entry.article_id])
        for entry in entries
    ]
