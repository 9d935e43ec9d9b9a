"""The command line: `tracuu COMMAND`.  Results on stdout, progress and messages on stderr.

Exit code 0: done (a page that was rejected with a reason is done); 1: done, but something failed, and it is named;
2: wrong use.
"""

import io
import os
import sys
from pathlib import Path
from typing import Annotated, Literal, NoReturn

import typer

from config import logs
from config.catalog import CatalogError
from config.commands import (
    care,
    citations,
    collect,
    decide,
    directives,
    evaluation,
    extraction,
    judging,
    look,
    measuring,
    naming,
    registry,
    serving,
    sources,
    texts,
    training,
    who,
)
from config.fetching import NoSuchSource
from config.settings import Settings, SettingsError, load, strangers
from crawler.database import StoreError
from indexer.engine import EngineError
from nlp.directives.documents import BadEntry
from nlp.entities.model.choice import CHOICE

HELP = """Collect, understand and search Vietnamese news and the Party and State documents that it cites.

First steps: `tracuu demo` shows everything on a sample site; `tracuu ingest FILE_OR_FOLDER…` takes your own
files; `tracuu run` crawls the sources; `tracuu search 'hội nghị "đối ngoại nhân dân"'` asks; `tracuu serve` opens
the page. Data live in the folder that TRACUU_DATA names.
"""

INTERRUPTED = 130

app = typer.Typer(help=HELP, no_args_is_help=True, pretty_exceptions_enable=False, rich_markup_mode="markdown")


@app.callback()
def choose(
    context: typer.Context,
    data: Annotated[Path | None, typer.Option(help="Folder of all data (TRACUU_DATA).")] = None,
    engine: Annotated[
        Literal["embedded", "elasticsearch"] | None, typer.Option(help="Search engine (TRACUU_ENGINE).")
    ] = None,
) -> None:
    """Read the settings once, for every command."""
    logs.configure()
    for name in strangers():
        logs.warn(f"{name} in the environment is no setting of tracuu and is ignored")
    settings: Settings = load(data=data, engine=engine)
    if settings.ner_model:
        os.environ[CHOICE] = str(settings.ner_model)  # worker processes inherit it
    context.obj = settings


for group in (
    collect,
    texts,
    citations,
    look,
    measuring,
    directives,
    registry,
    decide,
    sources,
    care,
    serving,
    evaluation,
    extraction,
    judging,
    who,
    naming,
    training,
):
    group.register(app)


def main() -> None:
    """The console script."""
    _speak_utf8()
    try:
        app()
    except (SettingsError, CatalogError, BadEntry, NoSuchSource) as error:
        _end(error, code=2)
    except (StoreError, EngineError, ChildProcessError) as error:
        _end(error, code=1)
    except SystemExit as end:
        _ended(end.code)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _ended(code: object) -> NoReturn:
    """Typer ends the process itself; it says nothing of a Ctrl-C."""
    if code == INTERRUPTED:
        _end("stopped; what was done is kept, and the same command goes on from there", code=1)
    raise SystemExit(code)


def _end(message: object, *, code: int) -> NoReturn:
    sys.stderr.write(f"tracuu: {message}\n")
    sys.exit(code)


def _speak_utf8() -> None:
    """Vietnamese comes out right whatever the locale says."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8", errors="backslashreplace" if stream is not sys.stdin else "replace"
            )


if __name__ == "__main__":
    main()
