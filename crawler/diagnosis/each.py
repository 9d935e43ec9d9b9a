"""A function and pages in, what it makes of each out, in children that can be killed."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from crawler.article import FetchedPage
from crawler.child import Failure, map_killable

TOGETHER = 8  # pages that go to a child at once

R = TypeVar("R")
Advance = Callable[[int], None]


def each(
    function: Callable[[FetchedPage], R], pages: Sequence[FetchedPage], *, advance: Advance = lambda _: None
) -> list[R | Failure]:
    results: list[R | Failure] = []
    for start in range(0, len(pages), TOGETHER):
        results += map_killable(function, pages[start : start + TOGETHER])
        advance(len(results) - start)
    return results
