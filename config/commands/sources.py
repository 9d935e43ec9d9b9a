"""`sources`: what is collected, and what is wrong with it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from config import checking, diagnosed, logs, show, wiring
from config.checking import Sample
from config.commands.options import Json
from config.progress import progress
from config.settings import Settings
from crawler.diagnosis.check import PASSES, Report, check
from crawler.files import SOURCE as FILES
from crawler.source import Source
from crawler.store import PageStore
from indexer.catalog.health import Lacks, lacks

sources = typer.Typer(help="What is collected.", no_args_is_help=True)

FETCHED = 5  # articles that are read live where no number is given
REPLAYED = 20  # stored pages, likewise


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
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]…", help='Sources, or "files" for what was ingested; none: all.'),
    ] = None,
    *,
    pages: Annotated[
        int | None, typer.Option(min=1, max=1_000, help="Newest pages of each source to read again (20; live: 5).")
    ] = None,
    fetch: Annotated[bool, typer.Option("--fetch", help="Read a list and a few articles live instead.")] = False,
    file: Annotated[
        list[Path] | None, typer.Option(help="A saved page or a folder of them instead; may be repeated.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Read pages of the sources again, say what is missing (title, lead, minute, author, text), suggest a mend.

    A suggestion is a file of selectors that was tried on all the pages read; put it into the folder sites/ of the
    data folder. Source files and corrections are checked too; what is wrong with one is named with its mend.
    """
    settings: Settings = context.obj
    known = wiring.all_sources(settings)
    _refuse(ids or (), known, fetch=fetch, file=file)
    usual = _usual(settings)
    samples, unread = _samples(settings, known, ids or (), pages=pages, fetch=fetch, file=file)
    reports = _check(settings, samples)
    by_id = {one.id: one for one in known}
    rows = [_row(one, by_id.get(one.site), usual.get(one.site)) for one in samples]
    if as_json:
        told = [diagnosed.to_dict(one, reports[one.site], usual=usual.get(one.site)) for one in samples]
        print(json.dumps([{**row, **more} for row, more in zip(rows, told, strict=True)], ensure_ascii=False))
    else:
        if not (fetch or file):
            columns = ("id", "articles", "no lead", "no minute", "no author", "never tried")
            show.table(columns, [tuple(row.values()) for row in rows if row["id"] in by_id])
        for one in samples:
            _show(settings, one, reports[one.site], usual.get(one.site))
    raise typer.Exit(1 if _complain(samples, reports) or unread else 0)


def _refuse(ids: Sequence[str], known: Sequence[Source], *, fetch: bool, file: Sequence[Path] | None) -> None:
    if strange := set(ids) - {FILES, *(one.id for one in known)}:
        there = ", ".join(one.id for one in known)
        raise typer.BadParameter(f"no source {', '.join(sorted(strange))}; there are {there}, {FILES}")
    if fetch and file:
        raise typer.BadParameter("choose one of --fetch and --file")
    if fetch and (not ids or FILES in ids):
        raise typer.BadParameter("name the sources to read live")
    if file and len(ids) > 1:
        raise typer.BadParameter("name one source that the files are of, or none: each file says its address")


def _samples(
    settings: Settings,
    known: Sequence[Source],
    ids: Sequence[str],
    *,
    pages: int | None,
    fetch: bool,
    file: Sequence[Path] | None,
) -> tuple[list[Sample], int]:
    """The pages to look through, and how many files could not be read."""
    corrections = wiring.corrections(settings)
    if file:
        return checking.saved(file, corrections, known, site=ids[0] if ids and ids[0] != FILES else None)
    if fetch:
        return checking.live(settings, [one for one in known if one.id in ids], limit=pages or FETCHED), 0
    store = wiring.open_store(settings)
    chosen = [one.id for one in known if not ids or one.id in ids]
    samples = checking.stored(store, chosen, limit=pages or REPLAYED)
    if not ids or FILES in ids:
        (saved,) = checking.stored(store, [FILES], limit=pages or REPLAYED)
        samples += checking.by_site(saved.pages, corrections, known)
    return samples, 0


def _check(settings: Settings, samples: Sequence[Sample]) -> dict[str, Report]:
    corrections = wiring.corrections(settings)
    total = PASSES * sum(len(one.pages) for one in samples)
    with progress("page readings", total) as advance:
        return {one.site: check(one.site, one.pages, corrections, advance=advance) for one in samples}


def _usual(settings: Settings) -> Mapping[str, Lacks]:
    with wiring.open_store(settings).connect() as connection:
        return lacks(connection)


def _row(sample: Sample, source: Source | None, found: Lacks | None) -> dict[str, object]:
    unverified = ", ".join(source.unverified) if source else ""
    return {"id": sample.site, **asdict(found or Lacks(0, 0, 0, 0)), "unverified": unverified}


def _show(settings: Settings, sample: Sample, report: Report, usual: Lacks | None) -> None:
    if sample.pages:
        file = settings.data / "sites" / f"{sample.site}.yaml"
        print()
        diagnosed.show(report, usual=usual, file=str(file))


def _complain(samples: Sequence[Sample], reports: Mapping[str, Report]) -> bool:
    """Name on stderr what failed; whether anything did."""
    broken: list[Any] = [one for one in samples if one.error]
    for one in broken:
        logs.warn(f"source {one.site}: {one.error}")
    for report in reports.values():
        for name, failure in report.failed:
            logs.warn(f"{name}: {failure.reason} ({failure.detail})")
            broken.append(name)
    return bool(broken)
