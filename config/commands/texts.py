"""`annotate` and `extract`: one text or page in, what is in it out; they need no store."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from config import lines, logs, show, wiring
from config.commands.options import Json, open_lines
from config.lines import Line
from config.settings import Settings
from crawler.article import FetchedPage
from crawler.child import Failure
from crawler.extract.shape import to_dict as extraction_to_dict
from crawler.fetch import FetchError, fetch
from crawler.files import Unreadable, read
from indexer.work import Annotation, Extraction, Reading, annotate_text, annotate_texts, extract_pages
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument
from nlp.document import to_dict as document_to_dict

Lines = Annotated[str | None, typer.Option("--jsonl", metavar="FILE", help="JSON lines in and out; - is stdin.")]


def register(app: typer.Typer) -> None:
    for command in (annotate, extract):
        app.command()(command)


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


def extract(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|URL]…", help="Pages, saved or live.")
    ] = None,
    *,
    jsonl: Lines = None,
    url: Annotated[str | None, typer.Option(help="Where the file was fetched from.")] = None,
    explain: Annotated[bool, typer.Option(help="Say on stderr how each page ended and why.")] = False,
    as_json: Json = False,
) -> None:
    """Take the article out of a page: title, lead, author, time, section, captions, paragraphs.

    `--jsonl` reads lines of {id, file, url}, the file relative to the JSON lines, and prints a line for each.
    """
    settings: Settings = context.obj
    if jsonl is not None:
        base = Path() if jsonl == "-" else Path(jsonl).parent
        found = lines.understand(open_lines(jsonl), lambda value: _page_of(value, base))
        raise typer.Exit(_extract_lines(settings, found, name=jsonl, as_json=True, explain=explain))
    if not inputs:
        raise typer.BadParameter("name a file or a URL, or give --jsonl FILE")
    pages = _pages(inputs, url=url, user_agent=settings.user_agent)
    raise typer.Exit(_extract_lines(settings, pages, name="", as_json=as_json, explain=explain))


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


def _extract_lines(
    settings: Settings, pages: Iterator[Line[FetchedPage]], *, name: str, as_json: bool, explain: bool
) -> int:
    failed = 0
    with wiring.make_executor(settings) as executor:
        workers = wiring.worker_count(settings)
        read = partial(extract_pages, corrections=wiring.corrections(settings))
        for line, result in lines.through(pages, read, executor=executor, workers=workers):
            failed |= line.problem is not None or isinstance(result, Failure)
            shape = _extracted(name, line, result)
            if explain:
                logs.say(f"{line.id}: {shape['outcome']} {shape['reason'] or ''}")
            if as_json:
                print(json.dumps(shape, ensure_ascii=False))
            else:
                show.extraction(shape)
    return failed


def _extracted(name: str, line: Line[FetchedPage], result: Extraction | None) -> dict[str, Any]:
    where = f"{name}, line {line.number}" if name else str(line.id)
    if result is None or isinstance(result, Failure):
        reason = line.problem if result is None else f"{result.reason} ({result.detail})"
        logs.warn(f"{where}: {reason}")
        return extraction_to_dict(
            line.id, None, reason="unreadable" if result is None else f"extract-{result.reason}"
        )
    if isinstance(result, tuple):
        return extraction_to_dict(line.id, result)
    return extraction_to_dict(line.id, None, reason=result.reason)


def _reading(value: dict[str, Any]) -> Reading:
    if not isinstance(text := value.get("text"), str):
        raise ValueError("has no text")
    return Reading(text, Context(published=value.get("published"), title=value.get("title")))


def _page_of(value: dict[str, Any], base: Path) -> FetchedPage:
    if not isinstance(file := value.get("file"), str):
        raise ValueError("has no file")
    return _first(base / file, url=value.get("url"))


def _pages(inputs: list[str], *, url: str | None, user_agent: str) -> Iterator[Line[FetchedPage]]:
    for number, name in enumerate(inputs, start=1):
        try:
            live = name.startswith(("http://", "https://"))
            page = fetch(name, user_agent=user_agent) if live else _first(Path(name), url=url)
        except (FetchError, ValueError) as error:
            yield Line(number, name, None, str(error))
            continue
        yield Line(number, name, page)


def _first(path: Path, *, url: str | None) -> FetchedPage:
    """The page that a file holds.  Raises ValueError."""
    for page in read(path):
        if isinstance(page, Unreadable):
            raise ValueError(page.detail)
        return page if url is None else replace(page, url=url)
    raise ValueError("holds nothing")
