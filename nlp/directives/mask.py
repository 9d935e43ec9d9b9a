"""A text in, where its addresses of pages, mail and files stand out: what looks like a number there is none."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

_BEFORE, _AFTER = 300, 2_000  # letters of an address to either side of what gives it away
_EDGE = re.compile(r"[\s<>()\"']")
_HINT = re.compile(r"://|www\.|@|\.(?:pdf|docx?|html?|aspx?|jpg|png)\b")


def mask(text: str) -> Callable[[int], bool]:
    """Whether a place lies in an address."""
    if _HINT.search(text) is None:
        return lambda _: False
    spans = list(_addresses(text))
    starts = [start for start, _ in spans]

    def inside(place: int) -> bool:
        at = bisect_right(starts, place) - 1
        return at >= 0 and place < spans[at][1]

    return inside


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """The runs of letters without a space that hold a hint, cut to a bounded length; in order, apart."""
    last = 0
    for hint in _HINT.finditer(text):
        if hint.start() < last:
            continue  # each letter is looked at once, though there be a hint at every one
        first = max(last, hint.start() - _BEFORE)
        ends = [end.end() for end in _EDGE.finditer(text, first, hint.start())]
        edge = _EDGE.search(text, hint.end(), hint.end() + _AFTER)
        last = edge.start() if edge else min(len(text), hint.end() + _AFTER)
        yield ends[-1] if ends else first, last
