"""The catalogue keeps ids over edits, keeps every version, and tells engines only what really changed."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, func, select

from crawler.article import Article, FetchedPage, article_id
from crawler.database import writing
from crawler.store import PageStore
from indexer.catalog import articles, outbox, shelf
from indexer.catalog.again import reopen
from indexer.catalog.articles import Found, Origin
from indexer.catalog.citations import normal_of
from indexer.catalog.settling import Settling
from indexer.catalog.tables import article_version, mention
from nlp.directives.registry import Document, Registry
from nlp.document import AnnotatedDocument, Citation, Entity

IDENTITY = "https://tin.example.vn/doi-ngoai/hoi-nghi-tong-ket-101.html"
HERE = article_id(IDENTITY)
CONFERENCE = Article(
    title="Hội nghị tổng kết công tác đối ngoại",
    lead=None,
    paragraphs=("Bà Trần Thị Lam nêu Chỉ thị 12-CT/TW.",),
    url=IDENTITY,
    published="2023-12-20T08:30+07:00",
    precision="minute",
)
PERSON = Entity(41, 53, "Trần Thị Lam", "PER", "Trần Thị Lam", by="model")
DIRECTIVE = Citation(
    58, 74, "Chỉ thị 12-CT/TW", 58, 74, "full", type="Chỉ thị", number="12", symbol="CT/TW", scope="party",
    canonical="tw.ct.x.00012", evidence="open", confidence=0.0,
)  # fmt: skip
BY = Settling(Registry([]))
FOUND = Found(CONFERENCE, AnnotatedDocument(entities=(PERSON,), citations=(DIRECTIVE,)))
EDITED = Found(
    Article(title="Hội nghị tổng kết năm 2023", lead=None, paragraphs=CONFERENCE.paragraphs, url=IDENTITY),
    AnnotatedDocument(),
)


@pytest.fixture
def origin(store: Engine) -> Origin:
    page = FetchedPage(IDENTITY, "mau", "text/html", b"<p>1</p>", datetime(2023, 12, 20, tzinfo=UTC))
    PageStore(store).save_file(page, identity=IDENTITY)
    return _pending(store)


def _pending(store: Engine) -> Origin:
    (page,) = PageStore(store).pending(extract_version=1, annotate_version=1, limit=1)
    return Origin(page.page_id, page.version_id, page.identity, page.page.source_id)


def _fetched_again(store: Engine) -> Origin:
    """The page with other bytes than before."""
    page = FetchedPage(IDENTITY, "mau", "text/html", b"<p>2</p>", datetime(2023, 12, 21, tzinfo=UTC))
    PageStore(store).save_file(page, identity=IDENTITY)
    return _pending(store)


def _save(store: Engine, origin: Origin, *found: Found) -> tuple[str, ...]:
    with writing(store) as connection:
        return articles.save(connection, origin, found, annotate_version=1, by=BY)


def _changes(store: Engine, *, after: int = 0) -> list[tuple[str, bool]]:
    with store.connect() as connection:
        return [(entry.article_id, entry.deleted) for entry in outbox.after(connection, after, limit=10)]


def test_what_is_saved_is_read_back_whole(store: Engine, origin: Origin) -> None:
    ids = _save(store, origin, FOUND)

    with store.connect() as connection:
        stored = shelf.read(connection, ids)[HERE]
    assert ids == (HERE,)
    assert (stored.article, replace(stored.document, events=())) == (FOUND.article, FOUND.document)
    assert [one.name for one in stored.document.events] == ["Hội nghị tổng kết công tác đối ngoại"]
    assert (stored.day, stored.published_at) == ("2023-12-20", 1703035800)


def test_saving_the_same_again_tells_the_engine_nothing(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND)
    with store.connect() as connection:
        last = outbox.last_seq(connection)

    _save(store, origin, FOUND)

    assert _changes(store, after=last) == []


def test_an_edited_article_keeps_its_id_and_its_former_text(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND)
    assert _save(store, _fetched_again(store), EDITED) == (HERE,)

    with store.connect() as connection:
        stored = shelf.read(connection, [HERE])[HERE]
        kept = connection.execute(select(article_version)).all()
        names = connection.scalar(select(func.count()).select_from(mention))
    assert (stored.revision, stored.article.title) == (2, "Hội nghị tổng kết năm 2023")
    assert [(row.article_id, row.revision) for row in kept] == [(HERE, 1)]
    assert names == 0


@pytest.mark.parametrize(
    "other",
    [
        replace(CONFERENCE, tags=("đối ngoại",), section="Thời sự"),
        replace(CONFERENCE, captions=("Ảnh: T.L.",), language="vi", flags=("ocr",)),
    ],
    ids=["a menu", "a better reader"],
)
def test_what_is_no_text_and_no_fact_of_the_article_makes_no_version(
    store: Engine, origin: Origin, other: Article
) -> None:
    _save(store, origin, FOUND)
    _save(store, _fetched_again(store), Found(other, FOUND.document))

    with store.connect() as connection:
        stored = shelf.read(connection, [HERE])[HERE]
    assert (stored.revision, stored.article) == (1, other)


def test_a_better_reading_of_the_same_page_is_no_edit(store: Engine, origin: Origin) -> None:
    _save(store, origin, EDITED)
    _save(store, origin, FOUND)

    with store.connect() as connection:
        stored = shelf.read(connection, [HERE])[HERE]
    assert (stored.revision, stored.article) == (1, CONFERENCE)


def test_an_article_that_left_its_page_leaves_the_search(store: Engine, origin: Origin) -> None:
    second = f"{HERE}-2"
    assert _save(store, origin, FOUND, EDITED) == (HERE, second)

    _save(store, origin, FOUND)

    assert _changes(store)[-1] == (second, True)
    with store.connect() as connection:
        assert list(shelf.versions(connection)) == [HERE]


def test_a_page_that_is_rejected_by_a_better_reader_loses_its_article(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND)

    with writing(store) as connection:
        articles.forget(connection, origin)

    assert _changes(store) == [(HERE, True)]


def test_an_error_page_does_not_wipe_out_yesterdays_article(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND)
    broken = FetchedPage(IDENTITY, "mau", "text/html", b"<p>B\xe1\xba\xa3o tr\xc3\xac</p>", datetime.now(UTC))
    PageStore(store).save_file(broken, identity=IDENTITY)

    with writing(store) as connection:
        articles.forget(connection, _pending(store))

    assert _changes(store) == [(HERE, False)]


def test_a_rebuild_annotates_every_text_again(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND)

    reopen(store, extraction=False)

    with store.connect() as connection:
        known = articles.recognised(connection, [articles.text_hash(CONFERENCE.text)], version=1)
        stored = shelf.read(connection, [HERE])
    assert known == {}
    assert replace(stored[HERE].document, events=()) == FOUND.document


def test_copies_count_each_other(store: Engine, origin: Origin) -> None:
    _save(store, origin, FOUND, FOUND)

    with store.connect() as connection:
        stored = shelf.read(connection, [HERE])[HERE]
        counts = shelf.counts(connection)
    assert stored.copies == 1
    assert (counts["articles"], counts["copies"]) == (2, 1)


@pytest.mark.parametrize(
    ("number", "year", "symbol", "scope", "normal"),
    [
        ("12", None, "CT/TW", "party", "12-CT/TW"),
        ("12", "2012", "NĐ-CP", "state", "12/2012/NĐ-CP"),
        ("303", None, "NQ-LHHN-ĐCT", "mass", "303/NQ-LHHN-ĐCT"),
        ("45", "2013", "QH13", "state", "45/2013/QH13"),
        ("38", None, None, "party", None),
    ],
)
def test_a_citation_is_indexed_by_the_normal_form_of_its_number(
    number: str, year: str | None, symbol: str | None, scope: str, normal: str | None
) -> None:
    cited = Citation(0, 1, "x", 0, 1, "full", number=number, year=year, symbol=symbol, scope=scope)

    assert normal_of(cited, Registry([])) == normal


@pytest.mark.parametrize(
    ("key", "normal"),
    [
        ("tw.ct.k12.00038", "38-CT/TW"),
        ("cp.nd.2020.00023", "23/2020/NĐ-CP"),
        ("tw.ct.x.00038", None),
        ("tw.nq.k13._dai-hoi", "Nghị quyết Đại hội XIII"),
        ("qh13.l.2013.00045", "45/2013/QH13"),
    ],
)
def test_a_citation_without_a_symbol_is_indexed_by_the_document_that_is_meant(
    key: str, normal: str | None
) -> None:
    congress = Document("tw.nq.k13._dai-hoi", "Nghị quyết", names=("Nghị quyết Đại hội XIII",))
    cited = Citation(0, 1, "x", 0, 1, "short", canonical=key)

    assert normal_of(cited, Registry([congress])) == normal
