"""Every night once, in local time; a missed one is caught up, an old one is not."""

import subprocess
import sys
import time as clock
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from config.schedule import TIMED_OUT, Nightly, catch_up, night, nightly, run_command
from config.settings import Settings, SettingsError

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
PLAN = Nightly(time(2, 30), VIETNAM)
BERLIN = Nightly(time(2, 30), ZoneInfo("Europe/Berlin"))


class Worker:
    """Counts how often it was sent to work, and ends with the codes it is given."""

    def __init__(self, *codes: int) -> None:
        self.codes = list(codes)
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.codes.pop(0) if self.codes else 0


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 28, 2, 30, tzinfo=VIETNAM), date(2026, 11, 28)),
        (datetime(2026, 11, 28, 2, 29, tzinfo=VIETNAM), date(2026, 11, 27)),
        (datetime(2026, 11, 27, 19, 31, tzinfo=UTC), date(2026, 11, 28)),  # 02:31 of the next day in Hà Nội
    ],
)
def test_the_night_belongs_to_its_local_date(now: datetime, due: date) -> None:
    assert PLAN.last_due(now).date() == due


def test_a_night_is_done_once_however_often_it_is_due(store: Engine) -> None:
    worker = Worker()
    now = datetime(2026, 11, 28, 2, 30, tzinfo=VIETNAM)

    assert [night(store, PLAN, now=now, work=worker) for _ in range(3)] == ["done", "skipped", "skipped"]
    assert worker.times == 1


def test_the_night_that_has_its_hour_twice_is_done_once(store: Engine) -> None:
    worker = Worker()
    for hour in (0, 1):  # 02:30 summer time, then 02:30 winter time, by the same clock on the wall
        night(store, BERLIN, now=datetime(2026, 10, 25, hour, 30, tzinfo=UTC), work=worker)

    assert worker.times == 1


@pytest.mark.parametrize(("hours_late", "runs"), [(0.02, 1), (6, 1), (19, 1), (21, 0), (72, 1)])
def test_a_missed_night_is_caught_up_while_it_is_not_too_late(store: Engine, hours_late: float, runs: int) -> None:
    worker = Worker()
    due = datetime(2026, 11, 28, 2, 30, tzinfo=VIETNAM).timestamp()
    now = datetime.fromtimestamp(due + hours_late * 3600, VIETNAM)

    catch_up(store, PLAN, now=now, work=worker)
    catch_up(store, PLAN, now=now, work=worker)

    assert worker.times == runs


def test_a_run_past_its_deadline_is_stopped_with_its_children(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    alive = tmp_path / "alive"
    grandchild = f"import pathlib, time; time.sleep(3); pathlib.Path({str(alive)!r}).touch()"
    child = tmp_path / "child.py"
    child.write_text(f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {grandchild!r}])\n", "utf-8")
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda _, **options: popen([sys.executable, str(child)], **options))
    monkeypatch.setattr("config.schedule.DEADLINE_S", 1)

    assert run_command(Settings(data=tmp_path), ()) == TIMED_OUT

    clock.sleep(3)
    assert not alive.exists()


def test_a_time_zone_that_there_is_not_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Hanoi"):
        nightly(Settings(data=tmp_path, timezone="Asia/Hanoi"))


def test_a_failed_night_may_be_tried_again(store: Engine) -> None:
    worker = Worker(1, 0)
    now = datetime(2026, 11, 28, 3, 0, tzinfo=VIETNAM)

    assert [catch_up(store, PLAN, now=now, work=worker) for _ in range(3)] == ["failed", "done", "skipped"]
    assert worker.times == 2
