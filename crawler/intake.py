"""Files and ready articles in, rows of `page` and `page_version` out, thousands in a few statements."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from crawler.article import FetchedPage
from crawler.pages import page
from crawler.version import MOST_KEYS, save_versions

Change = Literal["new", "changed", "unchanged"]
File = tuple[str, FetchedPage]  # its identity, and what it holds


def save_files(connection: Connection, files: Sequence[File]) -> tuple[Change, ...]:
    """What each file was, in order.  One whose identity came before is a newer version of the same page."""
    return tuple(change for batch in _batches(files) for change in _save_batch(connection, batch))


def _batches(files: Sequence[File]) -> Iterator[dict[str, FetchedPage]]:
    """Runs of files in which no identity comes twice, short enough for one IN (…)."""
    batch: dict[str, FetchedPage] = {}
    for identity, fetched in files:
        if identity in batch or len(batch) == MOST_KEYS:
            yield batch
            batch = {}
        batch[identity] = fetched
    if batch:
        yield batch


def _save_batch(connection: Connection, batch: Mapping[str, FetchedPage]) -> list[Change]:
    latest = _latest(connection, batch)
    added = _add(connection, {identity: fetched for identity, fetched in batch.items() if identity not in latest})
    ids = added | {identity: page_id for identity, (page_id, _) in latest.items()}
    versions = save_versions(connection, {ids[identity]: fetched for identity, fetched in batch.items()})
    changes: list[Change] = []
    moved = []
    for identity, fetched in batch.items():
        version_id = versions[ids[identity]]
        if identity in latest and latest[identity][1] == version_id:
            changes.append("unchanged")
            continue
        changes.append("changed" if identity in latest else "new")
        moved.append({"page": ids[identity], "version": version_id, "link": fetched.url, "at": fetched.fetched_at})
    if moved:
        connection.execute(_POINT, moved)
    connection.execute(_TRY_AGAIN.where(page.c.id.in_(ids.values())))
    return changes


def _latest(connection: Connection, batch: Mapping[str, FetchedPage]) -> dict[str, tuple[int, int | None]]:
    """(page id, version id) of the identities that are known."""
    known = select(page.c.identity, page.c.id, page.c.version_id).where(page.c.identity.in_(batch))
    return {identity: (page_id, version_id) for identity, page_id, version_id in connection.execute(known)}


def _add(connection: Connection, files: Mapping[str, FetchedPage]) -> dict[str, int]:
    rows = [
        {
            "identity": identity,
            "source_id": fetched.source_id,
            "role": "file",
            "state": "fetched",
            "first_seen_at": fetched.fetched_at,
        }
        for identity, fetched in files.items()
    ]
    if not rows:
        return {}
    added = connection.execute(insert(page).returning(page.c.identity, page.c.id), rows)
    return {row.identity: row.id for row in added}


# What lacked a program is read again when it is given again: by then the program may be there.
_TRY_AGAIN = (
    update(page)
    .where(page.c.outcome == "rejected", page.c.reason.startswith("needs-"))
    .values(processed_version_id=None)
)
_POINT = (
    update(page)
    .where(page.c.id == bindparam("page"))
    .values(version_id=bindparam("version"), url=bindparam("link"), fetched_at=bindparam("at"))
)
