import sqlite3
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, insert, make_url, select, text

from crawler import database
from crawler.database import Moment, StoreDamaged, StoreError, StoreLocked, StoreUnwritable, connect, writing


def test_a_store_survives_power_cuts_and_lets_readers_read(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    with engine.connect() as connection:
        pragmas = [
            connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys")
        ]
    engine.dispose()
    assert pragmas == ["wal", 2, 30_000, 1]  # 2 is FULL


def test_a_damaged_store_is_named_and_left_as_it_is(tmp_path):
    file = tmp_path / "store.sqlite"
    file.write_bytes(b"no database at all " * 300)
    with pytest.raises(StoreDamaged, match=r"store\.sqlite is damaged .* backup of the file"):
        connect(f"sqlite:///{file}").connect()
    assert file.read_bytes() == b"no database at all " * 300


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(StoreUnwritable, match=f"Check that {tmp_path}/nowhere exists"):
        connect(f"sqlite:///{tmp_path}/nowhere/store.sqlite").connect()


def test_a_store_that_another_process_writes_is_called_busy(tmp_path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_S", 0.1)
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    engine.connect().close()
    other = sqlite3.connect(tmp_path / "store.sqlite")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked, match="Wait for the other tracuu command"), writing(engine):
        pass
    other.close()
    engine.dispose()


def test_a_full_disk_is_called_full(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    with engine.connect() as connection:
        connection.execute(text("CREATE TABLE big (body BLOB)"))
        connection.execute(text("PRAGMA max_page_count=2"))
        with pytest.raises(StoreUnwritable, match="Free space"):
            connection.execute(text("INSERT INTO big VALUES (zeroblob(100000))"))
    engine.dispose()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("store.sqlite", "Write one such as sqlite:////data/store.sqlite"),
        ("postgresql+nothing://host/store", "Write one such as sqlite:////data/store.sqlite"),
        ("mysql+pymysql://host/store", "driver is not installed"),
    ],
)
def test_a_url_that_opens_nothing_is_refused(url, said):
    with pytest.raises(StoreError, match=said):
        connect(url)


def test_a_server_that_is_down_is_named_without_its_password():
    engine = SimpleNamespace(url=make_url("postgresql://me:secret@localhost/store"))
    lost = SimpleNamespace(engine=engine, connection=None, original_exception=OSError("connection refused"))
    refused = database._explain(lost)
    assert str(refused) == (
        "postgresql://me:***@localhost/store does not answer (connection refused); start it, or correct the URL"
    )


def test_a_moment_comes_back_in_utc_and_never_without_a_zone(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    tables = MetaData()
    clock = Table("clock", tables, Column("id", Integer, primary_key=True), Column("at", Moment))
    tables.create_all(engine)
    hanoi = datetime(2026, 3, 7, 8, 47, tzinfo=timezone(timedelta(hours=7)))
    with writing(engine) as connection:
        connection.execute(insert(clock), [{"at": hanoi}, {"at": None}])
        kept = connection.execute(select(clock.c.at).order_by(clock.c.id)).scalars().all()
    with pytest.raises(Exception, match="has no time zone"), writing(engine) as connection:
        connection.execute(insert(clock), {"at": hanoi.replace(tzinfo=None)})
    engine.dispose()
    assert kept == [datetime(2026, 3, 7, 1, 47, tzinfo=UTC), None]
