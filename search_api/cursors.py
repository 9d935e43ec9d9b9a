"""The place where a page of a list ended in; a cursor that may stand in an address out, and back."""

import base64
import json
from collections.abc import Sequence

from indexer.engine import BadCursor

_MOST = 2**31


def write(place: Sequence[str | int]) -> str:
    packed = json.dumps(list(place), separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def goes_on(*, skipped: int, shown: int, total: int) -> str | None:
    """The cursor of the next page of a list that is read by offset; None on the last."""
    reached = skipped + shown
    return write((reached,)) if shown and reached < total else None


def offset(cursor: str) -> int:
    """How many came before; 0 without a cursor.  Raises BadCursor."""
    if not cursor:
        return 0
    place = _read(cursor)
    if len(place) != 1 or not _is_number(place[0]):
        raise _bad()
    return int(place[0])


def after(cursor: str) -> tuple[str, str, int] | None:
    """Day, article and start of the last citation seen; None without a cursor.  Raises BadCursor."""
    if not cursor:
        return None
    place = _read(cursor)
    if len(place) != 3 or not (_is_word(place[0]) and _is_word(place[1]) and _is_number(place[2])):
        raise _bad()
    return str(place[0]), str(place[1]), int(place[2])


def _read(cursor: str) -> list[str | int]:
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        place = json.loads(base64.b64decode(padded, b"-_", validate=True))
    except (ValueError, RecursionError) as error:
        raise _bad() from error
    if not isinstance(place, list):
        raise _bad()
    return place


def _is_number(part: object) -> bool:
    return type(part) is int and 0 <= part < _MOST


def _is_word(part: object) -> bool:
    return isinstance(part, str) and part.isascii() and "\0" not in part


def _bad() -> BadCursor:
    return BadCursor("This is no cursor: take the field `next` of the page before, unchanged.")
