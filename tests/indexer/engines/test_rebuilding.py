"""A new index beside the one that answers, on both engines."""

import contextlib

import pytest

from indexer.elastic import index as elastic_index
from indexer.embedded import schema as embedded_schema
from indexer.engine import Delete, EngineUnavailable
from indexer.query import Request, Text


def total(engine, word):
    return engine.search(Request(Text(word))).total


def test_the_old_index_answers_until_the_new_one_is_published(make_engine, record):
    engine, reader = make_engine(), make_engine()
    engine.write([record("cũ", title="sông")])
    with engine.rebuild() as generation:
        assert generation.write([record("mới", title="núi"), record("mới nữa", title="núi")]) == ()
        assert generation.count() == 2
        assert (total(engine, "sông"), total(engine, "núi")) == (1, 0)
        generation.publish()
    for one in (engine, reader, make_engine()):
        assert (total(one, "sông"), total(one, "núi"), one.count()) == (0, 2, 2)


def test_the_first_index_may_be_made_by_a_rebuild(engine, record):
    with engine.rebuild() as generation:
        generation.write([record("a", title="sông")])
        generation.publish()
    assert (total(engine, "sông"), engine.check()) == (1, None)


def test_an_index_that_is_not_published_is_dropped(engine, record):
    engine.write([record("cũ", title="sông")])
    with engine.rebuild() as generation:
        generation.write([record("mới", title="núi")])
    assert (total(engine, "sông"), total(engine, "núi")) == (1, 0)
    with engine.rebuild() as generation:
        assert generation.count() == 0
        generation.publish()
    assert engine.count() == 0


def test_an_error_while_it_is_filled_drops_it(engine, record):
    engine.write([record("cũ", title="sông")])
    with contextlib.suppress(ConnectionError), engine.rebuild() as generation:
        generation.write([record("mới", title="núi")])
        raise ConnectionError("the store went away")
    assert (total(engine, "sông"), total(engine, "núi")) == (1, 0)


def test_a_generation_keeps_versions_and_refuses_as_the_engine_does(engine, record):
    with engine.rebuild() as generation:
        refused = generation.write([record("a", title="núi", version=5), record("", title="x")])
        assert [one.reason for one in refused] == ["bad-id"]
        generation.write([record("a", title="sông", version=4), Delete("b", 6)])
        assert generation.count() == 1
        generation.publish()
    assert list(engine.versions()) == [("a", 5)]


def test_writing_goes_on_into_the_new_index(make_engine, record):
    engine, writer = make_engine(), make_engine()
    writer.write([record("a", title="sông", version=1)])
    with engine.rebuild() as generation:
        generation.write([record("a", title="sông", version=1)])
        generation.publish()
    writer.write([record("b", title="sông", version=2)])
    assert (total(engine, "sông"), total(writer, "sông")) == (2, 2)


def test_rebuilding_many_times_leaves_one_answer(engine, record):
    for version in range(1, 5):
        with engine.rebuild() as generation:
            generation.write([record("a", title="sông", version=version)])
            generation.publish()
    assert list(engine.versions()) == [("a", 4)]


def test_an_index_of_another_version_says_so_and_does_not_answer(make_engine, record, monkeypatch):
    make_engine().write([record("a", title="sông")])
    for module in (embedded_schema, elastic_index):
        monkeypatch.setattr(module, "ANALYSIS_VERSION", 99)
    engine = make_engine()
    assert "was made by another version of: analysis" in engine.check()
    for use in (lambda: engine.search(Request(Text("sông"))), lambda: engine.write([record("b", title="núi")])):
        with pytest.raises(EngineUnavailable, match=r"another version of: analysis.*run: tracuu rebuild --index"):
            use()
    with engine.rebuild() as generation:
        generation.write([record("a", title="sông")])
        generation.publish()
    assert (engine.check(), total(engine, "sông")) == (None, 1)
