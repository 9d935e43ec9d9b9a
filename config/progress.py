"""How far long work has come: a bar on a terminal, a plain line now and then where output is piped."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

EVERY_S = 10.0  # between two plain lines
Advance = Callable[[int], None]


@contextmanager
def progress(what: str, total: int) -> Iterator[Advance]:
    """A function to call with the number of things done since the last call; everything goes to stderr."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines(what, total).advance
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda count: bar.update(task, advance=count)


class _Lines:
    """Says a line when EVERY_S have gone by, and nothing about work that is done sooner."""

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total = what, total
        self.done = 0
        self.started = self.said = time.monotonic()

    def advance(self, count: int) -> None:
        self.done += count
        now = time.monotonic()
        if now - self.said < EVERY_S:
            return
        self.said = now
        share = f" ({self.done / self.total:.0%})" if self.total else ""
        speed = self.done / (now - self.started)
        sys.stderr.write(f"{self.what}: {self.done:,} of {self.total:,}{share}, {speed:,.0f}/s\n")
