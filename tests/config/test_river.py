"""The whole river on the sample site: crawled as any source, killed anywhere, and everything is found, once."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine, func, select

from crawler.database import connect
from crawler.pages import page, page_version
from indexer.catalog import shelf
from indexer.catalog.records import to_record
from indexer.catalog.tables import article, checkpoint
from nlp.directives.number import normal_form

EXPECTED: Mapping[str, Any] = yaml.safe_load((Path(__file__).parent / "demo" / "expected.yaml").read_text("utf-8"))
PATHS = {one["path"] for one in EXPECTED["articles"]}
PATIENCE_S = 60
Reached = Callable[["World"], bool]


class World:
    """A sample site in a process of its own, an empty data folder, and the commands on both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log = folder / "access.jsonl"
        server = [
            sys.executable,
            "-m",
            "config.demo.server",
            "--port",
            "0",
            "--log",
            str(self.log),
            "--pause",
            "0.02",
        ]
        self.server = subprocess.Popen(server, stdout=subprocess.PIPE, text=True)
        assert self.server.stdout is not None
        self.home = self.server.stdout.readline().strip()
        port = self.home.rstrip("/").rsplit(":", 1)[1]
        self.environment = os.environ | {"TRACUU_DATA": str(folder / "data"), "TRACUU_DEMO_PORT": port}
        self.environment.pop("TRACUU_ENGINE", None)

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "config.cli", *command],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,  # its children die with it
        )

    def run(self, *command: str) -> dict[str, Any]:
        process = self.start(*command, "--json")
        out, err = process.communicate(timeout=120)
        assert process.returncode == 0, err
        found: dict[str, Any] = json.loads(out)
        return found

    def kill_when(self, reached: Reached, *command: str) -> None:
        process = self.start(*command)
        deadline = time.monotonic() + PATIENCE_S
        while not reached(self):
            assert process.poll() is None, "it ended before it was killed"
            assert time.monotonic() < deadline
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()

    def visits(self) -> list[dict[str, Any]]:
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines]

    def store(self) -> Engine:
        return connect(f"sqlite:///{self.folder / 'data' / 'store.sqlite'}")

    def count(self, table: Any) -> int:
        """Rows of a table; 0 while there is no store."""
        if not (self.folder / "data" / "store.sqlite").exists():
            return 0
        engine = self.store()
        try:
            with engine.connect() as connection:
                return connection.scalar(select(func.count()).select_from(table)) or 0
        except Exception:  # the schema is not there yet
            return 0
        finally:
            engine.dispose()


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The sample site after one whole run."""
    made = World(tmp_path_factory.mktemp("collected"))
    made.run("run", "demo")
    yield made
    made.server.terminate()
    made.server.communicate()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.server.terminate()
    made.server.communicate()


def _articles_asked_for(world: World) -> list[str]:
    return [one["path"] for one in world.visits() if one["path"] in PATHS]


def _after_the_first_page(world: World) -> bool:
    return bool(_articles_asked_for(world))


def _in_the_middle_of_a_listing(world: World) -> bool:
    return any("/trang-" in one["path"] for one in world.visits())


def _while_pages_are_stored(world: World) -> bool:
    return world.count(page_version) >= 12


def _while_texts_are_read(world: World) -> bool:
    return world.count(article) >= 1


def _while_they_are_indexed(world: World) -> bool:
    index = world.folder / "data" / "index"
    return world.count(article) >= len(PATHS) and index.exists() and not world.count(checkpoint)


def _assert_everything_is_there_once(world: World) -> None:
    engine = world.store()
    with engine.connect() as connection:
        rows = connection.execute(select(article).where(article.c.removed.is_(False))).all()
        bodies = connection.execute(
            select(page.c.identity, func.count()).join(page_version, page_version.c.page_id == page.c.id)
            .where(page.c.role == "article").group_by(page.c.identity)
        ).all()  # fmt: skip
        stored = shelf.versions(connection)
    engine.dispose()
    assert Counter(row.url.removeprefix(world.home.rstrip("/")) for row in rows) == Counter(PATHS)
    assert {count for _, count in bodies} == {1}
    assert len(stored) == len(PATHS)
    audit = world.run("audit")
    assert {name: found for name, found in audit.items() if found} == {}


@pytest.mark.parametrize(
    "point",
    [
        _after_the_first_page,
        _in_the_middle_of_a_listing,
        _while_pages_are_stored,
        _while_texts_are_read,
        _while_they_are_indexed,
    ],
)
def test_a_run_that_is_killed_is_made_whole_by_the_next(world: World, point: Reached) -> None:
    world.kill_when(point, "run", "demo")

    world.run("run", "demo")

    _assert_everything_is_there_once(world)


def test_the_sample_site_comes_out_as_its_manifest_says(collected: World) -> None:
    _assert_everything_is_there_once(collected)
    engine = collected.store()
    with engine.connect() as connection:
        rows = {
            row.url.removeprefix(collected.home.rstrip("/")): row for row in connection.execute(select(article))
        }
        found = shelf.read(connection, [row.id for row in rows.values()])
    engine.dispose()
    for one in EXPECTED["articles"]:
        row = rows[one["path"]]
        assert row.title == one["title"]
        assert row.published == one["published"]
        assert row.author == one["author"]
        assert set(to_record(found[row.id]).directives) >= {normal_form(number) for number in one["documents"]}


def test_the_sample_searches_find_what_the_manifest_says(collected: World) -> None:
    for one in EXPECTED["searches"]:
        answer = collected.run("search", one["query"], "--limit", "100")
        ids = {int(hit["url"].rsplit("-", 1)[1].removesuffix(".html")) for hit in answer["hits"]}
        assert all(hit["snippets"] and hit["snippets"][0]["marks"] for hit in answer["hits"])
        if "exactly" in one:
            assert ids == set(one["exactly"]), one["query"]
        assert ids >= set(one.get("among", ())), one["query"]
        assert not ids & set(one.get("never", ())), one["query"]


def test_a_second_run_fetches_nothing_and_reads_nothing(collected: World) -> None:
    before = len(collected.visits())

    again = collected.run("run", "demo")

    asked = collected.visits()[before:]
    statuses = {one["status"] for one in asked if one["path"] in PATHS}
    assert statuses <= {304}
    assert (again["crawl"]["demo"]["new"], again["crawl"]["demo"]["changed"]) == (0, 0)
    assert again["process"]["outcomes"] == {}


def test_what_robots_forbids_is_never_asked_for(collected: World) -> None:
    assert not {one["path"] for one in collected.visits()} & {one["path"] for one in EXPECTED["forbidden"]}
