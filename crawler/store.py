"""Files in, pending pages out: the raw bytes of everything collected, and what became of each page.

The crawl's side of the same tables is `crawler.frontier`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, case, func, or_, select, update

from crawler.article import FetchedPage
from crawler.database import writing
from crawler.intake import Change, save_files
from crawler.pages import page, page_version
from crawler.version import read_version

Outcome = Literal["article", "document", "rejected", "failed"]
PROCESSED_ROLES = ("article", "file")  # listings, feeds and sitemaps are only read for their links


@dataclass(frozen=True, slots=True)
class PendingPage:
    """The latest version of a page that today's code has not dealt with."""

    page_id: int
    version_id: int
    identity: str
    page: FetchedPage


@dataclass(frozen=True, slots=True)
class MovedPage:
    """A page that gave an article and has since moved: the article now comes from the page at the new address."""

    page_id: int
    version_id: int  # the one that the article came from
    identity: str
    source_id: str


@dataclass(frozen=True, slots=True)
class SourceCount:
    """How many articles of a source are in which state, and when its server last answered for any page."""

    source_id: str
    states: tuple[tuple[str, int], ...]
    last_fetched_at: datetime | None


class PageStore:
    """All pages of one store.  Its tables must be there: the catalogue's migrations make them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def save_file(self, fetched: FetchedPage, *, identity: str) -> Change:
        return self.save_files([(identity, fetched)])[0]

    def save_files(self, files: Sequence[tuple[str, FetchedPage]]) -> tuple[Change, ...]:
        """Store (identity, page) pairs in one transaction; what each of them was, in the same order.

        A later pair with an identity that came before is a newer version of the same page.
        """
        with writing(self._engine) as connection:
            return save_files(connection, files)

    def pending(
        self, *, extract_version: int, annotate_version: int, limit: int, after: int = 0
    ) -> tuple[PendingPage, ...]:
        """The next pages to process in the order of their ids, from the first above `after`."""
        columns = (page.c.identity, page.c.url, page.c.source_id, *page_version.c)
        statement = (
            select(*columns)
            .join(page_version, page_version.c.id == page.c.version_id)
            .where(page.c.id > after, *_unprocessed(extract_version, annotate_version))
            .order_by(page.c.id)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return tuple(_pending_page(row) for row in connection.execute(statement))

    def newest(self, source_id: str, *, media_types: Iterable[str], limit: int) -> tuple[FetchedPage, ...]:
        """The latest versions of a source's pages, what was fetched last comes first."""
        statement = (
            select(page.c.url, page.c.source_id, *page_version.c)
            .join(page_version, page_version.c.id == page.c.version_id)
            .where(page.c.source_id == source_id, page.c.role.in_(PROCESSED_ROLES), page.c.state != "moved")
            .where(page_version.c.media_type.in_(media_types))
            .order_by(page_version.c.fetched_at.desc(), page.c.id.desc())
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return tuple(map(read_version, connection.execute(statement)))

    def count_pending(self, *, extract_version: int, annotate_version: int) -> int:
        statement = select(func.count()).where(*_unprocessed(extract_version, annotate_version))
        with self._engine.connect() as connection:
            return connection.execute(statement).scalar_one()

    def moved(self) -> tuple[MovedPage, ...]:
        """Pages whose articles are to be taken back and which are then settled as "rejected", "moved"."""
        statement = select(page.c.id, page.c.processed_version_id, page.c.identity, page.c.source_id).where(
            page.c.state == "moved", page.c.outcome.in_(("article", "document"))
        )
        with self._engine.connect() as connection:
            return tuple(MovedPage(*row) for row in connection.execute(statement.order_by(page.c.id)))

    @staticmethod
    def settle(
        connection: Connection,
        page_id: int,
        *,
        version_id: int,
        outcome: Outcome,
        reason: str | None,
        extract_version: int,
        annotate_version: int,
    ) -> None:
        """Note what became of one version, in the caller's transaction beside what was made of it."""
        connection.execute(
            update(page)
            .where(page.c.id == page_id)
            .values(
                processed_version_id=version_id,
                outcome=outcome,
                reason=reason,
                extract_version=extract_version,
                annotate_version=annotate_version,
            )
        )

    def tally(self) -> dict[str, int]:
        """Number of stored articles and files by outcome; without one they are "pending", or have "moved"."""
        outcome = func.coalesce(page.c.outcome, case((page.c.state == "moved", "moved"), else_="pending"))
        return self._counts(select(outcome, func.count()).group_by(outcome))

    def reasons(self) -> dict[str, int]:
        """Why stored articles and files were rejected or failed, and how many of them."""
        return self._counts(
            select(page.c.reason, func.count()).group_by(page.c.reason).where(page.c.reason.is_not(None))
        )

    def _counts(self, statement: Select[Any, int]) -> dict[str, int]:
        stored = statement.where(page.c.role.in_(PROCESSED_ROLES), page.c.version_id.is_not(None))
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(stored)}

    def sources(self) -> tuple[SourceCount, ...]:
        states = select(page.c.source_id, page.c.state, func.count()).where(page.c.role.in_(PROCESSED_ROLES))
        last = select(page.c.source_id, func.max(page.c.fetched_at)).group_by(page.c.source_id)
        with self._engine.connect() as connection:
            counted = connection.execute(states.group_by(page.c.source_id, page.c.state)).all()
            fetched = connection.execute(last.order_by(page.c.source_id)).all()
        return tuple(
            SourceCount(
                source_id, tuple((state, n) for of, state, n in counted if of == source_id), last_fetched_at
            )
            for source_id, last_fetched_at in fetched
        )


def _unprocessed(extract_version: int, annotate_version: int) -> tuple[ColumnElement[bool], ...]:
    return (
        page.c.role.in_(PROCESSED_ROLES),
        page.c.state != "moved",
        page.c.version_id.is_not(None),
        or_(
            page.c.processed_version_id.is_(None),
            page.c.processed_version_id != page.c.version_id,
            page.c.extract_version != extract_version,
            page.c.annotate_version != annotate_version,
        ),
    )


def _pending_page(row: Row[*tuple[Any, ...]]) -> PendingPage:
    return PendingPage(row.page_id, row.id, row.identity, read_version(row))
