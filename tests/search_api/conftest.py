"""A small store with its index, and a client of the application that serves them."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, delete, insert, select

from crawler.article import Article, DocumentHeader, FetchedPage
from crawler.database import connect, writing
from crawler.source import Source
from crawler.store import PageStore
from indexer import sync
from indexer.catalog import articles, schema, tying
from indexer.catalog.articles import Found, Origin
from indexer.catalog.ledger import relation
from indexer.catalog.settling import Settling
from indexer.catalog.tables import article
from indexer.embedded.engine import EmbeddedEngine
from indexer.engine import SearchEngine
from nlp.annotate import recognise
from nlp.directives.documents import bundled
from nlp.document import AnnotatedDocument, Citation, Entity, Event, Office, Quote
from search_api.app import create_app

SOURCES = (
    Source("mau", "Báo Mẫu", "https://mau.example.vn/", re.compile("x"), articles_per_day=30),
    Source("nghi", "Báo Nghỉ", "https://nghi.example.vn/", re.compile("x"), paused=True),
)
FETCHED_AT = datetime(2024, 7, 20, 1, 30, tzinfo=UTC)
TITLE = "Hội nghị trực tuyến toàn quốc về đối ngoại nhân dân"
LEAD = "Ông Trần Minh Đức, Chủ tịch Hội Hữu nghị Sông Lam, chủ trì hội nghị sáng 19/7 tại Hà Nội."
SPEECH = "Ông Đức nhấn mạnh Chỉ thị số 12-CT/TW của Ban Bí thư: “Đối ngoại nhân dân phải đi trước một bước”."


def _found(text: str, surface: str, nth: int = 1) -> tuple[int, int]:
    """Where `surface` stands for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(surface, start + 1)
    return start, start + len(surface)


def _entity(text: str, surface: str, type_: str, canonical: str, nth: int = 1) -> Entity:
    start, end = _found(text, surface, nth)
    return Entity(start, end, surface, type_, canonical, by="test")


def conference() -> Found:
    """An article in which there is one of everything."""
    article = Article(
        title=TITLE,
        lead=LEAD,
        paragraphs=("Hội nghị có 200 đại biểu dự.", SPEECH),
        url="https://mau.example.vn/doi-ngoai/hoi-nghi-1.html",
        author="Lê Thu An",
        published="2024-07-19T08:47+07:00",
        precision="minute",
        section="Đối ngoại",
        tags=("đối ngoại nhân dân",),
        captions=("Toàn cảnh hội nghị.",),
    )
    text = article.text
    start, end = _found(text, "Chỉ thị số 12-CT/TW")
    citation = Citation(
        start,
        end,
        text[start:end],
        start,
        end,
        "full",
        type="Chỉ thị",
        number="12",
        symbol="CT/TW",
        issued_on="2022-01-05",
        scope="party",
    )
    quoted, after = _found(text, "Đối ngoại nhân dân phải đi trước một bước")
    held, until = _found(text, "Trần Minh Đức, Chủ tịch Hội Hữu nghị Sông Lam")
    document = AnnotatedDocument(
        entities=(
            _entity(text, "Trần Minh Đức", "PER", "Trần Minh Đức"),
            _entity(text, "Hội Hữu nghị Sông Lam", "ORG", "Hội Hữu nghị Sông Lam"),
            _entity(text, "Sông Lam", "LOC", "Sông Lam"),  # within the name of the organisation
            _entity(text, "Hà Nội", "LOC", "Hà Nội"),
            _entity(text, "Đức", "PER", "Trần Minh Đức", nth=2),
            _entity(text, "Ban Bí thư", "ORG", "Ban Bí thư"),
        ),
        citations=(citation,),
        offices=(Office(held, until, text[held:until], "Trần Minh Đức", "Chủ tịch", "Hội Hữu nghị Sông Lam"),),
        quotes=(Quote(quoted, after, text[quoted:after], "Trần Minh Đức", None, direct=True),),
        events=(
            Event(TITLE, "hội nghị", date="2024-07-19", place="Hà Nội", chairs=("Trần Minh Đức",), main=True),
        ),
    )
    return Found(article, document)


def decree() -> Found:
    """An official text."""
    header = DocumentHeader(number="12/2012/NĐ-CP", type="Nghị định", issued_on="2012-03-01", issuer="Chính phủ")
    article = Article(
        title="Nghị định 12/2012/NĐ-CP",
        lead=None,
        paragraphs=("Nghị định này quy định về đăng ký và quản lý hoạt động.",),
        kind="document",
        published="2012-03-01",
        precision="day",
        external_id="nd-12",
        source="congbao",
        document=header,
    )
    return Found(article, AnnotatedDocument())


def short_news(count: int) -> list[Found]:
    """Articles of one paragraph about floods, on the days of May 2023."""
    return [
        Found(
            Article(
                title=f"Tin lũ số {day}",
                lead=None,
                paragraphs=(f"Nước sông dâng cao ngày thứ {day}.",),
                url=f"https://mau.example.vn/tin-lu-{day}.html",
                published=f"2023-05-{day:02}",
                precision="day",
                section="Thời sự",
            ),
            AnnotatedDocument(),
        )
        for day in range(1, count + 1)
    ]


def fill(store: Engine, found: Sequence[Found], *, source: str = "mau") -> tuple[str, ...]:
    """Save each as an article of a page of its own; their ids."""
    ids: list[str] = []
    for number, one in enumerate(found):
        identity = f"{source}:{number}:{one.article.title}"
        page = FetchedPage(one.article.url, source, "text/html", identity.encode(), FETCHED_AT)
        PageStore(store).save_file(page, identity=identity)
        last = PageStore(store).pending(extract_version=1, annotate_version=1, limit=1_000)[-1]
        origin = Origin(last.page_id, last.version_id, identity, source)
        with writing(store) as connection:
            ids += articles.save(connection, origin, [one], annotate_version=1, by=Settling(bundled()))
    return tuple(ids)


def client_of(store: Engine, engine: SearchEngine) -> TestClient:
    app = create_app(store=store, engine=engine, sources=SOURCES)
    return TestClient(app, base_url="http://localhost", raise_server_exceptions=False)


Serving = Callable[..., TestClient]


@pytest.fixture(scope="session")
def serving() -> Iterator[Serving]:
    """Makes a client of a store in the given folder, with an index, that holds the given articles.

    `then` may change the store before it is indexed.
    """
    with ExitStack() as open_things:

        def serve(
            folder: Path,
            found: Sequence[Found],
            *,
            printed_again: Sequence[Found] = (),
            then: Callable[[Engine], None] = lambda _: None,
        ) -> TestClient:
            store = connect(f"sqlite:///{folder / 'store.sqlite'}")
            open_things.callback(store.dispose)
            schema.upgrade(store)
            engine = EmbeddedEngine(folder / "index")
            open_things.callback(engine.close)
            fill(store, found)
            fill(store, printed_again, source="nghi")
            then(store)
            tying.tie(store)
            sync.bring_up(store, engine)
            return client_of(store, engine)

        yield serve


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, serving: Serving) -> TestClient:
    """The client of a store that nothing changes."""
    found = [conference(), decree(), *short_news(14)]
    return serving(tmp_path_factory.mktemp("library"), found, printed_again=[conference()])


def citing(title: str, *paragraphs: str, published: str | None) -> Found:
    """An article in which the citations are found as in any other."""
    precision = "day" if published else None
    one = Article(title, None, paragraphs, published=published, precision=precision)
    return Found(one, recognise(one.text))


def relate(store: Engine) -> None:
    """Say in the store, and nothing else of the kind, what the report's first sentence does to the directive."""
    row = {"source": "activity", "target": "tw.ct.k13.00012", "relation": "reviews", "cue": "Sơ kết"}
    with writing(store) as connection:
        connection.execute(delete(relation))
        report = connection.scalar(select(article.c.id).where(article.c.title == "Hai năm đối ngoại nhân dân"))
        connection.execute(insert(relation).values(article_id=report, place=90, start=28, end=34, **row))


REPORT = citing(
    "Hai năm đối ngoại nhân dân",
    "Sơ kết 2 năm thực hiện Chỉ thị số 12-CT/TW ngày 05/01/2022 của Ban Bí thư.",
    "Hội nghị cũng nhắc đến Nghị định số 58/2022/NĐ-CP.",
    published="2024-04-10",
)
GATHERING = citing(
    "Gặp gỡ hữu nghị",
    "Chỉ thị số 12-CT/TW ngày 05/01/2022 được nêu. Sau đó Chỉ thị số 12-CT/TW ngày 05/01/2022 được bàn thêm.",
    published="2024-06-01",
)
UNDATED = citing(
    "Bài không ngày", "Theo Chỉ thị số 12-CT/TW ngày 05/01/2022, tỉnh đã lập kế hoạch.", published=None
)
UNKNOWN = citing("Dự án mới", "Quyết định số 4321/QĐ-TTg ngày 12/12/2023 nêu rõ.", published="2024-01-02")
OPEN = citing("Nhắc lại", "Chi bộ đọc Chỉ thị số 12-CT/TW.", published=None)


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory, serving: Serving) -> TestClient:
    """The client of a store whose articles cite documents; nothing changes it."""
    found = [REPORT, GATHERING, UNDATED, UNKNOWN, OPEN]
    return serving(tmp_path_factory.mktemp("documents"), found, then=relate)


@pytest.fixture
def filled(store: Engine) -> tuple[Engine, str]:
    """A store with one article, and the article's id."""
    return store, fill(store, short_news(1))[0]


@pytest.fixture
def serve_with(store: Engine) -> Callable[[SearchEngine], TestClient]:
    """Makes a client of an empty store and the given engine."""
    return lambda engine: client_of(store, engine)
