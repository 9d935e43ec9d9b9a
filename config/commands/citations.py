"""`citations`: texts in, the same texts with their citations marked out, for eyes."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from config import logs, marking, show
from config.commands.options import Json
from config.harmless import harmless
from indexer.work import Reading, annotate_text
from nlp.directives.resolve import Context
from nlp.document import to_dict


def register(app: typer.Typer) -> None:
    app.command()(citations)


def citations(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE…", help="Texts; none or -: stdin.")] = None,
    *,
    date: Annotated[str | None, typer.Option(help="Day of publication: it tells which law is meant.")] = None,
    title: Annotated[str | None, typer.Option(help="The text's title, if it does not stand in the text.")] = None,
    as_json: Json = False,
) -> None:
    """Show a text with its citations marked, and below it which document each is, and why.

    Where it can't be known which of several documents is meant, all that it may be are listed. `--json` prints one
    line for each text, with the citations and relations that `annotate` gives.
    """
    context = Context(published=_day(date), title=title)
    failed = 0
    for name in files or ["-"]:
        try:
            text = _read(name)
        except (OSError, UnicodeDecodeError) as error:
            logs.warn(f"{harmless(name)}: {_fault(error)}")
            failed = 1
            continue
        found = annotate_text(Reading(text, context))
        if as_json:
            shape = to_dict(found)
            kept = {part: shape[part] for part in ("citations", "relations", "warnings")}
            print(json.dumps({"id": name, **kept}, ensure_ascii=False))
            continue
        if len(files or ()) > 1:
            show.console().rule(Text(harmless(name)))
        marking.marked(text, found)
        marking.tables(text, found)
    raise typer.Exit(failed)


def _read(name: str) -> str:
    """The text with plain newlines.  Raises OSError and UnicodeDecodeError."""
    if name == "-" and sys.stdin.isatty():
        logs.say("reading the text from the terminal; Ctrl-D ends it")
    raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _fault(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return f"is not UTF-8 text (byte {error.start}); convert it first: iconv -f WINDOWS-1258 -t UTF-8 FILE"


def _day(date: str | None) -> str | None:
    if date is not None:
        try:
            datetime.fromisoformat(date)
        except ValueError as error:
            raise typer.BadParameter(f"--date {date!r} is no day; write it as YYYY-MM-DD") from error
    return date
