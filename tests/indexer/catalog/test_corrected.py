"""Which stored pages are read again when the correction of a site comes, changes or goes."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from crawler.article import Article, FetchedPage
from crawler.corrections.layout import NONE, Correction, Corrections, Layout
from crawler.corrections.selector import to_selector
from crawler.database import writing
from crawler.extract.page import VERSION
from crawler.pages import page
from crawler.store import PageStore
from indexer.catalog import articles
from indexer.catalog.articles import Found, Origin
from indexer.catalog.corrected import reopen_corrected
from indexer.catalog.settling import Settling
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

# Where a page is from: its source, its address, and the address that its article says; None where it is none.
PLACES = {
    "theirs": ("thoidai", "https://thoidai.com.vn/a-1.html", ""),
    "saved with its address": ("files", "https://www.thoidai.com.vn/b-2.html", ""),
    "saved, it says its address": ("files", None, "https://thoidai.com.vn/c-3.html"),
    "saved, it is no article": ("files", None, None),
    "another site's": ("nhandan", "https://nhandan.vn/d-post4.html", ""),
    "saved, of another site": ("files", None, "https://nhandan.vn/e-post5.html"),
    "a like host": ("files", "https://khongthoidai.com.vn/f-6.html", ""),
}
THEIRS = {"theirs", "saved with its address", "saved, it says its address", "saved, it is no article"}


def correction(lead: str) -> Corrections:
    layout = Layout("all", lead=to_selector(lead))
    return Corrections((Correction("thoidai", (layout,), hosts=("thoidai.com.vn",)),))


@pytest.fixture
def read(store: Engine) -> Engine:
    """A store whose pages have all been read."""
    body = b"<html><body><p>...</p></body></html>"
    at = datetime(2026, 3, 13, tzinfo=UTC)
    pages = [(name, FetchedPage(url, id_, "text/html", body, at)) for name, (id_, url, _) in PLACES.items()]
    kept = PageStore(store)
    kept.save_files(pages)
    for one in kept.pending(extract_version=VERSION, annotate_version=1, limit=99):
        _, url, says = PLACES[one.identity]
        with writing(store) as connection:
            if says is not None:
                article = Article("Cầu mới qua suối Lạn", None, ("Xã có cầu mới.",), url=says or url)
                origin = Origin(one.page_id, one.version_id, one.identity, one.page.source_id)
                found = [Found(article, AnnotatedDocument())]
                articles.save(connection, origin, found, annotate_version=1, by=Settling(Registry([])))
            kept.settle(
                connection,
                one.page_id,
                version_id=one.version_id,
                outcome="rejected" if says is None else "article",
                reason="no-text" if says is None else None,
                extract_version=VERSION,
                annotate_version=1,
            )
    assert waiting(store) == set()
    return store


def waiting(store: Engine) -> set[str]:
    with store.connect() as connection:
        rows = connection.execute(select(page.c.identity, page.c.extract_version))
        return {identity for identity, version in rows if version != VERSION}


def test_only_pages_of_the_site_are_read_again(read: Engine) -> None:
    assert reopen_corrected(read, NONE) == 0
    assert reopen_corrected(read, correction("h2")) == 4
    assert waiting(read) == THEIRS


def test_they_are_read_again_once_for_each_change(read: Engine) -> None:
    assert [reopen_corrected(read, one) for one in (correction("h2"), correction("h2"))] == [4, 0]
    assert reopen_corrected(read, correction("h3")) == 4
    assert reopen_corrected(read, NONE) == 4  # the correction was taken away
    assert reopen_corrected(read, NONE) == 0
