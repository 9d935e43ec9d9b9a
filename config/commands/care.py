"""`status`, `stats`, `rebuild` and `audit`: how it goes, and the care of the store."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from sqlalchemy import Engine

from config import logs, river, show, wiring
from config.commands.options import Json
from config.progress import progress
from config.settings import Settings
from crawler.extract.page import VERSION as EXTRACT_VERSION
from crawler.store import PageStore
from indexer import sync
from indexer.audit import audit, repair
from indexer.catalog import outbox, runs, shelf
from indexer.catalog.again import reopen
from indexer.catalog.health import source_health
from nlp.annotate import VERSION as ANNOTATE_VERSION


def register(app: typer.Typer) -> None:
    for command in (status, stats, rebuild):
        app.command()(command)
    app.command("audit")(audit_store)


def status(context: typer.Context, *, as_json: Json = False) -> None:
    """How it goes: the state of each source, the last runs, what is waiting."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    now = datetime.now(UTC)
    waiting = PageStore(store).count_pending(extract_version=EXTRACT_VERSION, annotate_version=ANNOTATE_VERSION)
    with store.connect() as connection:
        health = source_health(connection, wiring.all_sources(settings), now=now)
        last = runs.latest(connection)
    lag = _lag(settings, store)
    if as_json:
        found: dict[str, Any] = {"pending_pages": waiting, "outbox_lag": lag}
        found |= {"sources": [asdict(one) for one in health], "runs": [asdict(one) for one in last]}
        print(json.dumps(found, default=str, ensure_ascii=False))
        return
    print(
        f"store {settings.store_url} · engine {settings.engine} · {waiting} pages waiting · {lag} not yet indexed"
    )
    show.table(
        ("source", "state", "last crawl", "last week", "why"),
        [(one.source_id, one.state, _when(one.last_run), one.last_week, one.reason) for one in health],
    )
    rows = [(_when(one.started_at), one.command, one.source_id or one.slot, one.state, one.error) for one in last]
    show.table(("started", "command", "for", "state", "error"), rows)


def stats(context: typer.Context, *, as_json: Json = False) -> None:
    """Count everything."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    with store.connect() as connection:
        counts = shelf.counts(connection)
    found = {"pages": PageStore(store).tally(), **counts, "outbox_lag": _lag(settings, store)}
    if as_json:
        print(json.dumps(found))
        return
    show.table(("what", "count"), [(name, value) for name, value in _flat(found)])


def rebuild(
    context: typer.Context,
    *,
    index: Annotated[bool, typer.Option("--index", help="The index only, from the store (the default).")] = False,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="Annotate every text again, then index.")
    ] = False,
    articles: Annotated[
        bool, typer.Option("--articles", help="Read every stored page again, and so on down.")
    ] = False,
) -> None:
    """Make again what can be made again; nothing is ever fetched for it.

    The old index answers until the new one is whole. `--annotations` and `--articles` may be stopped and go on
    with `tracuu process`.
    """
    if index + annotations + articles > 1:
        raise typer.BadParameter("choose one of --index, --annotations, --articles: each includes those before it")
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    if annotations or articles:
        reopen(store, extraction=articles)
        show.processed(river.process(settings, store))
    engine = wiring.make_engine(settings, store)
    try:
        with store.connect() as connection:
            total = len(shelf.versions(connection))
        with progress("indexing", total) as advance:
            done = sync.rebuild(store, engine, progress=advance)
    finally:
        engine.close()
    print(f"{engine.name}: {done.indexed:,} articles indexed, {done.refused} refused")


def audit_store(
    context: typer.Context,
    *,
    mend: Annotated[bool, typer.Option("--repair", help="Bring the index into line with the store.")] = False,
    as_json: Json = False,
) -> None:
    """Compare store and index article by article, and let the database check itself; exit 1 on a difference."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    engine = wiring.make_engine(settings, store)
    try:
        found = audit(store, engine)
        if mend and not found.is_clean:
            repair(store, engine, found)
            logs.say(
                f"{len(found.missing)} missing, {len(found.stale)} stale, {len(found.surplus)} surplus: mended"
            )
            found = audit(store, engine)
    finally:
        engine.close()
    if as_json:
        print(json.dumps(asdict(found), ensure_ascii=False))
    else:
        show.table(("difference", "count", "ids"), show.differences(found))
    raise typer.Exit(0 if found.is_clean else 1)


def _lag(settings: Settings, store: Engine) -> int:
    engine = wiring.make_engine(settings, store)
    try:
        with store.connect() as connection:
            return outbox.lag(connection, engine.name)
    finally:
        engine.close()


def _when(moment: datetime | None) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment else ""


def _flat(found: dict[str, Any], before: str = "") -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = []
    for name, value in found.items():
        rows += _flat(value, f"{before}{name}: ") if isinstance(value, dict) else [(before + name, value)]
    return rows
