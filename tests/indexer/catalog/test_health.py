"""Silence is an alarm, with its reason."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, update

from crawler.database import writing
from crawler.source import Source
from indexer.catalog import runs
from indexer.catalog.health import source_health
from indexer.catalog.tables import run

NOW = datetime(2026, 11, 28, 8, 0, tzinfo=UTC)
QUIET = Source("mau", "Mẫu", "https://mau.vn/", re.compile("."), articles_per_day=10)
MODEST = Source("mau", "Mẫu", "https://mau.vn/", re.compile("."), articles_per_day=0)


@pytest.mark.parametrize(
    ("source", "hours_ago", "state", "health", "said"),
    [
        (MODEST, None, None, "new", "never crawled"),
        (MODEST, 5, "done", "ok", ""),
        (MODEST, 30, "done", "late", "30 hours ago"),
        (MODEST, 5, "failed", "failing", "no start page answered"),
        (QUIET, 5, "done", "quiet", "0 articles in a week where 70 are usual"),
    ],
)
def test_a_source_that_falls_silent_is_told_with_its_reason(
    store: Engine, source: Source, hours_ago: int | None, state: runs.State | None, health: str, said: str
) -> None:
    if hours_ago is not None and state is not None:
        with writing(store) as connection:
            run_id = runs.start(connection, "crawl", source_id="mau")
            error = "no start page answered" if state == "failed" else None
            runs.finish(connection, run_id, state=state, counts={}, error=error)
            connection.execute(update(run).values(started_at=NOW - timedelta(hours=hours_ago)))

    with store.connect() as connection:
        (found,) = source_health(connection, (source,), now=NOW)

    assert found.state == health
    assert said in found.reason
