"""A store and an engine in, every difference between them out, and mended where asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Engine, text

from crawler.database import writing
from indexer.catalog import outbox, shelf
from indexer.engine import Delete, Refusal, SearchEngine
from indexer.sync import follow

BATCH = 500  # ids in one statement or one write


@dataclass(frozen=True, slots=True)
class Audit:
    """Ids of articles that the index lacks, has in an old version, or has though the store does not."""

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    surplus: tuple[str, ...]
    waiting: int  # articles that the engine has not followed yet; they are no difference
    refused: tuple[Refusal, ...]
    damage: tuple[str, ...]  # what the database says of its own integrity

    @property
    def is_clean(self) -> bool:
        return not (self.missing or self.stale or self.surplus or self.refused or self.damage)


def audit(store: Engine, engine: SearchEngine) -> Audit:
    """Compare every id and version, and let the database check itself.  Raises EngineError."""
    indexed = dict(engine.versions())
    with store.connect() as connection:
        stored = shelf.versions(connection)
        seen = outbox.reached(connection, engine.name)
        refused = outbox.refusals(connection, engine.name)
        damage = _damage(store)
    due = {id_: version for id_, version in stored.items() if version <= seen}
    known = due.keys() - {one.id for one in refused}
    return Audit(
        missing=tuple(sorted(known - indexed.keys())),
        stale=tuple(sorted(id_ for id_ in known & indexed.keys() if indexed[id_] != stored[id_])),
        surplus=tuple(sorted(indexed.keys() - stored.keys())),
        waiting=len(stored) - len(due),
        refused=refused,
        damage=damage,
    )


def repair(store: Engine, engine: SearchEngine, found: Audit) -> None:
    """Put what differs into the outbox again, take out what is too much, and let the engine follow."""
    with writing(store) as connection:
        again = found.missing + found.stale + tuple(one.id for one in found.refused)
        for start in range(0, len(again), BATCH):
            outbox.put(connection, again[start : start + BATCH])
        last = outbox.last_seq(connection)
    _take_out(engine, found.surplus, version=last)
    follow(store, engine)


def _take_out(engine: SearchEngine, ids: Sequence[str], *, version: int) -> None:
    for start in range(0, len(ids), BATCH):
        engine.write([Delete(id_, version) for id_ in ids[start : start + BATCH]])


def _damage(store: Engine) -> tuple[str, ...]:
    if store.dialect.name != "sqlite":
        return ()
    with store.connect() as connection:
        said = connection.scalars(text("PRAGMA integrity_check")).all()
    return () if list(said) == ["ok"] else tuple(said)
