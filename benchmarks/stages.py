"""Where the time goes: extract, annotate, store and index, one after the other on one core.

    .venv/bin/python benchmarks/stages.py [SHARED_FOLDER]

Two loads: the 17 article pages of `pages/`, and 500 texts of `corpus/` set into the sample site's template.  In
the same run, on the same inputs: bare trafilatura, bare `word_tokenize`, a bare tantivy index of one text field.
Ratios are what to read; absolute figures belong to the machine.
"""

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import tantivy
from trafilatura import bare_extraction
from underthesea import sent_tokenize, word_tokenize

from config.demo.article import SiteArticle, load_articles
from config.demo.render import article_html
from crawler.article import Article, FetchedPage
from crawler.database import connect, writing
from crawler.store import PageStore
from indexer import sync
from indexer.catalog import articles, schema
from indexer.catalog.articles import Found, Origin
from indexer.embedded.engine import EmbeddedEngine
from indexer.work import extract_page
from nlp.annotate import annotate
from nlp.document import AnnotatedDocument

T = TypeVar("T")
TEXTS = 500
BASE = "https://tin.sonbinh.vn"  # with a real TLD: without one trafilatura reads its list of them for each page


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1].parent / "shared"
    if not shared.is_dir():
        raise SystemExit(f"{shared} is not there: the benchmark needs its pages/ and corpus/")
    for name, pages in (("17 article pages", _real_pages(shared)), (f"{TEXTS} corpus texts", _set_pages(shared))):
        _measure(name, pages)


def _measure(name: str, pages: Sequence[FetchedPage]) -> None:
    _warm_up(pages)
    outcomes, extracting = _timed(lambda: [extract_page(page) for page in pages])
    found = [(page, one) for page, outcome in zip(pages, outcomes, strict=True) for one in _kept(outcome)]
    characters = sum(len(one.text) for _, one in found)
    documents, annotating = _timed(lambda: [annotate(one.text) for _, one in found])
    with tempfile.TemporaryDirectory() as folder:
        storing, indexing = _keep(Path(folder), found, documents)
    stages = {"extract": extracting, "annotate": annotating, "store": storing, "index": indexing}
    total = sum(stages.values())
    print(f"\n{name}: {len(pages)} pages, {len(found)} articles, {characters:,} characters")
    print(f"{'stage':<12}{'share':>7}{'pages/s':>10}{'chars/s':>12}")
    for stage, seconds in stages.items():
        print(f"{stage:<12}{seconds / total:>7.1%}{len(found) / seconds:>10.1f}{characters / seconds:>12,.0f}")
    print(f"{'all':<12}{1:>7.0%}{len(found) / total:>10.1f}{characters / total:>12,.0f}")
    _compare(pages, [one for _, one in found], stages)


def _compare(pages: Sequence[FetchedPage], found: Sequence[Article], stages: dict[str, float]) -> None:
    """The same inputs through the bare libraries, in this process."""
    _, bare_extraction = _timed(lambda: [_bare_trafilatura(page) for page in pages])
    _, bare_words = _timed(lambda: [_bare_words(one.text) for one in found])
    _, bare_index = _timed(lambda: _bare_tantivy(found))
    print(f"extract / bare trafilatura with metadata: {stages['extract'] / bare_extraction:.2f} times the time")
    print(f"annotate / bare word_tokenize:            {stages['annotate'] / bare_words:.2f} times the time")
    print(f"index / bare tantivy, one field:          {stages['index'] / bare_index:.2f} times the time")


def _keep(
    folder: Path, found: Sequence[tuple[FetchedPage, Article]], documents: Sequence[AnnotatedDocument]
) -> tuple[float, float]:
    store = connect(f"sqlite:///{folder / 'store.sqlite'}")
    schema.upgrade(store)
    engine = EmbeddedEngine(folder / "index")
    _, storing = _timed(lambda: _save(store, found, documents))
    _, indexing = _timed(lambda: sync.bring_up(store, engine))
    engine.close()
    store.dispose()
    return storing, indexing


def _save(
    store: Any, found: Sequence[tuple[FetchedPage, Article]], documents: Sequence[AnnotatedDocument]
) -> None:
    pages = PageStore(store)
    pages.save_files([(page.url or page.name, page) for page, _ in found])
    known = dict(
        zip((page.url or page.name for page, _ in found), zip(found, documents, strict=True), strict=True)
    )
    waiting = pages.pending(extract_version=1, annotate_version=1, limit=len(found))
    for start in range(0, len(waiting), 16):
        with writing(store) as connection:
            for one in waiting[start : start + 16]:
                (_, article), document = known[one.identity]
                origin = Origin(one.page_id, one.version_id, one.identity, one.page.source_id)
                articles.save(connection, origin, [Found(article, document)], annotate_version=1)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def _kept(outcome: object) -> tuple[Article, ...]:
    return outcome if isinstance(outcome, tuple) else ()


def _warm_up(pages: Sequence[FetchedPage]) -> None:
    """Models and lists are read once in the life of a process."""
    extract_page(pages[0])
    annotate("Bà Trần Thị Lam dự hội nghị tại Hà Nội.")
    _bare_trafilatura(pages[0])
    _bare_words("Hội nghị tổng kết.")


def _bare_trafilatura(page: FetchedPage) -> object:
    return bare_extraction(page.body, url=page.url, with_metadata=True, include_comments=False)


def _bare_words(text: str) -> list[list[str]]:
    return [
        word_tokenize(sentence) for line in text.split("\n") if line.strip() for sentence in sent_tokenize(line)
    ]


def _bare_tantivy(found: Sequence[Article]) -> None:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text")
    writer = tantivy.Index(builder.build()).writer()
    for one in found:
        writer.add_document(tantivy.Document(text=one.text))
    writer.commit()
    writer.wait_merging_threads()


def _real_pages(shared: Path) -> list[FetchedPage]:
    lines = (shared / "pages" / "expected.jsonl").read_text("utf-8").splitlines()
    chosen = [one for one in map(json.loads, lines) if one["kind"] == "article"]
    return [
        _page(gzip.decompress((shared / "pages" / f"{one['file']}.gz").read_bytes()), one["url"]) for one in chosen
    ]


def _set_pages(shared: Path) -> list[FetchedPage]:
    frame = load_articles()[0]
    made = [_set(frame, number, one) for number, one in enumerate(_texts(shared), start=1)]
    return [_page(article_html(one, base_url=BASE).encode(), BASE + one.path) for one in made]


def _set(frame: SiteArticle, number: int, one: dict[str, Any]) -> SiteArticle:
    lines = tuple(line.strip() for line in one["text"].split("\n") if line.strip())
    return replace(frame, id=200_000 + number, title=one["title"], lead=lines[0], body=lines[1:] or lines)


def _texts(shared: Path) -> Iterator[dict[str, Any]]:
    """Every 20th of the articles of 2013: 65 papers, dates spread over nine months."""
    with gzip.open(shared / "corpus" / "news-2013.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            if number % 20 == 0 and number < TEXTS * 20:
                yield json.loads(line)


def _page(body: bytes, url: str | None) -> FetchedPage:
    return FetchedPage(url, "bench", "text/html", body, datetime.now(UTC), name=url or "")


if __name__ == "__main__":
    main()
