"""What becomes of a page's article when the page is fetched again and holds none."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine

from crawler.article import FetchedPage
from crawler.store import PageStore
from indexer import ingest
from indexer.catalog import shelf
from indexer.catalog.settling import Settling
from indexer.work import Batch
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

URL = "https://baosonbinh.vn/tin/tong-ket-nam-2023"
TITLE = "Sơn Bình tổng kết công tác đối ngoại nhân dân năm 2023"
SENTENCE = (
    "Các đại biểu cho rằng cần dành thêm kinh phí để dạy tiếng, vì cán bộ cơ sở còn thiếu người nói ngoại ngữ."
)
ARTICLE = f"<title>{TITLE}</title><h1>{TITLE}</h1>" + "".join(f"<p>{n}. {SENTENCE}</p>" for n in range(6))


class Here(Executor):
    """Does at once what it is asked."""

    def submit(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(function(*args, **kwargs))
        return done


def _recognise(texts: Sequence[str]) -> Batch[AnnotatedDocument]:
    return Batch(tuple(AnnotatedDocument() for _ in texts), 0.0)


@pytest.fixture
def fetch(store: Engine, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], tuple[str, str | None]]:
    """Store a body as what the page gave now, and process it: the outcome and its reason."""
    monkeypatch.setattr(ingest, "recognise_texts", _recognise)  # what is found in texts is another matter
    monkeypatch.setattr(ingest, "warm_with", lambda _: None)

    def fetch(body: str) -> tuple[str, str | None]:
        raw = f"<html><body>{body}</body></html>".encode()
        PageStore(store).save_file(FetchedPage(URL, "mau", "text/html", raw, datetime.now(UTC)), identity=URL)
        heard: list[Any] = []
        by = Settling(Registry([]))
        ingest.process(store, executor=Here(), workers=1, by=by, listener=heard.append)
        (verdict,) = heard
        return verdict.outcome, verdict.reason

    return fetch


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<h1>Trang không tồn tại</h1><p>Mời bạn về trang chủ.</p>", "error-page"),
        ("<h1>Website đang được bảo trì</h1>", "error-page"),
        (f"<h1>{TITLE}</h1><p>0. {SENTENCE}</p><p>Vui lòng đăng nhập để đọc tiếp.</p>", "login-wall"),
        (" ", "no-text"),
    ],
)
def test_a_page_that_answers_with_no_article_keeps_the_one_it_had(store, fetch, body, reason):
    assert fetch(ARTICLE) == ("article", None)

    assert fetch(body) == ("rejected", reason)

    with store.connect() as connection:
        ((id_, _),) = shelf.versions(connection).items()
        stored = shelf.read(connection, [id_])[id_]
    assert (stored.article.title, len(stored.article.paragraphs), stored.revision) == (TITLE, 6, 1)


def test_the_article_goes_on_where_the_page_comes_back(store, fetch):
    fetch(ARTICLE)
    fetch("<h1>502 Bad Gateway</h1>")

    assert fetch(ARTICLE.replace("0. ", "Trước hết, ")) == ("article", None)

    with store.connect() as connection:
        ((id_, _),) = shelf.versions(connection).items()
        assert shelf.read(connection, [id_])[id_].revision == 2
