"""`sources`: what is collected, and what is wrong with it."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from config import show, wiring
from config.commands.options import Json
from config.settings import Settings
from crawler.source import Source
from crawler.store import PageStore
from indexer.catalog.health import Lacks, lacks

sources = typer.Typer(help="What is collected.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(sources, name="sources")


@sources.command("list")
def list_sources(context: typer.Context, *, as_json: Json = False) -> None:
    """Every source, with what is stored of it."""
    settings: Settings = context.obj
    counts = {one.source_id: one for one in PageStore(wiring.open_store(settings)).sources()}
    found = []
    for one in wiring.all_sources(settings):
        stored = counts.get(one.id)
        states = dict(stored.states) if stored else {}
        last = stored.last_fetched_at if stored else None
        row = {"id": one.id, "name": one.name, "home": one.home, "articles_per_day": one.articles_per_day}
        found.append({**row, "paused": one.paused, "pages": states, "last_fetched_at": last})
    if as_json:
        print(json.dumps(found, default=str, ensure_ascii=False))
        return
    show.table(("id", "name", "home", "a day", "pages", "last fetched"), [show.source_row(one) for one in found])


@sources.command("check")
def check_sources(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID]…", help="Sources; none: all.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """Check the source files, and what the stored pages of each source lack (lead, minute, author)."""
    settings: Settings = context.obj
    known = wiring.all_sources(settings)
    if strange := set(ids or ()) - {one.id for one in known}:
        raise typer.BadParameter(
            f"no source {', '.join(sorted(strange))}; there are {', '.join(one.id for one in known)}"
        )
    with wiring.open_store(settings).connect() as connection:
        found = lacks(connection)
    chosen = [one for one in known if not ids or one.id in ids]
    rows = [_check(one, found.get(one.id, Lacks(0, 0, 0, 0))) for one in chosen]
    if as_json:
        print(json.dumps(rows, ensure_ascii=False))
        return
    show.table(
        ("id", "articles", "no lead", "no minute", "no author", "never tried"),
        [tuple(row.values()) for row in rows],
    )


def _check(source: Source, found: Lacks) -> dict[str, object]:
    unverified = ", ".join(source.unverified)
    return {"id": source.id, **asdict(found), "unverified": unverified}
