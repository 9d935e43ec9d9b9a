"""Addresses in, queued rows of `page` out: each page once, whatever its address is spelt like."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, insert, select

from crawler.pages import page
from crawler.urls import canonical_url
from crawler.version import MOST_KEYS


def enqueue(connection: Connection, urls: Iterable[str], *, source_id: str, role: str, now: datetime) -> int:
    """Queue the pages that are not known, whatever state those that are known are in; how many were new.

    The last address given becomes the last row, and the frontier asks the highest row first.
    """
    named = {canonical_url(url): url for url in urls}
    return sum(_insert(connection, part, source_id=source_id, role=role, now=now) for part in _parts(named))


def _insert(connection: Connection, named: Mapping[str, str], *, source_id: str, role: str, now: datetime) -> int:
    known = set(connection.execute(select(page.c.identity).where(page.c.identity.in_(named))).scalars())
    rows = [
        {
            "identity": identity,
            "source_id": source_id,
            "url": url,
            "role": role,
            "state": "queued",
            "first_seen_at": now,
        }
        for identity, url in named.items()
        if identity not in known
    ]
    if rows:
        connection.execute(insert(page), rows)
    return len(rows)


def _parts(named: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Pieces short enough for one IN (…)."""
    items = iter(named.items())
    while part := dict(islice(items, MOST_KEYS)):
        yield part
