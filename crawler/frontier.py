"""What one source still has to be asked, and what it answered: the crawl's side of the page store.

Each answer is one transaction (bytes, the links in them, the page's state), so that a crawl killed at any moment
goes on where it was and neither loses nor doubles a page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, delete, or_, select, update

from crawler.article import FetchedPage
from crawler.database import writing
from crawler.enqueue import enqueue
from crawler.intake import Change
from crawler.links import ListRole
from crawler.pages import page, page_version
from crawler.urls import canonical_url
from crawler.version import read_version, save_versions


@dataclass(frozen=True, slots=True)
class Target:
    """One page to ask, with what is known of it from earlier answers."""

    page_id: int
    identity: str
    url: str
    role: str  # article, feed, sitemap or listing
    tries: int
    etag: str | None
    last_modified: str | None
    not_before: datetime | None
    fetched_at: datetime | None
    version_id: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What an answer was, and how many links in it had not been known."""

    change: Change
    new_links: int = 0


class Frontier:
    """The pages of one source."""

    def __init__(self, engine: Engine, source_id: str) -> None:
        self._engine, self._source_id = engine, source_id

    def open(self, url: str, role: ListRole, *, now: datetime) -> Target:
        """The row of a feed, sitemap or listing, made when it is new."""
        with writing(self._engine) as connection:
            return self._row(connection, url, role=role, now=now)

    def due(self, *, now: datetime, started: datetime, young_since: datetime, limit: int) -> tuple[Target, ...]:
        """Articles to ask now: first those never had, the newest in front; then the young ones, for changes.

        Young are those first seen since `young_since`; each is asked once in a run that `started` then.  One
        that is gone (404) is asked again as long as it is young: sites lose a page for an evening.
        """
        again = and_(
            page.c.state.in_(("fetched", "gone")),
            page.c.first_seen_at >= young_since,
            page.c.fetched_at < started,
            or_(page.c.failure.is_(None), page.c.failure != "http-410"),
        )
        statement = (
            select(*page.c)
            .where(page.c.source_id == self._source_id, page.c.role == "article")
            .where(or_(page.c.not_before.is_(None), page.c.not_before <= now))
            .where(or_(page.c.state == "queued", again))
            .order_by(page.c.state != "queued", page.c.id.desc())
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return tuple(_target(row) for row in connection.execute(statement))

    def stored(self, target: Target) -> FetchedPage | None:
        """What the page held when it was last had."""
        statement = select(*page_version.c, page.c.url, page.c.source_id).join(
            page, page.c.version_id == page_version.c.id
        )
        with self._engine.connect() as connection:
            row = connection.execute(statement.where(page.c.id == target.page_id)).one_or_none()
        return read_version(row) if row else None

    def save(self, target: Target, fetched: FetchedPage, *, links: Sequence[str] = ()) -> Saved:
        """Keep a body and queue the links in it."""
        with writing(self._engine) as connection:
            change = _keep(connection, target, fetched)
            return Saved(change, self._queue(connection, links, now=fetched.fetched_at))

    def unchanged(self, target: Target, *, now: datetime, links: Sequence[str] = ()) -> Saved:
        """The server says that nothing changed; the links are those of the stored body."""
        with writing(self._engine) as connection:
            _update(connection, target, state="fetched", tries=0, failure=None, not_before=None, fetched_at=now)
            return Saved("unchanged", self._queue(connection, links, now=now))

    def moved(self, target: Target, url: str, fetched: FetchedPage | None, *, now: datetime) -> Change | None:
        """The page now stands at `url`: there it is kept, or queued when its body did not come along."""
        with writing(self._engine) as connection:
            moved_to = canonical_url(url)
            _update(connection, target, state="moved", moved_to=moved_to, failure=None, fetched_at=now)
            successor = self._row(connection, url, role="article", now=now)
            if fetched is not None:
                return _keep(connection, successor, fetched)
            if successor.version_id is None:
                _update(connection, successor, state="queued", not_before=None)
            return None

    def gone(self, target: Target, reason: str, *, now: datetime) -> None:
        """It is no longer there.  What was fetched before stays."""
        with writing(self._engine) as connection:
            _update(connection, target, state="gone", failure=reason, fetched_at=now)

    def failed(self, target: Target, reason: str, *, not_before: datetime | None) -> None:
        """Try again after `not_before`; None gives the page up."""
        waiting = "queued" if target.version_id is None else "fetched"
        with writing(self._engine) as connection:
            _update(
                connection,
                target,
                state=waiting if not_before else "failed",
                tries=target.tries + 1,
                failure=reason,
                not_before=not_before,
            )

    def postpone(self, target: Target, reason: str, *, not_before: datetime) -> None:
        """Leave the page for later through no fault of its own."""
        with writing(self._engine) as connection:
            _update(connection, target, failure=reason, not_before=not_before)

    def hold(self, until: datetime) -> None:
        """The server wants to be left alone: no page of the source is asked before `until`."""
        waiting = or_(page.c.not_before.is_(None), page.c.not_before < until)
        with writing(self._engine) as connection:
            mine = update(page).where(page.c.source_id == self._source_id, waiting)
            connection.execute(mine.values(not_before=until))

    def _row(self, connection: Connection, url: str, *, role: str, now: datetime) -> Target:
        enqueue(connection, [url], source_id=self._source_id, role=role, now=now)
        return _target(connection.execute(select(*page.c).where(page.c.identity == canonical_url(url))).one())

    def _queue(self, connection: Connection, links: Sequence[str], *, now: datetime) -> int:
        """The newest come first in a list, and the highest row is asked first."""
        return enqueue(connection, reversed(links), source_id=self._source_id, role="article", now=now)


def _keep(connection: Connection, target: Target, fetched: FetchedPage) -> Change:
    latest = connection.execute(select(page.c.version_id).where(page.c.id == target.page_id)).scalar_one()
    version_id = save_versions(connection, {target.page_id: fetched})[target.page_id]
    headers = dict(fetched.headers)
    _update(
        connection,
        target,
        state="fetched",
        url=target.url,
        version_id=version_id,
        etag=headers.get("etag"),
        last_modified=headers.get("last-modified"),
        tries=0,
        failure=None,
        not_before=None,
        fetched_at=fetched.fetched_at,
    )
    if target.role != "article":  # lists change all the time, and only their latest links are ever read
        older = delete(page_version).where(page_version.c.page_id == target.page_id)
        connection.execute(older.where(page_version.c.id != version_id))
    if latest is None:
        return "new"
    return "unchanged" if version_id == latest else "changed"


def _update(connection: Connection, target: Target, **values: object) -> None:
    connection.execute(update(page).where(page.c.id == target.page_id).values(**values))


def _target(row: Row[*tuple[Any, ...]]) -> Target:
    return Target(
        page_id=row.id,
        identity=row.identity,
        url=row.url,
        role=row.role,
        tries=row.tries,
        etag=row.etag,
        last_modified=row.last_modified,
        not_before=row.not_before,
        fetched_at=row.fetched_at,
        version_id=row.version_id,
    )
