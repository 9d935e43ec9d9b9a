"""`serve`, `schedule` and `demo`: the API with its page, the nightly run, and the main job on the sample site."""

import ipaddress
from typing import Annotated

import typer

from config import demonstration, fetching, logs, schedule, wiring
from config.commands.options import SourceIds
from config.settings import Settings, load

KEEP_ALIVE_S = 5
CONCURRENCY = 100  # requests at once; more are told to come back


def register(app: typer.Typer) -> None:
    for command in (serve, demo):
        app.command()(command)
    app.command("schedule")(keep_schedule)


def serve(
    context: typer.Context,
    *,
    host: Annotated[str | None, typer.Option(help="Address to listen on (TRACUU_HOST); loopback only.")] = None,
    port: Annotated[int | None, typer.Option(help="Port (TRACUU_PORT).")] = None,
) -> None:
    """Serve the API and the page: `/` for people, `/v1/search` for programs, `/docs` for their authors."""
    import uvicorn  # noqa: PLC0415 - only the server needs it

    from search_api.app import LOOPBACK, create_app  # noqa: PLC0415 - only the server needs it

    settings: Settings = context.obj
    address = host or settings.host
    if not _is_loopback(address):
        raise typer.BadParameter(
            f"{address} is reached from outside; without keys, which are still to come, only loopback is served"
        )
    store = wiring.open_store(settings)
    engine = wiring.make_engine(settings, store)
    app = create_app(
        store=store,
        engine=engine,
        sources=wiring.all_sources(settings),
        hosts=(*LOOPBACK, address),
        documents=wiring.own_documents(settings),
    )
    where = port or settings.port
    logs.say(f"http://{address}:{where}/ — stop with Ctrl-C")
    uvicorn.run(
        app,
        host=address,
        port=where,
        log_level="warning",
        limit_concurrency=CONCURRENCY,
        timeout_keep_alive=KEEP_ALIVE_S,
    )


def keep_schedule(
    context: typer.Context,
    sources: SourceIds = None,
    *,
    at: Annotated[str | None, typer.Option(metavar="HH:MM", help="Local time of day (TRACUU_NIGHTLY_AT).")] = None,
    once: Annotated[
        bool, typer.Option(help="Only catch up on the last night if it was missed, then end.")
    ] = False,
    dry_run: Annotated[bool, typer.Option(help="Only say when the next run is due.")] = False,
) -> None:
    """Crawl and process every night at a local time; a missed night is caught up, and nothing runs twice."""
    settings: Settings = context.obj
    if at is not None:
        settings = load(data=settings.data, engine=settings.engine, nightly_at=at)
    fetching.choose(wiring.all_sources(settings), sources or ())
    plan = schedule.nightly(settings, sources or ())
    logs.say(f"every night at {settings.nightly_at} ({settings.timezone}); next: {schedule.next_due(plan)}")
    if not dry_run:
        schedule.keep(settings, wiring.open_store(settings), plan, once=once)


def demo(context: typer.Context) -> None:
    """The main job on the bundled sample site: serve it on loopback, crawl, read, index, and search."""
    settings: Settings = context.obj
    raise typer.Exit(demonstration.run(settings))


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
