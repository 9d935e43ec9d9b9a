"""GET /health/ready says whether questions can be answered, and why not."""

import pytest
from sqlalchemy import text

from indexer.engine import EngineUnavailable


class Engine:
    name = "fake"

    def __init__(self, *, why: str | None = None, error: Exception | None = None) -> None:
        self._why, self._error = why, error

    def check(self):
        if self._error:
            raise self._error
        return self._why

    def count(self):
        return 7


def test_a_process_that_is_there_lives(library):
    answer = library.get("/health/live")
    assert (answer.status_code, answer.json()) == (200, {"live": True})


def test_a_library_with_an_index_is_ready(library):
    answer = library.get("/health/ready")
    assert answer.status_code == 200
    assert answer.json() == {"ready": True, "reasons": [], "indexed": 17, "outbox_lag": 0}


@pytest.mark.parametrize(
    ("engine", "reason"),
    [
        (Engine(why="/var/index was made by another version"), "index-unusable"),
        (Engine(error=EngineUnavailable("http://es:9200 does not answer")), "engine-unavailable"),
    ],
)
def test_without_an_index_it_is_not_ready(serve_with, engine, reason):
    answer = serve_with(engine).get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "reasons": [reason], "indexed": None, "outbox_lag": 0}


def test_without_a_store_it_is_not_ready(store, serve_with):
    with store.begin() as connection:
        connection.execute(text("DROP TABLE outbox"))
    answer = serve_with(Engine()).get("/health/ready")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "reasons": ["store-unavailable"], "indexed": 7, "outbox_lag": None}


def test_an_index_that_lags_behind_still_answers(store, serve_with):
    with store.begin() as connection:
        connection.execute(text("INSERT INTO outbox (article_id, seq, deleted) VALUES ('a', 1, 0), ('b', 2, 0)"))
    answer = serve_with(Engine()).get("/health/ready")
    assert (answer.status_code, answer.json()["outbox_lag"]) == (200, 2)
