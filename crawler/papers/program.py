"""A program of the system and its input in, what it writes out: bounded in time and memory, gone when we are."""

import contextlib
import ctypes
import functools
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from crawler.article import Rejected

MEMORY_BYTES = 2_000_000_000  # of address space; tesseract takes 300 MB for a page at 300 dpi
FILE_BYTES = 200_000_000  # that it may write
_PR_SET_PDEATHSIG = 1
_KEPT = ("PATH", "LANG", "TESSDATA_PREFIX", "ANTIWORDHOME", "TMPDIR")


def find(name: str) -> str | None:
    """Where the program lies; None where it is not installed."""
    return shutil.which(name)


def run(
    command: Sequence[str],
    *,
    reading: bytes = b"",
    seconds: float,
    environment: Mapping[str, str] | None = None,
    memory: int = MEMORY_BYTES,
) -> subprocess.CompletedProcess[bytes]:
    """Run it without a shell; it reads `reading` and what its arguments name, which are names of our own making.

    Raises Rejected("timeout") when it takes longer; its children end with it.
    """
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**kept, **(environment or {})},
        start_new_session=True,
        preexec_fn=_limit(seconds, memory),  # noqa: PLW1509  # the children that call this run one thread of ours
    )
    try:
        out, said = process.communicate(reading, timeout=seconds)
    except subprocess.TimeoutExpired:
        raise Rejected("timeout", (f"{Path(command[0]).name}: no result within {seconds:g} s",)) from None
    finally:
        _end(process)
    return subprocess.CompletedProcess(list(command), process.returncode, out, said)


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with contextlib.suppress(BrokenPipeError):  # what it had not read yet is no longer wanted
                pipe.close()


def _limit(seconds: float, memory: int) -> Callable[[], None]:
    """What the new process does before it becomes the program."""
    prctl = _prctl()
    cpu = int(seconds) + 5

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
        resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError):  # our own limit may be lower, and holds then
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        if prctl is not None:
            prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)

    return limit


@functools.cache
def _prctl() -> Callable[[int, int], int] | None:
    """Linux's call that lets a process die with its parent, even when that is killed; loaded before any fork."""
    return ctypes.CDLL(None).prctl if sys.platform == "linux" else None
