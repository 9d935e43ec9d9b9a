"""The nightly run: when it is due, that it runs once, and that a missed night is caught up.

APScheduler only says when.  Whether a night was done stands in the store's run table, under a slot that is made
of the source set and the local date: a second scheduler finds the slot taken, and a run that failed or was killed
frees it for one that catches up.
"""

import logging
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import Engine

from config.settings import Settings, SettingsError
from crawler.database import writing
from indexer.catalog import runs

log = logging.getLogger(__name__)

LATEST_CATCH_UP = timedelta(hours=20)  # a night missed longer ago is left to the next one
DEADLINE_S = 6 * 3600  # a run that takes longer is stopped; what it has done is kept
TIMED_OUT = 124  # as the command `timeout` has it
Work = Callable[[], int]  # gives an exit code


@dataclass(frozen=True, slots=True)
class Nightly:
    """Every night at a local time of day, for a set of sources (empty: all)."""

    at: time
    zone: ZoneInfo
    sources: tuple[str, ...] = ()

    def last_due(self, now: datetime) -> datetime:
        """The latest planned moment at or before `now`, which is aware."""
        local = now.astimezone(self.zone)
        today = datetime.combine(local.date(), self.at, self.zone)
        return today if today <= local else datetime.combine(local.date() - timedelta(days=1), self.at, self.zone)

    def slot(self, day: date) -> str:
        return f"{','.join(sorted(self.sources)) or 'all'} {day.isoformat()}"


def nightly(settings: Settings, sources: Sequence[str] = ()) -> Nightly:
    """Raises SettingsError for a time zone that there is not."""
    try:
        zone = ZoneInfo(settings.timezone)
    except (ValueError, ZoneInfoNotFoundError) as error:
        message = f"setting timezone (TRACUU_TIMEZONE): {settings.timezone!r} is none; write Asia/Ho_Chi_Minh"
        raise SettingsError(message) from error
    return Nightly(time.fromisoformat(settings.nightly_at), zone, tuple(sources))


def night(store: Engine, plan: Nightly, *, now: datetime, work: Work) -> str:
    """Do the night that is due, if nobody has it or had it: "done", "failed" or "skipped"."""
    run_id = runs.claim(store, plan.slot(plan.last_due(now).date()))
    if run_id is None:
        return "skipped"
    code = work()
    state: runs.State = "done" if code == 0 else "failed"
    with writing(store) as connection:
        error = None if code == 0 else f"the command ended with code {code}"
        runs.finish(connection, run_id, state=state, counts={"code": code}, error=error)
    level = logging.INFO if state == "done" else logging.ERROR
    log.log(level, "the night of %s: %s", plan.slot(plan.last_due(now).date()), state)
    return state


def catch_up(store: Engine, plan: Nightly, *, now: datetime, work: Work) -> str:
    """What to do when the scheduler starts: the last night, if it was missed and is not too long ago."""
    with writing(store) as connection:
        runs.abort_orphans(connection)
    if now - plan.last_due(now) > LATEST_CATCH_UP:
        return "skipped"
    return night(store, plan, now=now, work=work)


def next_due(plan: Nightly) -> datetime:
    """The next planned moment, local."""
    return plan.last_due(datetime.now(plan.zone)) + timedelta(days=1)


def keep(settings: Settings, store: Engine, plan: Nightly, *, once: bool = False) -> None:
    """Catch up, then run every night until the process is stopped; with `once` only the first."""

    def work() -> int:
        return run_command(settings, plan.sources)

    def due() -> None:
        night(store, plan, now=datetime.now(plan.zone), work=work)

    catch_up(store, plan, now=datetime.now(plan.zone), work=work)
    if once:
        return
    scheduler = BlockingScheduler(timezone=plan.zone)
    trigger = CronTrigger(hour=plan.at.hour, minute=plan.at.minute, timezone=plan.zone)
    scheduler.add_job(due, trigger, id="nightly", coalesce=True, max_instances=1, misfire_grace_time=None)
    scheduler.start()


def run_command(settings: Settings, sources: Sequence[str]) -> int:
    """`tracuu run` as a child: what the machine does at night is what a person can type."""
    chosen = ("--data", str(settings.data), "--engine", settings.engine)
    command = [sys.executable, "-m", "config.cli", *chosen, "run", *sources]
    with subprocess.Popen(command, start_new_session=True) as child:
        try:
            return child.wait(timeout=DEADLINE_S)
        except subprocess.TimeoutExpired:
            log.error("the run took longer than %s h and is stopped; the next goes on", DEADLINE_S // 3600)
            return TIMED_OUT
        finally:
            if child.poll() is None:
                os.killpg(child.pid, signal.SIGTERM)  # with the crawl, which is a child of the child
