"""A database URL in, an engine out: safe against kill -9, and plain about what is wrong with the store."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Dialect, Engine, MetaData, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError
from sqlalchemy.types import TypeDecorator

metadata = MetaData()  # every table of the store, whichever package owns it
BUSY_S = 30  # how long a writer waits for another one before it gives up


class StoreError(Exception):
    """The store can't be used; the message names it, what is wrong and the mend."""


class StoreDamaged(StoreError):
    """The file is no database, or its pages contradict each other.  It is left as it is."""


class StoreLocked(StoreError):
    """Another process has been writing for longer than BUSY_S."""


class StoreUnwritable(StoreError):
    """No right to write, no such folder, or no room on the disk."""


class Moment(TypeDecorator[datetime]):
    """An aware time, kept in UTC; SQLite, which knows no zones, gets and gives it without one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} has no time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def connect(url: str) -> Engine:
    """An engine on `url` (`sqlite:////data/store.sqlite`, `postgresql+psycopg://…`); nothing is opened yet.

    Whatever is done with it raises StoreError where the store itself is at fault.
    """
    sqlite = url.startswith("sqlite")
    try:
        engine = create_engine(url, connect_args={"timeout": BUSY_S} if sqlite else {})
    except ArgumentError as error:
        raise StoreError("This is no database URL. Write one such as sqlite:////data/store.sqlite") from error
    except ImportError as error:
        raise StoreError(f"The database's driver is not installed ({error}). Install it with pip") from error
    if sqlite:
        event.listen(engine, "connect", _set_up)
    event.listen(engine, "handle_error", _explain)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that holds the right to write from its first moment.

    What it reads is therefore still true when it writes.  SQLite would otherwise start the transaction at the
    first change, and two processes could both find a row missing and both insert it.
    """
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # a committed page outlives a power cut
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _explain(context: ExceptionContext) -> StoreError | None:
    """The store's own faults in words; anything else stays what it is.  SQLAlchemy raises what is returned."""
    if context.engine is None:
        return None
    url = context.engine.url
    cause = str(context.original_exception)
    if url.get_backend_name() != "sqlite":
        lost = context.connection is None or context.is_disconnect
        return StoreError(f"{url!r} does not answer ({cause}); start it, or correct the URL") if lost else None
    return _explain_sqlite(url.database or ":memory:", cause)


def _explain_sqlite(file: str, cause: str) -> StoreError | None:
    said = cause.lower()
    if "not a database" in said or "image is malformed" in said:
        mend = "Nothing was changed. Put a backup of the file in its place, or move it away to begin anew"
        return StoreDamaged(f"The store {file} is damaged ({cause}). {mend}")
    if "is locked" in said:
        mend = "Wait for the other tracuu command to end, then repeat this one"
        return StoreLocked(f"The store {file} has been busy for {BUSY_S} s ({cause}). {mend}")
    if "is full" in said:
        return StoreUnwritable(f"No room for the store {file} ({cause}). Free space on its disk, then repeat")
    if "readonly" in said or "unable to open" in said or "disk i/o" in said:
        mend = f"Check that {Path(file).parent} exists and that you may write there"
        return StoreUnwritable(f"The store {file} can't be opened for writing ({cause}). {mend}")
    return None
