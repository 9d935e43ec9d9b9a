"""Both engines, each with an index of its own, and a small library that they hold (library.json)."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch

from indexer.elastic.engine import ElasticEngine
from indexer.embedded.engine import EmbeddedEngine
from indexer.engine import SearchEngine
from indexer.query import Query, Request
from indexer.record import Record

SERVER = Path(__file__).parents[2] / "elasticsearch" / "server"
ENGINES = ("tantivy", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch))


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """A real server: the one that the environment names, or one that runs, or one started for these tests."""
    if url := os.environ.get("TRACUU_TEST_ELASTICSEARCH_URL"):
        yield url
        return
    running = _server("url")
    started = None if running.returncode == 0 else _server("start")
    answer = started or running
    if answer.returncode != 0:
        _do_without(answer.stderr.strip().splitlines()[-1] if answer.stderr.strip() else "it did not start")
    yield answer.stdout.strip()
    if started:
        _server("stop")


def _server(command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([SERVER, command], capture_output=True, text=True, check=False)


def _do_without(reason: str) -> None:
    """A contract test without a real server has not run: where all must run, that is a failure."""
    message = f"no Elasticsearch: {reason} (or set TRACUU_TEST_ELASTICSEARCH_URL)"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


def _library() -> list[Record]:
    articles = json.loads((Path(__file__).parent / "library.json").read_text("utf-8"))
    return [make_record(version=number, **article) for number, article in enumerate(articles, 1)]


def make_record(id: str, *, day: str | None = None, hour: int = 8, version: int = 1, **fields: object) -> Record:  # noqa: A002 - the field's name
    """A record of which only what matters is said; a day alone is a morning."""
    at = datetime.fromisoformat(f"{day}T{hour:02}:00+07:00") if day else None
    texts = {"title": "", "lead": "", "body": "", "source": "thoidai", "kind": "article"} | fields
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in texts.items()}
    return Record(id=id, version=version, day=day, published_at=int(at.timestamp()) if at else None, **values)  # type: ignore[arg-type]  # of data


@pytest.fixture
def record() -> Callable[..., Record]:
    return make_record


class Maker(Protocol):
    """Makes an engine; a second one of the same place stands for another process."""

    def __call__(self) -> SearchEngine: ...


@contextmanager
def _place(kind: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[Maker]:
    if kind == "tantivy":
        yield lambda: EmbeddedEngine(folder / "index")
        return
    url = request.getfixturevalue("elasticsearch_url")
    name = f"test-{uuid4().hex}"
    yield lambda: ElasticEngine(url=url, name=name)
    with Elasticsearch(url) as client:
        for index in client.indices.get(index=f"{name}-*"):
            client.indices.delete(index=index)


@pytest.fixture(params=ENGINES)
def make_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Maker]:
    with _place(request.param, request, tmp_path) as make:
        yield make


@pytest.fixture
def engine(make_engine: Maker) -> Iterator[SearchEngine]:
    engine = make_engine()
    yield engine
    engine.close()


@pytest.fixture(params=ENGINES, scope="session")
def library(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchEngine]:
    """An engine that holds the library; only to be read."""
    with _place(request.param, request, tmp_path_factory.mktemp("library")) as make:
        engine = make()
        assert engine.write(_library()) == ()
        yield engine
        engine.close()


@pytest.fixture
def two(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[SearchEngine, SearchEngine]]:
    """Both engines at once."""
    with _place("tantivy", request, tmp_path) as one, _place("elasticsearch", request, tmp_path) as other:
        yield one(), other()


Find = Callable[[Query], list[str]]


@pytest.fixture
def find(library: SearchEngine) -> Find:
    """The ids that answer a query, in order of the alphabet; the total is theirs."""

    def ids(query: Query) -> list[str]:
        result = library.search(Request(query, limit=100))
        assert result.total == len(result.hits)
        return sorted(hit.id for hit in result.hits)

    return ids
