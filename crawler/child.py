"""A function and its inputs in, results out: run in processes that can be killed, so that no input can hang us."""

import atexit
import functools
import multiprocessing
import os
import resource
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 10.0  # for one page or text; the slowest real page of 965 KB takes under 2 s
MEMORY_BYTES = 1_500_000_000  # of address space; models and parsers take 400 MB of it
TASKS_BEFORE_RENEWAL = 500  # a child is renewed after so many batches: parsers leak


_renewing = threading.Lock()  # several threads may wait for children of one pool
_warmers: dict[Callable[[], object], None] = {}  # in the order given


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one input gave no result: "timeout", "out-of-memory", "crashed" or "error", and what was said."""

    reason: str
    detail: str


def workers() -> int:
    """How many children run at once: one for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def warm_with(prepare: Callable[[], object]) -> None:
    """Let every child call `prepare` (which must pickle) before it is given anything, outside all limits of time.

    Models that a busy machine reads in ten seconds would else cost the first input its result, and its neighbours
    theirs, as the next child has to read them too.  Has an effect only before the first child is started.
    """
    _warmers[prepare] = None


def map_killable(
    function: Callable[[T], R], items: Sequence[T], *, seconds: float = SECONDS
) -> tuple[R | Failure, ...]:
    """`function` of each item, in order; a hang, a crash or a fault of one item costs only that item.

    The items go to a child together (sending costs more than a small parse); only when that fails, one by one.
    `function` and items must pickle.
    """
    together = _ask(_each, (function, tuple(items)), seconds=seconds + len(items))
    if not isinstance(together, Failure):
        return tuple(together)
    if len(items) == 1:
        return (together,)
    return tuple(_ask(_one, (function, item), seconds=seconds) for item in items)


def _ask(call: Callable[..., Any], arguments: tuple[Any, ...], *, seconds: float) -> Any:
    """Result of the call in a child, or the Failure that it was."""
    pool = _pool()
    found = _try(pool, call, arguments, seconds=seconds)
    if isinstance(found, Failure) and not pool.active:
        _renew(pool)
        found = _try(_pool(), call, arguments, seconds=seconds)
    return found


def _try(pool: ProcessPool, call: Callable[..., Any], arguments: tuple[Any, ...], *, seconds: float) -> Any:
    try:
        return pool.schedule(call, args=arguments, timeout=seconds).result()
    except TimedOut:
        return Failure("timeout", f"no result within {seconds:g} s")
    except MemoryError:
        return Failure("out-of-memory", f"needs more than {MEMORY_BYTES // 1_000_000} MB")
    except ProcessExpired as expired:
        return Failure("crashed", f"the process ended with code {expired.exitcode}")
    except Exception as error:
        return Failure("error", f"{type(error).__name__}: {error}"[:500])


def _each(function: Callable[[T], R], items: tuple[T, ...]) -> list[R]:
    return [function(item) for item in items]


def _one(function: Callable[[T], R], item: T) -> R:
    return function(item)


@functools.cache
def _pool() -> ProcessPool:
    """The children of this process: started when first needed, stopped with it."""
    pool = ProcessPool(
        max_workers=workers(),
        max_tasks=TASKS_BEFORE_RENEWAL,
        initializer=_begin,
        initargs=(tuple(_warmers),),
        context=multiprocessing.get_context("spawn"),  # a fork would copy locks and the store's connections
    )
    atexit.register(_stop, pool)
    return pool


def _renew(spoilt: ProcessPool) -> None:
    """A child that is killed while it holds its pool's channel spoils the pool, and every call after it."""
    with _renewing:
        if _pool() is spoilt:
            _pool.cache_clear()
            _stop(spoilt)


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]  # pebble has types, but not for this
    pool.join(timeout=5)


def _begin(warmers: Sequence[Callable[[], object]]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for prepare in warmers:
        prepare()
