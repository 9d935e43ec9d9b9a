"""A text in, where its addresses of pages, mail and files stand out: what looks like a number there is none."""

import re
from bisect import bisect_right
from collections.abc import Callable

_HINT = re.compile(r"://|www\.|@|\.(?:pdf|docx?|html?|aspx?|jpg|png)\b")


def mask(text: str) -> Callable[[int], bool]:
    """Whether a place lies in an address."""
    if _HINT.search(text) is None:
        return lambda _: False
    spans = [span for hint in _HINT.finditer(text) if (span := _word(text, hint.start()))]
    starts = [start for start, _ in spans]

    def inside(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < spans[at][1]

    return inside


def _word(text: str, at: int) -> tuple[int, int]:
    """The run of letters without a space round the place, 300 letters to either side at most."""
    first = max(0, at - 300)
    before = text[first:at]
    start = first + max((before.rfind(space) + 1 for space in " \n\t<>(\"'"), default=0)
    after = re.compile(r"[\s<>)\"']").search(text, at, at + 2_000)
    return start, after.start() if after else min(len(text), at + 2_000)
