"""Runs and articles in, what is wrong with a source out: silence is an alarm."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, case, func, select

from crawler.source import Source
from indexer.catalog import runs
from indexer.catalog.tables import article

STALE = timedelta(hours=26)  # a night and two hours
QUIET_SHARE = 0.4  # fewer articles in a week than this share of what the source states


@dataclass(frozen=True, slots=True)
class Lacks:
    """How many articles of a source there are, and how many of them lack what."""

    articles: int
    lead: int
    minute: int
    author: int


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """`state` is "ok", "new" (never crawled), "late", "quiet" or "failing"; `reason` says it in words."""

    source_id: str
    state: str
    reason: str
    last_run: datetime | None
    last_week: int  # articles published in the last seven days


def source_health(
    connection: Connection, sources: tuple[Source, ...], *, now: datetime
) -> tuple[SourceHealth, ...]:
    crawls = runs.last_by_source(connection)
    week = _published_since(connection, now - timedelta(days=7))
    return tuple(_health(one, crawls.get(one.id), week, now=now) for one in sources)


def lacks(connection: Connection) -> dict[str, Lacks]:
    """By source id: a reader that has gone wrong shows here first."""
    counted = (
        select(
            article.c.source,
            func.count(),
            func.sum(case((article.c.has_lead, 0), else_=1)),
            func.sum(case((article.c.precision == "minute", 0), else_=1)),
            func.sum(case((article.c.author.is_(None), 1), else_=0)),
        )
        .where(article.c.removed.is_(False))
        .group_by(article.c.source)
    )
    return {source: Lacks(*counts) for source, *counts in connection.execute(counted)}


def _health(source: Source, last: runs.Run | None, week: Mapping[str, int], *, now: datetime) -> SourceHealth:
    count = week.get(source.id, 0)
    state, reason = _verdict(source, last, count, now=now)
    return SourceHealth(source.id, state, reason, last.started_at if last else None, count)


def _verdict(source: Source, last: runs.Run | None, week: int, *, now: datetime) -> tuple[str, str]:
    if last is None:
        return "new", "never crawled"
    if last.state != "done":
        return "failing", last.error or last.state
    if now - last.started_at > STALE:
        hours = (now - last.started_at) // timedelta(hours=1)
        return "late", f"last crawled {hours} hours ago"
    expected = 7 * source.articles_per_day
    if week < QUIET_SHARE * expected:
        return "quiet", f"{week} articles in a week where {expected} are usual"
    return "ok", ""


def _published_since(connection: Connection, since: datetime) -> dict[str, int]:
    counted = (
        select(article.c.source, func.count())
        .where(article.c.day >= since.date().isoformat(), article.c.removed.is_(False))
        .group_by(article.c.source)
    )
    return dict(connection.execute(counted).all())
