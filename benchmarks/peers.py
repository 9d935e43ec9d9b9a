"""Other extractors of article text in, each as a function from a page to an article out.

Only trafilatura comes with tracuu; the others are compared where they are installed:
`python -m pip install 'tracuu[peers]'`, best into an environment of their own.
"""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.util import find_spec

from crawler.article import Article, FetchedPage

Extractor = Callable[[FetchedPage, bool], Article | None]  # whether tables are wanted: on legal pages


@dataclass(frozen=True, slots=True)
class Peer:
    name: str
    module: str
    make: Callable[[], Extractor]

    @property
    def is_installed(self) -> bool:
        return find_spec(self.module) is not None


def peers() -> Iterator[Peer]:
    yield Peer("trafilatura", "trafilatura", _trafilatura)
    yield Peer("readability-lxml", "readability", _readability)
    yield Peer("newspaper4k", "newspaper", _newspaper)
    yield Peer("resiliparse", "resiliparse", _resiliparse)


def _trafilatura() -> Extractor:
    """With metadata, as it is by default but for comments and tables: the measure of time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from trafilatura import bare_extraction  # noqa: PLC0415 (its downloader warns on import)

    def extract(page: FetchedPage, tables: bool) -> Article | None:  # noqa: FBT001 (a callable's type)
        found = bare_extraction(
            page.body, url=page.url, with_metadata=True, include_comments=False, include_tables=tables
        )
        return _article(found.title, found.text, author=found.author, date=found.date) if found else None

    return extract


def _readability() -> Extractor:
    from lxml.html import fromstring  # noqa: PLC0415 (a peer's need)
    from readability import Document  # noqa: PLC0415 (may not be installed)

    from crawler.extract.blocks import read_blocks  # noqa: PLC0415 (beside it)

    def extract(page: FetchedPage, _: bool) -> Article | None:  # noqa: FBT001 (a callable's type)
        document = Document(page.body.decode("utf-8", "replace"))
        summary = fromstring(document.summary())
        return _article(document.short_title(), "\n".join(block.text for block in read_blocks(summary)))

    return extract


def _newspaper() -> Extractor:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import newspaper  # noqa: PLC0415 (may not be installed)

    def extract(page: FetchedPage, _: bool) -> Article | None:  # noqa: FBT001 (a callable's type)
        found = newspaper.Article(page.url or "https://example.vn/a.html", language="vi", fetch_images=False)
        found.download(input_html=page.body.decode("utf-8", "replace"))
        found.parse()
        date = found.publish_date
        return _article(
            found.title,
            found.text,
            author="; ".join(found.authors),
            date=date.isoformat(timespec="minutes") if isinstance(date, datetime) else None,
        )

    return extract


def _resiliparse() -> Extractor:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 (may not be installed)
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415 (may not be installed)

    def extract(page: FetchedPage, _: bool) -> Article | None:  # noqa: FBT001 (a callable's type)
        tree = HTMLTree.parse_from_bytes(page.body, "utf-8")
        return _article(tree.title, extract_plain_text(tree, main_content=True))

    return extract


def _article(
    title: str | None, text: str | None, *, author: str | None = None, date: str | None = None
) -> Article | None:
    """None where no text was found: the page counts as refused."""
    lines = tuple(line.strip() for line in (text or "").split("\n") if line.strip())
    return Article(title, None, lines, author=author or None, published=date) if lines else None
