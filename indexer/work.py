"""What a worker does: pages in, articles out; texts in, annotations out.  Nothing here touches the store.

Every function takes and gives values that pickle, so that any `concurrent.futures` executor may run it on any
machine; inside, each input runs in a child that can be killed.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from crawler.article import Article, FetchedPage, Rejected
from crawler.child import SECONDS, Failure, map_killable, warm_with
from crawler.corrections.layout import NONE, Corrections
from crawler.explain.page import explain
from crawler.explain.verdict import Explained
from crawler.extract.page import extract
from crawler.media import PAPERS
from nlp.annotate import annotate, recognise, warm_up
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument

R = TypeVar("R")

LEAST_SPEED = 20_000  # characters a second; annotation does 170,000 to 270,000 on one core
PAPER_SECONDS = 90.0  # for any document file: LibreOffice starts in 2 to 20 s, 1,000 pages of text take 40
SCAN_SPEED = 5_000  # bytes a second
MOST_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that holds no article, and why (a slug)."""

    reason: str


Extraction = tuple[Article, ...] | Refused | Failure
Explanation = Explained | Failure
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
    context: Context


def extract_pages(pages: Sequence[FetchedPage], corrections: Corrections = NONE) -> Batch[Extraction]:
    """Document files one by one, each with its own time; the others together."""
    started = time.perf_counter()
    read = partial(extract_page, corrections=corrections)
    return Batch(_each_in_time(read, pages), time.perf_counter() - started)


def explain_pages(pages: Sequence[FetchedPage], corrections: Corrections = NONE) -> Batch[Explanation]:
    """The same as `extract_pages`, and how it came to that."""
    started = time.perf_counter()
    return Batch(_each_in_time(partial(explain, corrections=corrections), pages), time.perf_counter() - started)


def recognise_texts(texts: Sequence[str]) -> Batch[Annotation]:
    """What can be known from each text alone."""
    warm_with(warm_up)
    started = time.perf_counter()
    return Batch(map_killable(recognise, texts, seconds=_patience(texts)), time.perf_counter() - started)


def annotate_texts(readings: Sequence[Reading]) -> Batch[Annotation]:
    """Everything that is found in each text, with the registry as shipped."""
    warm_with(warm_up)
    started = time.perf_counter()
    patience = _patience([one.text for one in readings])
    return Batch(map_killable(annotate_text, readings, seconds=patience), time.perf_counter() - started)


def extract_page(page: FetchedPage, corrections: Corrections = NONE) -> tuple[Article, ...] | Refused:
    try:
        return extract(page, corrections)
    except Rejected as rejected:
        return Refused(rejected.reason)


def annotate_text(reading: Reading) -> AnnotatedDocument:
    return annotate(reading.text, context=reading.context)


def _each_in_time(read: Callable[[FetchedPage], R], pages: Sequence[FetchedPage]) -> tuple[R | Failure, ...]:
    light = [at for at, page in enumerate(pages) if page.media_type not in PAPERS]
    results = dict(zip(light, map_killable(read, [pages[at] for at in light]), strict=True))
    for at, page in enumerate(pages):
        if at not in results:
            (results[at],) = map_killable(read, (page,), seconds=_patience_with_paper(page))
    return tuple(results[at] for at in range(len(pages)))


def _patience_with_paper(page: FetchedPage) -> float:
    """In seconds: a scan is read in 2 to 6 s a page, and a page of one has 30 KB and more."""
    return min(PAPER_SECONDS + len(page.body) / SCAN_SPEED, MOST_SECONDS)


def _patience(texts: Sequence[str]) -> float:
    """In seconds: a text of a million characters is given its time; a short one that takes as long is hostile."""
    return SECONDS + max(map(len, texts), default=0) / LEAST_SPEED
