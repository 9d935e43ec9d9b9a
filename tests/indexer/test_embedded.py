"""What only files can suffer: locks, leavings, damage."""

import json
import multiprocessing
import shutil
from pathlib import Path

import pytest
from tantivy import Index

from indexer.embedded import index as embedded_index
from indexer.embedded.engine import EmbeddedEngine
from indexer.engine import EngineUnavailable
from indexer.query import Request, Text
from indexer.record import Record


def article(id_: str, title: str = "sông Hồng", version: int = 1) -> Record:
    return Record(id=id_, version=version, title=title, lead="", body="", source="thoidai", kind="article")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def engine(folder: Path) -> EmbeddedEngine:
    engine = EmbeddedEngine(folder)
    engine.write([article("a")])
    return engine


def index_folder(folder: Path) -> Path:
    return folder / (folder / "CURRENT").read_text().strip()


def test_opening_touches_nothing(folder):
    EmbeddedEngine(folder).close()
    assert not folder.exists()


def test_only_the_current_index_stays(engine, folder):
    before = index_folder(folder)
    with engine.rebuild() as generation:
        generation.publish()
    assert index_folder(folder) != before
    assert [path for path in folder.iterdir() if path.is_dir()] == [index_folder(folder)]


def test_what_a_killed_rebuild_left_goes_with_the_next(engine, folder):
    shutil.copytree(index_folder(folder), folder / "20200101T000000000000")
    (folder / "CURRENT.new").write_text("20200101T0000")
    with engine.rebuild() as generation:
        generation.write([article("b")])
    assert [path for path in folder.iterdir() if path.is_dir()] == [index_folder(folder)]
    assert engine.count() == 1


def test_two_rebuilds_at_once_are_one_too_many(engine, folder):
    with engine.rebuild(), pytest.raises(EngineUnavailable, match="another process is rebuilding"):
        EmbeddedEngine(folder).rebuild().__enter__()
    with EmbeddedEngine(folder).rebuild() as generation:
        generation.publish()


def test_an_index_that_is_replaced_while_it_is_read_still_answers(engine, folder):
    """Who has it open keeps it; the next question goes to the new one."""
    old = engine._folder.current()
    with EmbeddedEngine(folder).rebuild() as generation:
        generation.publish()
    assert not old.folder.exists()
    assert old.count() == 1
    assert engine.count() == 0


def test_a_writer_that_never_lets_go_is_named(engine, folder, monkeypatch):
    monkeypatch.setattr(embedded_index, "LOCK_TRIES", 2)
    other = Index.open(str(index_folder(folder))).writer(15_000_000, 1)
    with pytest.raises(EngineUnavailable, match="another process has been writing the index"):
        engine.write([article("b")])
    del other
    assert engine.write([article("b")]) == ()


def _write_many(folder: Path, name: str) -> None:
    for number in range(8):
        EmbeddedEngine(folder).write([article(f"{name} {number}")])


def _write_batches(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    for batch in range(10_000):
        engine.write([article(f"{batch} {number}") for number in range(100)])


def test_processes_that_write_at_once_wait_for_each_other(folder):
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_write_many, args=(folder, name)) for name in ("một", "hai", "ba")]
    for worker in workers:
        worker.start()
    reader = EmbeddedEngine(folder)
    seen = 0
    while any(worker.is_alive() for worker in workers):
        if reader.check() is None:
            before, seen = seen, reader.count()
            assert seen >= before
    assert [worker.exitcode for worker in workers] == [0, 0, 0]
    assert reader.count() == 24


def test_a_writer_that_is_killed_leaves_whole_batches_and_no_lock(folder):
    worker = multiprocessing.get_context("spawn").Process(target=_write_batches, args=(folder,))
    worker.start()
    engine = EmbeddedEngine(folder)
    while engine.check() or engine.count() < 200:
        assert worker.is_alive()
    worker.kill()
    worker.join()
    assert engine.count() % 100 == 0
    engine.write([article("sau")])
    assert "sau" in dict(engine.versions())
    assert engine.count() % 100 == 1


@pytest.mark.parametrize("damage", ["label", "meta", "positions", "terms", "no label", "no folder", "nonsense"])
def test_a_damaged_index_says_what_to_run_and_can_be_built_again(engine, folder, damage):
    inside = index_folder(folder)
    match damage:
        case "label":
            (inside / "index.json").write_text("{")
        case "meta":
            (inside / "meta.json").write_text("{")
        case "positions":  # noticed only by who reads them
            next(inside.glob("*.pos")).unlink()
        case "terms":
            path = next(inside.glob("*.term"))
            path.write_bytes(path.read_bytes()[:100])
        case "no label":
            (inside / "index.json").unlink()
        case "no folder":
            shutil.rmtree(inside)
        case "nonsense":
            (folder / "CURRENT").write_text("nowhere")
    damaged = EmbeddedEngine(folder)
    assert damaged.check() or damage == "positions"
    with pytest.raises(EngineUnavailable, match="run: tracuu rebuild --index"):
        damaged.search(Request(Text("sông hồng", mode="phrase")))
    with damaged.rebuild() as generation:
        generation.write([article("b")])
        generation.publish()
    assert (damaged.check(), damaged.count()) == (None, 1)


def test_an_index_says_what_made_it(engine, folder):
    label = json.loads((index_folder(folder) / "index.json").read_text())
    assert set(label) == {"schema", "analysis", "record", "tantivy"}


def test_a_folder_that_may_not_be_written_is_named(tmp_path):
    (tmp_path / "index").write_text("a file")
    with pytest.raises(EngineUnavailable, match="index"):
        EmbeddedEngine(tmp_path / "index").write([article("a")])


def test_texts_are_not_stored(engine, folder):
    engine.write([article("b", title="bímậtriêng " * 50)])
    stored = b"".join(path.read_bytes() for path in index_folder(folder).glob("*.store"))
    assert "bímậtriêng".encode() not in stored
    assert engine.search(Request(Text("bímậtriêng"))).total == 1
