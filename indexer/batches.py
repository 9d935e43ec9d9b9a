"""Pending pages in, batches of them that a worker is given at once out."""

from collections.abc import Iterator, Sequence

from crawler.extract.page import VERSION as EXTRACT_VERSION
from crawler.store import PageStore, PendingPage
from nlp.annotate import VERSION as ANNOTATE_VERSION

BATCH_PAGES = 16  # big enough that sending a batch costs little, small enough that a killed one is soon redone
BATCH_BYTES = 2_000_000


def batches(pages: PageStore) -> Iterator[tuple[PendingPage, ...]]:
    """Everything pending, in the order of page ids, in batches of bounded number and size."""
    last = 0
    versions = {"extract_version": EXTRACT_VERSION, "annotate_version": ANNOTATE_VERSION}
    while chunk := pages.pending(limit=BATCH_PAGES, after=last, **versions):
        last = chunk[-1].page_id
        yield from _split(chunk)


def _split(chunk: Sequence[PendingPage]) -> Iterator[tuple[PendingPage, ...]]:
    batch: list[PendingPage] = []
    size = 0
    for page in chunk:
        if batch and size + len(page.page.body) > BATCH_BYTES:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(page)
        size += len(page.page.body)
    yield tuple(batch)
