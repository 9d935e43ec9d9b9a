"""Pending pages in; articles, annotations and outbox entries in the store out.

Pages are read and results written here, in one process; the work between runs on a `concurrent.futures` executor.
What a batch gives is written in one transaction: after a crash its pages are simply pending again.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from crawler.article import Article
from crawler.child import Failure, warm_with
from crawler.corrections.layout import NONE, Corrections
from crawler.database import writing
from crawler.extract.page import VERSION as EXTRACT_VERSION
from crawler.store import Outcome, PageStore, PendingPage
from indexer.batches import batches
from indexer.catalog import articles
from indexer.catalog.articles import Found, Origin, text_hash
from indexer.catalog.settling import Settling
from indexer.verdict import Report, Verdict
from indexer.work import Annotation, Batch, Extraction, Refused, extract_pages, recognise_texts
from nlp.annotate import VERSION as ANNOTATE_VERSION
from nlp.annotate import warm_up
from nlp.document import AnnotatedDocument

AHEAD = 4  # batches under way for each worker, so that none waits while this process writes


Listener = Callable[[Verdict], None]


def process(
    store: Engine,
    *,
    executor: Executor,
    workers: int,
    by: Settling,
    corrections: Corrections = NONE,
    listener: Listener | None = None,
) -> Report:
    """Extract, annotate and store every pending page; `listener` hears how each page ended, in order."""
    warm_with(warm_up)  # before the first child is started, which is for extraction
    river = _River(store, executor, by, corrections)
    river.take_back_moved()
    waiting = batches(river.pages)
    while True:
        while len(river.jobs) < workers * AHEAD and (batch := next(waiting, None)):
            river.send(batch)
        if not river.jobs:
            return river.report
        for verdict in river.advance():
            river.report.add(verdict)
            if listener:
                listener(verdict)


@dataclass(slots=True)
class _Job:
    """A batch on its way: extracted first, then annotated, then written."""

    pages: tuple[PendingPage, ...]
    extraction: Future[Batch[Extraction]]
    annotation: Future[Batch[Annotation]] | None = None
    outcomes: tuple[Extraction, ...] = ()
    wanted: tuple[str, ...] = ()  # hashes of the texts that were sent to be annotated
    documents: dict[str, Annotation] = field(default_factory=dict)  # by text hash


class _River:
    """The batches under way, and the two ends that touch the store."""

    def __init__(self, store: Engine, executor: Executor, by: Settling, corrections: Corrections) -> None:
        self.store = store
        self.by = by
        self.corrections = corrections
        self.pages = PageStore(store)
        self.executor = executor
        self.jobs: deque[_Job] = deque()
        self.report = Report()

    def take_back_moved(self) -> None:
        """An article whose page has moved now comes from the page at the new address, and from it alone."""
        for one in self.pages.moved():
            with writing(self.store) as connection:
                articles.forget(connection, Origin(one.page_id, one.version_id, one.identity, one.source_id))
                self._close(connection, one.page_id, one.version_id, outcome="rejected", reason="moved")

    def send(self, batch: tuple[PendingPage, ...]) -> None:
        pages = tuple(one.page for one in batch)
        self.jobs.append(_Job(batch, self.executor.submit(extract_pages, pages, self.corrections)))

    def advance(self) -> tuple[Verdict, ...]:
        """Bring the oldest batch one stage further; verdicts when it was written."""
        job = self.jobs.popleft()
        if job.annotation is None:
            self._annotate(job)
            self.jobs.append(job)
            return ()
        return self._write(job)

    def _annotate(self, job: _Job) -> None:
        """Ask for what is not known yet of the texts that came out."""
        batch = job.extraction.result()
        self.report.seconds["extract"] += batch.seconds
        job.outcomes = batch.results
        texts = {text_hash(one.text): one for outcome in job.outcomes for one in _articles(outcome)}
        with self.store.connect() as connection:
            job.documents.update(articles.recognised(connection, tuple(texts), version=ANNOTATE_VERSION))
        job.wanted = tuple(hash_ for hash_ in texts if hash_ not in job.documents)
        job.annotation = self.executor.submit(recognise_texts, tuple(texts[hash_].text for hash_ in job.wanted))

    def _write(self, job: _Job) -> tuple[Verdict, ...]:
        assert job.annotation is not None
        batch = job.annotation.result()
        self.report.seconds["annotate"] += batch.seconds
        job.documents.update(zip(job.wanted, batch.results, strict=True))
        started = time.perf_counter()
        with writing(self.store) as connection:
            verdicts = tuple(
                self._settle(connection, page, outcome, job.documents)
                for page, outcome in zip(job.pages, job.outcomes, strict=True)
            )
        self.report.seconds["store"] += time.perf_counter() - started
        return verdicts

    def _settle(
        self, connection: Connection, page: PendingPage, outcome: Extraction, documents: Mapping[str, Annotation]
    ) -> Verdict:
        verdict = _save(connection, page, outcome, documents, by=self.by)
        self._close(connection, page.page_id, page.version_id, outcome=verdict.outcome, reason=verdict.reason)
        return verdict

    def _close(
        self, connection: Connection, page_id: int, version_id: int, *, outcome: Outcome, reason: str | None
    ) -> None:
        self.pages.settle(
            connection,
            page_id,
            version_id=version_id,
            outcome=outcome,
            reason=reason,
            extract_version=EXTRACT_VERSION,
            annotate_version=ANNOTATE_VERSION,
        )


def _save(
    connection: Connection,
    page: PendingPage,
    outcome: Extraction,
    documents: Mapping[str, Annotation],
    *,
    by: Settling,
) -> Verdict:
    """Write what the page gave; a page that gave nothing this time keeps what an older version of it gave."""
    origin = Origin(page.page_id, page.version_id, page.identity, page.page.source_id)
    if isinstance(outcome, Failure):
        return Verdict(page, "failed", f"extract-{outcome.reason}")
    if isinstance(outcome, Refused):
        articles.forget(connection, origin)
        return Verdict(page, "rejected", outcome.reason)
    found = tuple(Found(one, _document(documents[text_hash(one.text)])) for one in outcome)
    ids = articles.save(connection, origin, found, annotate_version=ANNOTATE_VERSION, by=by)
    warnings = tuple(warning for one in found for warning in one.document.warnings)
    return Verdict(page, outcome[0].kind, articles=ids, warnings=warnings)


def _document(annotation: Annotation) -> AnnotatedDocument:
    """A text that could not be annotated is still an article, and says what it lacks."""
    if isinstance(annotation, Failure):
        return AnnotatedDocument(warnings=(f"annotate-{annotation.reason}",))
    return annotation


def _articles(outcome: Extraction) -> tuple[Article, ...]:
    return outcome if isinstance(outcome, tuple) else ()
