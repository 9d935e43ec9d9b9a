"""`annotate`: texts in, what is found in them out; it needs no store."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from config import lines, logs, wiring
from config.commands.options import Lines, open_lines
from config.lines import Line
from config.settings import Settings
from crawler.child import Failure
from indexer.work import Annotation, Reading, annotate_text, annotate_texts
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument
from nlp.document import to_dict as document_to_dict


def register(app: typer.Typer) -> None:
    app.command()(annotate)


def annotate(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="[FILE]…", help="Texts; none or -: stdin.")] = None,
    *,
    jsonl: Lines = None,
    date: Annotated[str | None, typer.Option(help="Day of publication, for texts that say 'hôm qua'.")] = None,
    title: Annotated[
        str | None, typer.Option(help="The text's title, where the text does not begin with it.")
    ] = None,
) -> None:
    """Find persons, bodies, places, citations, offices, quotations and events in texts.

    JSON out; offsets are code points of the text exactly as given.

    `--jsonl` reads lines of {id, text, title, published, url} and prints one line for each, in their order.
    """
    if jsonl is not None:
        raise typer.Exit(_annotate_lines(context.obj, jsonl))
    failed = 0
    for name in files or ["-"]:
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            logs.warn(f"{name}: {error.strerror if isinstance(error, OSError) else 'is not UTF-8 text'}")
            failed = 1
            continue
        found = annotate_text(Reading(text, Context(published=date, title=title)))
        print(json.dumps({"id": name, **document_to_dict(found)}, ensure_ascii=False))
    raise typer.Exit(failed)


def _annotate_lines(settings: Settings, name: str) -> int:
    failed = 0
    with wiring.make_executor(settings) as executor:
        found = lines.understand(open_lines(name), _reading)
        workers = wiring.worker_count(settings)
        for line, result in lines.through(found, annotate_texts, executor=executor, workers=workers):
            failed |= line.problem is not None
            print(json.dumps(_annotated(name, line, result), ensure_ascii=False))
    return failed


def _annotated(name: str, line: Line[Reading], result: Annotation | None) -> dict[str, Any]:
    if result is None:
        logs.warn(f"{name}, line {line.number}: {line.problem}")
        return {"id": line.id, "error": line.problem}
    if isinstance(result, Failure):
        logs.warn(f"{name}, line {line.number}: {result.reason} ({result.detail})")
        result = AnnotatedDocument(warnings=(f"annotate-{result.reason}",))
    return {"id": line.id, **document_to_dict(result)}


def _reading(value: dict[str, Any]) -> Reading:
    if not isinstance(text := value.get("text"), str):
        raise ValueError("has no text")
    return Reading(text, Context(published=value.get("published"), title=value.get("title")))
