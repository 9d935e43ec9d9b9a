"""`crawl`, `process`, `run` and `ingest`: from sources and files to a searchable store."""

import json
from pathlib import Path
from typing import Annotated

import typer

from config import fetching, logs, river, show, wiring
from config.commands.options import Json, SourceIds
from config.mends import mends_of
from config.settings import Settings
from config.tallies import Processed


def register(app: typer.Typer) -> None:
    for command in (crawl, process, run, ingest):
        app.command()(command)


def crawl(
    context: typer.Context,
    sources: SourceIds = None,
    *,
    as_json: Json = False,
    dry_run: Annotated[bool, typer.Option(help="Only say what would be asked for.")] = False,
) -> None:
    """Fetch what is new from the sources into the page store.

    Only fetches: `tracuu process` reads what was fetched. Asks politely (robots.txt, a delay, one request at a
    time for a site) and never twice for what has not changed. A crawl that was stopped goes on where it was.
    """
    settings: Settings = context.obj
    chosen = fetching.choose(wiring.all_sources(settings), sources or ())
    if dry_run:
        rows = [(one.id, url) for one in chosen for url in fetching.starts(one)]
        show.table(("source", "starts at"), rows)
        return
    tallies = fetching.crawl(settings, wiring.open_store(settings), chosen)
    if as_json:
        print(json.dumps(tallies))
    else:
        show.crawled(tallies)
    raise typer.Exit(_complain(tallies))


def process(context: typer.Context, *, as_json: Json = False) -> None:
    """Extract, annotate and index every page that is waiting.

    A page waits when it is new or changed, or when tracuu has learnt to read better since it was read.
    """
    settings: Settings = context.obj
    done = river.process(settings, wiring.open_store(settings))
    raise typer.Exit(_report(done, as_json=as_json))


def run(context: typer.Context, sources: SourceIds = None, *, as_json: Json = False) -> None:
    """Crawl the sources, then process what came: what the machine does every night."""
    settings: Settings = context.obj
    chosen = fetching.choose(wiring.all_sources(settings), sources or ())
    tallies = fetching.crawl_in_child(settings, [one.id for one in chosen])
    if not as_json:
        show.crawled(tallies)
    done = river.process(settings, wiring.open_store(settings))
    if as_json:
        print(json.dumps({"crawl": tallies, "process": done.as_dict()}))
        raise typer.Exit(_complain(tallies) or _broken(done))
    raise typer.Exit(_report(done, as_json=False) or _complain(tallies))


def ingest(
    context: typer.Context,
    paths: Annotated[
        list[Path],
        # What can't be read is named when its turn comes, and the rest goes on.
        typer.Argument(metavar="FILE_OR_FOLDER…", help="Files, folders or archives of them.", readable=False),
    ],
    *,
    as_json: Json = False,
) -> None:
    """Take local files through the whole river.

    Pages (`.html`, `.mhtml`, `.txt`), documents (`.pdf`, `.docx`, `.odt`, `.doc`, `.rtf`), scans (`.png`, `.jpg`,
    `.tif`, `.webp`), ready articles (`.jsonl`), each also as `.gz`; folders of them, and `.zip`, `.tar`,
    `.tar.gz`, `.tar.xz`. What a file is, its bytes say.

    A line of a `.jsonl` file is a ready article (id, title, text, lead, published, url, author, source, category;
    only text must be there) and is stored as it is. What was ingested before and has not changed costs nothing.
    """
    settings: Settings = context.obj
    tally, done, unreadable = river.ingest(settings, wiring.open_store(settings), paths)
    for one in unreadable:
        logs.warn(one.detail)
    for mend in mends_of(tally.rejected):
        logs.warn(mend)
    if as_json:
        print(json.dumps(tally.as_dict()))
    else:
        show.ingested(tally)
        show.processed(done)
    raise typer.Exit(1 if tally.failed else _broken(done))


def _report(done: Processed, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(done.as_dict()))
    else:
        show.processed(done)
    return _broken(done)


def _broken(done: Processed) -> int:
    """The exit code, after naming on stderr what failed."""
    if done.index_error:
        logs.warn(f"{done.index_error}. The store is complete; `tracuu process` will bring the index up to it")
    if done.refused:
        logs.warn(f"the engine refused {done.refused} articles; `tracuu audit` names them")
    return int(done.broken)


def _complain(tallies: fetching.Tallies) -> int:
    """The exit code of a crawl, after naming the sources that failed."""
    failed = {id_: tally for id_, tally in tallies.items() if tally.get("error")}
    for id_, tally in failed.items():
        logs.warn(f"source {id_}: {tally['error']}")
    return int(bool(failed))
