"""What a worker does: pages in, articles out; texts in, annotations out.  Nothing here touches the store.

Every function takes and gives values that pickle, so that any `concurrent.futures` executor may run it on any
machine; inside, each input runs in a child that can be killed.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from crawler.article import Article, FetchedPage, Rejected
from crawler.child import Failure, map_killable
from crawler.extract.page import extract
from nlp.annotate import annotate
from nlp.document import AnnotatedDocument

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that holds no article, and why (a slug)."""

    reason: str


Extraction = tuple[Article, ...] | Refused | Failure
Annotation = AnnotatedDocument | Failure


@dataclass(frozen=True, slots=True)
class Batch(Generic[R]):
    """Results in the order of the inputs, and the seconds that they took together."""

    results: tuple[R, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Reading:
    """One text to annotate, with what is known of it."""

    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None


def extract_pages(pages: Sequence[FetchedPage]) -> Batch[Extraction]:
    started = time.perf_counter()
    return Batch(map_killable(extract_page, pages), time.perf_counter() - started)


def annotate_texts(readings: Sequence[Reading]) -> Batch[Annotation]:
    started = time.perf_counter()
    return Batch(map_killable(annotate_text, readings), time.perf_counter() - started)


def extract_page(page: FetchedPage) -> tuple[Article, ...] | Refused:
    try:
        return extract(page)
    except Rejected as rejected:
        return Refused(rejected.reason)


def annotate_text(reading: Reading) -> AnnotatedDocument:
    return annotate(reading.text, title=reading.title, published=reading.published, url=reading.url)
