"""One hostile input costs itself and nothing else."""

import os
import signal
import subprocess
import sys
import time

import pytest

from crawler.child import Failure, map_killable

# The children import this module by name.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")


def work(item: str) -> str:
    if item == "hang":
        time.sleep(60)
    if item == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if item == "memory":
        return str(len(bytearray(8_000_000_000)))
    if item == "fault":
        raise ValueError("Bài này không đọc được")
    return item.upper()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [("hang", "timeout"), ("crash", "crashed"), ("memory", "out-of-memory"), ("fault", "error")],
)
def test_the_neighbours_of_a_bad_input_come_out_right(bad: str, reason: str) -> None:
    first, failed, last = map_killable(work, ["một", bad, "hai"], seconds=1)

    assert (first, last) == ("MỘT", "HAI")
    assert isinstance(failed, Failure)
    assert failed.reason == reason


def test_no_input_gives_no_result() -> None:
    assert map_killable(work, []) == ()


def test_the_message_of_a_fault_is_kept() -> None:
    (failed,) = map_killable(work, ["fault"])

    assert failed == Failure("error", "ValueError: Bài này không đọc được")


def test_a_child_is_made_ready_before_its_time_is_counted(tmp_path):
    marks = tmp_path / "ready"
    code = (
        "from functools import partial\nfrom pathlib import Path\nfrom crawler import child\n"
        "if __name__ == '__main__':\n"
        f"    child.warm_with(partial(Path({str(marks)!r}).write_text, 'ready'))\n"
        f"    print(child.map_killable(Path.read_text, [Path({str(marks)!r})], seconds=5))\n"
    )
    script = tmp_path / "main.py"
    script.write_text(code)
    ended = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True)
    assert ended.stdout == "('ready',)\n"
