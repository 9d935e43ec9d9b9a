"""A request in, the page to read out; and the cursor of the page after it.

By date the cursor is the sort key of the last hit, so that pages neither repeat nor skip while articles arrive;
by relevance it is an offset, because scores move.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from indexer.engine import BadCursor, Unsupported
from indexer.query import Request, Sort

WINDOW = 10_000  # hits that an offset reaches; the default of Elasticsearch
MAX_LIMIT = 1_000  # hits of one page
_HASH_BITS = 27
_ORIGIN = 2**35  # 1,089 years before and after 1970 fit
_LATEST = 2**36 - 1
_MAX_KEY = 2**63 - 1


@dataclass(frozen=True, slots=True)
class SortKeys:
    """Both are read from the highest down, so that one without a date comes last in either order."""

    newest: int
    oldest: int


@dataclass(frozen=True, slots=True)
class Page:
    """Hits `skip` to `skip + limit` of those whose sort key is at most `key` (None: of all)."""

    sort: Sort
    limit: int
    skip: int
    key: int | None = None


def sort_keys(id_: str, published_at: int | None) -> SortKeys:
    """The second of publication in 36 bits, then 27 bits of the id's hash: one total order on every engine.

    Days alone are frequent and share their midnight, hence many bits of hash; equal keys are still paged right.
    """
    digest = hashlib.blake2b(id_.encode(errors="replace"), digest_size=8).digest()
    tail = int.from_bytes(digest, "big") >> (64 - _HASH_BITS)
    if published_at is None:
        return SortKeys(tail, tail)
    second = min(max(published_at + _ORIGIN, 1), _LATEST - 1)
    return SortKeys(second << _HASH_BITS | tail, (_LATEST - second) << _HASH_BITS | tail)


def read_page(request: Request, *, sort: Sort, engine: str) -> Page:
    """Raises BadCursor, or Unsupported where an offset reaches too far."""
    limit = min(max(request.limit, 0), MAX_LIMIT)
    if request.cursor is not None:
        number, skip = _decode(request.cursor, sort)
        page = Page(sort, limit, number) if sort == "relevance" else Page(sort, limit, skip, number)
    else:
        page = Page(sort, limit, max(request.offset, 0))
    if page.skip >= WINDOW:
        raise Unsupported(f"an offset of {page.skip:,}", engine, "sort by date and follow the cursor")
    return page


def after_offset(page: Page, *, total: int) -> str | None:
    """The cursor after a page by relevance; None on the last, and where no offset reaches."""
    reached = page.skip + page.limit
    return _encode(page.sort, reached, 0) if page.limit and reached < min(total, WINDOW) else None


def after_key(page: Page, keys: Sequence[int]) -> str | None:
    """The cursor after a page by date.  `keys` are those of its hits and of the one after them, if any."""
    if not page.limit or len(keys) <= page.limit:
        return None
    last = keys[page.limit - 1]
    seen = sum(key == last for key in keys[: page.limit])
    return _encode(page.sort, last, seen + (page.skip if last == page.key else 0))


def _encode(sort: Sort, number: int, skip: int) -> str:
    return base64.urlsafe_b64encode(f"{sort} {number} {skip}".encode()).decode().rstrip("=")


def _decode(cursor: str, sort: Sort) -> tuple[int, int]:
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        made_for, number, skip = base64.b64decode(padded, b"-_", validate=True).decode().split(" ")
        place, seen = int(number), int(skip)
    except ValueError as error:
        raise BadCursor("This is no cursor: take the field `next` of the page before, unchanged.") from error
    if made_for != sort or not 0 <= place <= _MAX_KEY or not 0 <= seen <= _MAX_KEY:
        raise BadCursor(f"The cursor was made for another sort than {sort}: begin again without it.")
    return place, seen
