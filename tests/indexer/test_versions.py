"""A page whose text was edited makes a new version with its changes; one whose menu changed makes none."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select

from crawler.article import FetchedPage
from crawler.database import writing
from crawler.extract.page import extract
from crawler.pages import page_version
from crawler.store import PageStore
from indexer import sync
from indexer.catalog import articles
from indexer.catalog.articles import Found, Origin
from indexer.catalog.settling import Settling
from indexer.differences import Piece
from indexer.embedded.engine import EmbeddedEngine
from indexer.search import Question, search
from indexer.versions import change, versions
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

URL = "https://tin.example.vn/doi-ngoai/khanh-thanh-cau-song-lam-101.html"
HERE = articles.article_id(URL)
PARAGRAPHS = (
    "Sáng 4/5, lãnh đạo tỉnh cùng đông đảo bà con hai bên bờ đã dự lễ khánh thành cầu Sông Lam sau ba năm xây.",
    "Cầu dài 2 km, rộng bốn làn xe, vốn đầu tư 500 tỷ đồng, do liên danh ba nhà thầu trong nước xây dựng.",
    "Phát biểu tại buổi lễ, bà Trần Thị Lam cảm ơn các hộ dân đã sớm bàn giao đất để công trình kịp tiến độ.",
)


def html(
    *, title: str = "Khánh thành cầu Sông Lam", paragraphs: tuple[str, ...] = PARAGRAPHS, views: int = 1
) -> bytes:
    """A page with a menu, a counter and a box of related news that change with `views`."""
    related = "".join(
        f'<li><a href="/tin/bai-{at}.html">Bài liên quan số {at} trong ngày hôm nay</a></li>'
        for at in range(views, views + 4)
    )
    menu = "".join(f'<a href="/muc-{at}">Mục {at}</a>' for at in range(views, views + 9))
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="2024-05-04T08:00:00+07:00"></head><body>'
        f'<nav class="menu">{menu}</nav><article><h1>{title}</h1><div class="content">{body}</div></article>'
        f'<div class="views">{views} lượt xem</div>'
        f'<div class="related"><h3>Tin liên quan</h3><ul>{related}</ul></div>'
        f"</body></html>"
    ).encode()


@pytest.fixture
def see(store: Engine):
    """Fetch the page with this body, and store what it says."""
    times = iter(range(100))

    def run(body: bytes) -> None:
        fetched = FetchedPage(
            URL, "tin", "text/html", body, datetime(2024, 5, 4, tzinfo=UTC) + timedelta(next(times))
        )
        PageStore(store).save_file(fetched, identity=URL)
        (waiting,) = PageStore(store).pending(extract_version=1, annotate_version=1, limit=1)
        origin = Origin(waiting.page_id, waiting.version_id, URL, "tin")
        found = [Found(one, AnnotatedDocument()) for one in extract(waiting.page)]
        with writing(store) as connection:
            articles.save(connection, origin, found, annotate_version=1, by=Settling(Registry([])))
            PageStore.settle(
                connection, waiting.page_id, version_id=waiting.version_id, outcome="article", reason=None,
                extract_version=1, annotate_version=1,
            )  # fmt: skip

    return run


def test_a_counter_a_menu_and_related_news_make_no_version(store: Engine, see) -> None:
    see(html(views=1))
    see(html(views=2_713))

    with store.connect() as connection:
        pages = connection.scalar(select(func.count()).select_from(page_version))
        found = versions(connection, HERE)
    assert pages == 2
    assert [one.number for one in found] == [1]


def test_an_edit_makes_a_version_whose_changes_are_shown(store: Engine, see, tmp_path) -> None:
    see(html(views=1))
    costlier = tuple(one.replace("500 tỷ", "520 tỷ") for one in PARAGRAPHS)
    see(html(title="Cầu Sông Lam thông xe", paragraphs=costlier, views=2))

    with store.connect() as connection:
        first, second = versions(connection, HERE)
        parts = change(connection, HERE, 1, 2)
    assert (first.article.title, second.article.title) == ("Khánh thành cầu Sông Lam", "Cầu Sông Lam thông xe")
    assert dict(second.facts) == {"title": ("Khánh thành cầu Sông Lam", "Cầu Sông Lam thông xe")}
    pieces = [piece for part in parts for piece in part]
    assert Piece("gone", "500") in pieces
    assert Piece("new", "520") in pieces
    assert (Piece("same", PARAGRAPHS[0]),) in parts

    engine = EmbeddedEngine(tmp_path / "index")
    sync.bring_up(store, engine)
    hits = [search(store, engine, Question(words)).hits for words in ('"520 tỷ đồng"', '"500 tỷ đồng"')]
    engine.close()
    assert [[hit.title for hit in found] for found in hits] == [["Cầu Sông Lam thông xe"], []]


def test_an_article_that_nobody_edited_has_one_version(store: Engine, see) -> None:
    see(html())

    with store.connect() as connection:
        (only,) = versions(connection, HERE)
        assert versions(connection, "0000000000000000") == ()
        with pytest.raises(KeyError, match="7"):
            change(connection, HERE, 1, 7)
    assert (only.number, only.gone, only.new, dict(only.facts)) == (1, 0, 0, {})
