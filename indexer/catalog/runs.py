"""Who worked on what and when: one row a command and source, one a planned night."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from crawler.database import writing
from indexer.catalog.tables import run

State = Literal["running", "done", "failed", "aborted"]


@dataclass(frozen=True, slots=True)
class Run:
    id: int
    command: str
    source_id: str
    started_at: datetime  # aware, UTC
    ended_at: datetime | None
    state: State
    counts: Mapping[str, int]
    error: str | None
    slot: str | None


def start(connection: Connection, command: str, *, source_id: str = "", slot: str | None = None) -> int:
    """A new running row.  Raises IntegrityError when the slot is taken."""
    row = insert(run).values(
        command=command,
        source_id=source_id,
        slot=slot,
        pid=os.getpid(),
        started_at=datetime.now(UTC),
        state="running",
        counts="{}",
    )
    run_id: int = connection.execute(row.returning(run.c.id)).scalar_one()
    return run_id


def finish(
    connection: Connection, run_id: int, *, state: State, counts: Mapping[str, int], error: str | None = None
) -> None:
    """Close the row.  A planned run that did not end well frees its slot for one that catches up."""
    values = {"state": state, "ended_at": datetime.now(UTC), "counts": json.dumps(dict(counts)), "error": error}
    if state != "done":
        values["slot"] = None
    connection.execute(update(run).where(run.c.id == run_id).values(values))


def claim(engine: Engine, slot: str) -> int | None:
    """Take a planned slot for this process: the run's id, or None where somebody has it or had it."""
    try:
        with writing(engine) as connection:
            return start(connection, "night", slot=slot)
    except IntegrityError:
        return None


def abort_orphans(connection: Connection) -> int:
    """Close the rows of processes that are gone without a word (killed); returns how many."""
    running = connection.execute(select(run.c.id, run.c.pid).where(run.c.state == "running")).all()
    dead = [row.id for row in running if not _lives(row.pid)]
    for run_id in dead:
        finish(connection, run_id, state="aborted", counts={}, error="the process ended without a word")
    return len(dead)


def latest(connection: Connection, *, limit: int = 20) -> tuple[Run, ...]:
    chosen = select(run).order_by(run.c.id.desc()).limit(limit)
    return tuple(_run(row) for row in connection.execute(chosen))


def last_by_source(connection: Connection) -> dict[str, Run]:
    """The newest finished crawl of each source."""
    newest = (
        select(func.max(run.c.id))
        .where(run.c.command == "crawl", run.c.state != "running")
        .group_by(run.c.source_id)
    )
    rows = connection.execute(select(run).where(run.c.id.in_(newest)))
    return {row.source_id: _run(row) for row in rows}


def _run(row: Row[tuple[object, ...]]) -> Run:
    return Run(
        id=row.id,
        command=row.command,
        source_id=row.source_id,
        started_at=row.started_at,
        ended_at=row.ended_at,
        state=row.state,
        counts=json.loads(row.counts),
        error=row.error,
        slot=row.slot,
    )


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
