"""JSON lines in, the same lines with what a worker made of each out, in their order, however many there are."""

import gzip
import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any, Generic, TypeVar

from indexer.work import Batch

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16  # lines that go to a worker together
AHEAD = 4  # batches under way for each worker


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """One line of input: its id, and what it holds or else what is wrong with it."""

    number: int
    id: object
    value: T | None
    problem: str | None = None


def read(name: str) -> Iterator[Line[dict[str, Any]]]:
    """The lines of a file, gzipped or not, or of standard input ("-"); empty ones are skipped.

    Raises OSError at once, and not only when the first line is asked for.
    """
    lines = _read(name)
    first = next(lines, None)
    return chain(() if first is None else (first,), lines)


def _read(name: str) -> Iterator[Line[dict[str, Any]]]:
    if name == "-":
        yield from _parse(sys.stdin.buffer)
        return
    path = Path(name)
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
        yield from _parse(file)


def _parse(file: Iterable[bytes]) -> Iterator[Line[dict[str, Any]]]:
    for number, raw in enumerate(file, start=1):
        if not raw.strip():
            continue
        try:
            value = json.loads(raw)
        except ValueError as error:
            yield Line(number, None, None, f"is no JSON ({error})")
            continue
        if isinstance(value, dict):
            yield Line(number, value.get("id"), value)
        else:
            yield Line(number, None, None, "is no JSON object")


def understand(lines: Iterable[Line[dict[str, Any]]], make: Callable[[dict[str, Any]], T]) -> Iterator[Line[T]]:
    """Each line as `make` reads it; a ValueError that it raises becomes the line's problem."""
    for line in lines:
        if line.value is None:
            yield Line(line.number, line.id, None, line.problem)
            continue
        try:
            yield Line(line.number, line.id, make(line.value))
        except ValueError as error:
            yield Line(line.number, line.id, None, str(error))


def through(
    lines: Iterable[Line[T]],
    work: Callable[[Sequence[T]], Batch[R]],
    *,
    executor: Executor,
    workers: int,
) -> Iterator[tuple[Line[T], R | None]]:
    """Each line with its result, None for a line with a problem.  Few lines are held at any time."""
    rest = iter(lines)
    jobs: deque[tuple[list[Line[T]], Future[Batch[R]]]] = deque()
    while True:
        while len(jobs) < workers * AHEAD and (batch := list(islice(rest, BATCH))):
            values = tuple(line.value for line in batch if line.value is not None)
            jobs.append((batch, executor.submit(work, values)))
        if not jobs:
            return
        done, future = jobs.popleft()
        results = iter(future.result().results)
        for line in done:
            yield line, next(results) if line.value is not None else None
