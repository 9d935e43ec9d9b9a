"""An index follows its store, and whatever comes between them is found and mended."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from crawler.article import Article, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer import sync
from indexer.audit import audit, repair
from indexer.catalog import articles, outbox
from indexer.catalog.articles import Found, Origin
from indexer.catalog.settling import Settling
from indexer.embedded.engine import EmbeddedEngine
from indexer.engine import Change, Delete, EngineUnavailable, Refusal
from indexer.query import Everything, Request
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument


class Flaky(EmbeddedEngine):
    """A real engine that fails once, after it has written: its answer is lost."""

    broken = False

    def write(self, changes: Sequence[Change]) -> tuple[Refusal, ...]:
        refusals = super().write(changes)
        if self.broken:
            self.broken = False
            raise EngineUnavailable("the answer was lost")
        return refusals


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Flaky]:
    made = Flaky(tmp_path / "index")
    yield made
    made.close()


def _add(store: Engine, *names: str, text: str = "Hội nghị tại Huế.") -> list[str]:
    pages = PageStore(store)
    body = text.encode()
    pages.save_files(
        [(name, FetchedPage(None, "files", "text/plain", body, datetime.now(UTC), name=name)) for name in names]
    )
    ids = []
    for one in pages.pending(extract_version=1, annotate_version=1, limit=100):
        found = Found(Article(title=one.identity, lead=None, paragraphs=(text,)), AnnotatedDocument())
        origin = Origin(one.page_id, one.version_id, one.identity, "files")
        with writing(store) as connection:
            ids += articles.save(connection, origin, [found], annotate_version=1, by=Settling(Registry([])))
            pages.settle(
                connection, one.page_id, version_id=one.version_id, outcome="article", reason=None,
                extract_version=1, annotate_version=1,
            )  # fmt: skip
    return ids


def test_the_engine_follows_every_change_once(store: Engine, engine: Flaky) -> None:
    _add(store, "một", "hai")
    assert sync.bring_up(store, engine) == sync.Synced(2, 0)

    _add(store, "ba")

    assert sync.bring_up(store, engine) == sync.Synced(1, 0)
    assert sync.bring_up(store, engine) == sync.Synced(0, 0)
    assert audit(store, engine).is_clean


def test_a_lost_answer_is_asked_for_again_and_doubles_nothing(store: Engine, engine: Flaky) -> None:
    _add(store, "một")
    sync.bring_up(store, engine)
    _add(store, "hai", "ba")
    engine.broken = True
    with pytest.raises(EngineUnavailable):
        sync.follow(store, engine)

    sync.follow(store, engine)

    assert engine.search(Request(Everything())).total == 3
    assert audit(store, engine).is_clean


def test_an_article_that_waits_is_no_difference(store: Engine, engine: Flaky) -> None:
    _add(store, "một")
    sync.bring_up(store, engine)

    _add(store, "hai")

    found = audit(store, engine)
    assert (found.is_clean, found.waiting) == (True, 1)


def test_drift_is_found_to_the_article_and_mended(store: Engine, engine: Flaky) -> None:
    ids = _add(store, "một", "hai", "ba", "bốn", "năm")
    sync.bring_up(store, engine)
    engine.write([Delete(id_, 1_000) for id_ in ids[:3]])
    with writing(store) as connection:
        outbox.put(connection, ids[3:])  # the store is ahead of the index, which is told that it is not
        outbox.reach(connection, engine.name, outbox.last_seq(connection))

    found = audit(store, engine)
    assert (set(found.missing), set(found.stale), found.surplus) == (set(ids[:3]), set(ids[3:]), ())
    with writing(store) as connection:
        outbox.put(connection, [f"x{number}" for number in range(1_100)])  # beyond the version of the deletions
        outbox.put(connection, [f"x{number}" for number in range(1_100)], deleted=True)
    repair(store, engine, found)

    assert audit(store, engine).is_clean
    assert engine.search(Request(Everything())).total == 5


def test_a_lost_index_is_built_again(store: Engine, tmp_path: Path) -> None:
    _add(store, "một", "hai")
    first = EmbeddedEngine(tmp_path / "one")
    sync.bring_up(store, first)
    first.close()

    second = EmbeddedEngine(tmp_path / "two")

    assert second.check() is not None
    assert sync.bring_up(store, second) == sync.Synced(2, 0)
    second.close()
