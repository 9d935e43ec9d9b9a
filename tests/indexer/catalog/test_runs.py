"""A planned night is done once; a killed process frees it."""

import subprocess
import sys

from sqlalchemy import Engine, update

from crawler.database import writing
from indexer.catalog import runs
from indexer.catalog.tables import run


def test_a_slot_is_claimed_once(store: Engine) -> None:
    assert runs.claim(store, "all 2026-11-28") is not None
    assert runs.claim(store, "all 2026-11-28") is None
    assert runs.claim(store, "all 2026-11-29") is not None


def test_a_failed_night_frees_its_slot_and_a_done_one_keeps_it(store: Engine) -> None:
    for state, again in (("failed", True), ("done", False)):
        run_id = runs.claim(store, "all 2026-11-28")
        assert run_id is not None
        with writing(store) as connection:
            runs.finish(connection, run_id, state=state, counts={"code": 0})

        assert (runs.claim(store, "all 2026-11-28") is not None) == again
        if again:
            with writing(store) as connection:
                connection.execute(update(run).values(slot=None, state="failed"))


def test_the_run_of_a_killed_process_is_closed_as_aborted(store: Engine) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    run_id = runs.claim(store, "all 2026-11-28")
    with writing(store) as connection:
        connection.execute(update(run).where(run.c.id == run_id).values(pid=gone.pid))

        assert runs.abort_orphans(connection) == 1

    with store.connect() as connection:
        (closed,) = runs.latest(connection)
    assert (closed.state, closed.slot) == ("aborted", None)
    assert runs.claim(store, "all 2026-11-28") is not None


def test_a_living_process_keeps_its_run(store: Engine) -> None:
    runs.claim(store, "all 2026-11-28")

    with writing(store) as connection:
        assert runs.abort_orphans(connection) == 0
