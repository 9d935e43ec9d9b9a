"""Writing, replacing and deleting, on both engines."""

import pytest

from indexer.engine import FEATURES, Delete, EngineUnavailable
from indexer.query import Everything, Request, Text


def titles(engine, *words):
    return [engine.search(Request(Text(word))).total for word in words]


def test_what_is_written_is_found_at_once(engine, record):
    assert engine.write([record("a", title="sông Hồng")]) == ()
    assert titles(engine, "sông") == [1]
    assert engine.count() == 1


def test_a_higher_version_replaces_a_lower(engine, record):
    engine.write([record("a", title="sông", version=1)])
    engine.write([record("a", title="núi", version=2)])
    assert titles(engine, "sông", "núi") == [0, 1]
    assert engine.count() == 1


@pytest.mark.parametrize("late", [1, 4, 5])
def test_a_lower_or_equal_version_replaces_nothing(engine, record, late):
    engine.write([record("a", title="núi", version=5)])
    assert engine.write([record("a", title="sông", version=late)]) == ()
    assert titles(engine, "sông", "núi") == [0, 1]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 3, 1)])
def test_of_several_versions_in_one_batch_the_highest_counts(engine, record, order):
    engine.write([record("a", title=f"bản {version}", version=version) for version in order])
    assert titles(engine, "1", "2", "3") == [0, 0, 1]
    assert list(engine.versions()) == [("a", 3)]


def test_writing_the_same_again_changes_nothing(engine, record):
    batch = [record(f"{n}", title="sông", version=n) for n in range(1, 6)]
    engine.write(batch)
    engine.write(batch)
    assert engine.count() == 5


def test_a_deleted_article_is_gone(engine, record):
    engine.write([record("a", title="sông", version=1), record("b", title="núi", version=2)])
    engine.write([Delete("a", 3)])
    assert titles(engine, "sông", "núi") == [0, 1]
    assert (engine.count(), list(engine.versions())) == (1, [("b", 2)])
    assert engine.search(Request(Everything(), facets=("source",))).facets[0][1][0].count == 1


def test_a_deletion_that_comes_late_deletes_nothing(engine, record):
    engine.write([record("a", title="sông", version=5)])
    assert engine.write([Delete("a", 4)]) == ()
    assert titles(engine, "sông") == [1]


def test_an_older_state_does_not_bring_back_what_was_deleted(engine, record):
    engine.write([record("a", title="sông", version=1)])
    engine.write([Delete("a", 3)])
    engine.write([record("a", title="sông", version=2)])
    assert engine.count() == 0
    engine.write([record("a", title="núi", version=4)])
    assert titles(engine, "sông", "núi") == [0, 1]


def test_what_is_not_there_may_be_deleted(engine):
    assert engine.write([Delete("a", 1)]) == ()
    assert engine.count() == 0
    assert engine.search(Request(Everything())).hits == ()


def test_an_empty_batch_is_no_error(engine):
    assert engine.write([]) == ()
    assert engine.count() == 0


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": ""}, "bad-id"),
        ({"id": "x" * 513}, "bad-id"),
        ({"persons": ["x" * 8_192]}, "keyword-too-long"),
        ({"source": "đ" * 5_000}, "keyword-too-long"),
    ],
)
def test_what_no_engine_takes_comes_back_with_a_reason_and_the_rest_is_written(engine, record, fields, reason):
    refused = record(**({"id": "xấu", "title": "sông"} | fields))
    assert [(one.id, one.reason) for one in engine.write([refused, record("tốt", title="núi")])] == [
        (refused.id, reason)
    ]
    assert titles(engine, "sông", "núi") == [0, 1]


def test_a_day_that_is_none_is_refused(engine, record):
    from dataclasses import replace

    wrong = replace(record("a", title="sông"), day="2024-02-30")
    assert [one.reason for one in engine.write([wrong])] == ["bad-day"]


@pytest.mark.parametrize("body", ["", "\0", "x" * 3_000_000, "đường " * 200_000, "\ud800 sông", "🙂" * 10_000])
def test_strange_texts_are_taken(engine, record, body):
    assert engine.write([record("a", title="núi", body=body)]) == ()
    assert titles(engine, "núi") == [1]


def test_an_article_without_any_text_is_there(engine, record):
    engine.write([record("a", day="2024-01-01")])
    assert [hit.id for hit in engine.search(Request(Everything())).hits] == ["a"]


def test_versions_names_every_article_once(engine, record):
    engine.write([record(f"{n}", title="sông", version=n + 1) for n in range(30)])
    assert sorted(engine.versions()) == sorted((f"{n}", n + 1) for n in range(30))


def test_another_process_finds_what_was_written_and_goes_on(make_engine, record):
    first, second = make_engine(), make_engine()
    first.write([record("a", title="sông", version=1)])
    assert titles(second, "sông") == [1]
    second.write([record("a", title="núi", version=2), record("b", title="sông", version=3)])
    assert titles(first, "sông", "núi") == [1, 1]
    first.close()
    assert make_engine().count() == 2


@pytest.mark.parametrize(
    "ask",
    [lambda one: one.search(Request(Text("sông"))), lambda one: one.count(), lambda one: list(one.versions())],
)
def test_before_the_first_article_the_engine_says_what_to_run(engine, ask):
    with pytest.raises(EngineUnavailable, match=r"there is no index .*run: tracuu rebuild --index"):
        ask(engine)
    assert "there is no index" in engine.check()


def test_after_the_first_article_nothing_has_to_be_rebuilt(engine, record):
    engine.write([record("a", title="sông")])
    assert engine.check() is None


def test_an_engine_says_how_it_does_everything_that_may_be_asked(engine):
    assert set(engine.capabilities) == set(FEATURES)
    assert "none" not in engine.capabilities.values()


def test_phrases_that_tantivy_matches_approximately_come_with_a_warning(engine, record):
    engine.write([record("a", title="sông núi nước Nam")])
    result = engine.search(Request(Text("sông nước nam", mode="phrase", slop=1)))
    assert result.total == 1
    assert bool(result.warnings) == (engine.capabilities["slop"] == "approximate")
    assert engine.search(Request(Text("sông nước", mode="phrase", slop=1))).warnings == ()
