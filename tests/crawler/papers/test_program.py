"""Programs of the system are bounded, and gone when we are."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from crawler.article import Rejected
from crawler.papers import program

PYTHON = sys.executable


def test_what_it_reads_and_writes():
    done = program.run((PYTHON, "-c", "print(input()[::-1])"), reading=b"mot", seconds=20)
    assert (done.returncode, done.stdout.strip()) == (0, b"tom")


def test_one_that_does_not_end_is_ended_with_its_children():
    started = time.monotonic()
    sleeper = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"
    with pytest.raises(Rejected, match="timeout"):
        program.run((PYTHON, "-c", sleeper), seconds=1)
    assert time.monotonic() - started < 20


def test_its_memory_is_bounded():
    done = program.run((PYTHON, "-c", "bytearray(1_000_000_000)"), seconds=20, memory=500_000_000)
    assert b"MemoryError" in done.stderr


def test_secrets_of_ours_are_not_among_its_environment(monkeypatch):
    monkeypatch.setenv("TRACUU_SECRET", "x")
    done = program.run((PYTHON, "-c", "import os; print(*os.environ)"), seconds=20)
    assert b"TRACUU_SECRET" not in done.stdout


SLEEPER = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(60)"
PARENT = f"""
import sys
from crawler.papers import program
program.run((sys.executable, "-c", {SLEEPER!r}, sys.argv[1]), seconds=50)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process die with its parent")
def test_it_dies_with_us(tmp_path):
    note = tmp_path / "pid"
    parent = subprocess.Popen((PYTHON, "-c", PARENT, str(note)))
    assert _soon(lambda: note.exists() and note.read_text())
    child = int(note.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert _soon(lambda: not _runs(child))


def _soon(holds) -> bool:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


def _runs(pid: int) -> bool:
    """A process that has ended and that nobody has asked for yet counts as gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
