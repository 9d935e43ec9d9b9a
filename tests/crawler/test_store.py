from collections import Counter
from datetime import UTC, datetime

import pytest

from crawler.article import READY_ARTICLE, FetchedPage
from crawler.database import connect, metadata, writing
from crawler.store import PageStore

NOW = datetime(2026, 3, 7, 1, 0, tzinfo=UTC)


@pytest.fixture
def engine(tmp_path):
    engine = connect(f"sqlite:///{tmp_path}/store.sqlite")
    metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def store(engine):
    return PageStore(engine)


def page(body="Hội nghị đối ngoại nhân dân", url=None):
    return FetchedPage(url, "files", READY_ARTICLE, body.encode(), NOW, (("x-note", "thử"),), "a.jsonl")


def settle(engine, pending, *, outcome="article", reason=None, extract_version=1):
    with writing(engine) as connection:
        PageStore.settle(
            connection,
            pending.page_id,
            version_id=pending.version_id,
            outcome=outcome,
            reason=reason,
            extract_version=extract_version,
            annotate_version=1,
        )


def bodies(store, **asked):
    asked = {"extract_version": 1, "annotate_version": 1, "limit": 10} | asked
    return [pending.page.body.decode() for pending in store.pending(**asked)]


def test_a_file_comes_back_as_it_was_saved(store):
    store.save_file(page(url="https://thoidai.com.vn/a-1.html"), identity="ready:a")
    (pending,) = store.pending(extract_version=1, annotate_version=1, limit=10)
    assert (pending.identity, pending.page) == ("ready:a", page(url="https://thoidai.com.vn/a-1.html"))


def test_an_identical_body_makes_no_new_version(store):
    saved = [store.save_file(page(body), identity="file:a") for body in ("một", "một", "hai", "một")]
    assert saved == ["new", "unchanged", "changed", "changed"]
    assert bodies(store) == ["một"]


def test_files_are_saved_together_and_answered_in_order(store):
    store.save_file(page("cũ"), identity="file:a")
    saved = store.save_files(
        [("file:b", page("b")), ("file:a", page("mới")), ("file:b", page("b")), ("file:b", page("b sửa"))]
    )
    assert saved == ("new", "changed", "unchanged", "changed")
    assert bodies(store) == ["mới", "b sửa"]


def test_many_files_are_one_save(store):
    many = [(f"ready:{number}", page(f"tin số {number}")) for number in range(2_000)]
    assert Counter(store.save_files(many)) == {"new": 2_000}
    assert Counter(store.save_files(many)) == {"unchanged": 2_000}
    assert store.count_pending(extract_version=1, annotate_version=1) == 2_000


def test_a_settled_page_is_pending_again_for_newer_code_or_a_newer_body(store, engine):
    store.save_file(page("một"), identity="file:a")
    settle(engine, store.pending(extract_version=1, annotate_version=1, limit=1)[0])
    assert bodies(store) == []
    assert bodies(store, extract_version=2) == bodies(store, annotate_version=2) == ["một"]
    store.save_file(page("hai"), identity="file:a")
    assert bodies(store) == ["hai"]


def test_a_body_that_changed_while_it_was_processed_stays_pending(store, engine):
    store.save_file(page("một"), identity="file:a")
    (taken,) = store.pending(extract_version=1, annotate_version=1, limit=1)
    store.save_file(page("hai"), identity="file:a")
    settle(engine, taken)
    assert bodies(store) == ["hai"]


def test_pending_pages_are_read_on_after_the_last_one(store):
    store.save_files([(f"file:{number}", page(str(number))) for number in range(5)])
    first = store.pending(extract_version=1, annotate_version=1, limit=2)
    assert bodies(store, limit=2, after=first[-1].page_id) == ["2", "3"]


def test_outcomes_and_reasons_are_counted(store, engine):
    store.save_files([(f"file:{number}", page(str(number))) for number in range(4)])
    one, two, three, _ = store.pending(extract_version=1, annotate_version=1, limit=4)
    settle(engine, one)
    settle(engine, two, outcome="rejected", reason="no-text")
    settle(engine, three, outcome="failed", reason="timeout")
    assert store.tally() == {"article": 1, "failed": 1, "pending": 1, "rejected": 1}
    assert store.reasons() == {"no-text": 1, "timeout": 1}
    (source,) = store.sources()
    assert (source.source_id, source.states, source.last_fetched_at) == ("files", (("fetched", 4),), NOW)


def test_what_lacked_a_program_is_read_again_when_it_is_given_again(store, engine):
    """By then the program may be there; what was no article is still none."""
    files = [(f"file:{number}", page(str(number))) for number in range(2)]
    store.save_files(files)
    one, two = store.pending(extract_version=1, annotate_version=1, limit=2)
    settle(engine, one, outcome="rejected", reason="needs-tesseract")
    settle(engine, two, outcome="rejected", reason="no-text")
    assert bodies(store) == []
    assert store.save_files(files) == ("unchanged", "unchanged")
    assert bodies(store) == ["0"]


def test_the_newest_pages_of_a_source_come_first_in_their_latest_version(store):
    def html(body, *, day, source_id="tin"):
        return FetchedPage(None, source_id, "text/html", body.encode(), datetime(2026, 3, day, tzinfo=UTC))

    store.save_files([("a", html("một", day=1)), ("b", html("hai", day=3)), ("c", html("ba", day=2))])
    store.save_files([("a", html("bốn", day=4)), ("d", html("năm", day=5, source_id="khac")), ("e", page("sáu"))])
    found = store.newest("tin", media_types=["text/html"], limit=2)
    assert [one.body.decode() for one in found] == ["bốn", "hai"]
