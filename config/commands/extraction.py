"""`extract`: pages and files in, their articles out, and how each was read; it needs no store."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from config import anatomy, explained, lines, logs, show, wiring
from config.commands.options import Json, Lines, open_lines
from config.lines import Line
from config.mends import mend_of
from config.saved import every_page, first_page
from config.settings import Settings
from crawler.article import FetchedPage
from crawler.child import Failure
from crawler.corrections.layout import Corrections
from crawler.explain.verdict import Explained
from crawler.extract.shape import to_dict
from crawler.fetch import FetchError, fetch
from indexer.work import Batch, Extraction, explain_pages, extract_pages

LIVE = ("http://", "https://")


def register(app: typer.Typer) -> None:
    app.command()(extract)


def extract(
    context: typer.Context,
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[FILE|URL]…", help="Pages and documents, folders and archives of them, or URLs."),
    ] = None,
    *,
    jsonl: Lines = None,
    url: Annotated[str | None, typer.Option(help="Where the file was fetched from.")] = None,
    explain: Annotated[
        bool, typer.Option(help="Say which rule took or dropped each block, and where each fact was found.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Take the article out of a page: title, lead, author, time, section, captions, paragraphs.

    Of an official text the JSON's `document` has number, type, date, issuer, signer, office, recipients, and the
    `structure`: preamble, chapters, articles, clauses, points and annexes with their places in `text`.

    `--explain` adds why: the origin of each fact, and a line for each block of the page. With `--json`: `origins`,
    `signs` (what a page was refused for) and `explain`, a list of {text, rule, taken}.

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


def _extract_lines(
    settings: Settings, pages: Iterator[Line[FetchedPage]], *, name: str, as_json: bool, explain: bool
) -> int:
    failed = 0
    with wiring.make_executor(settings) as executor:
        workers = wiring.worker_count(settings)
        read = _reader(wiring.corrections(settings), explain=explain)
        for line, result in lines.through(pages, read, executor=executor, workers=workers):
            failed |= line.problem is not None or isinstance(result, Failure)
            shape = _extracted(name, line, result)
            if mend := mend_of(shape["reason"]):
                logs.warn(f"{line.id}: {mend}")
            if as_json:
                print(json.dumps(shape, ensure_ascii=False))
                continue
            if shape["document"]:
                anatomy.show_head(shape["document"])
            show.extraction(shape)
            if isinstance(result, Explained):
                explained.report(result)
    return failed


def _reader(corrections: Corrections, *, explain: bool) -> Callable[[Sequence[FetchedPage]], Batch[Any]]:
    """What makes Extractions of pages, or of each an Explained."""
    return partial(explain_pages if explain else extract_pages, corrections=corrections)


def _extracted(name: str, line: Line[FetchedPage], result: Extraction | Explained | None) -> dict[str, Any]:
    where = f"{name}, line {line.number}" if name else str(line.id)
    if result is None or isinstance(result, Failure):
        reason = line.problem if result is None else f"{result.reason} ({result.detail})"
        logs.warn(f"{where}: {reason}")
        return to_dict(line.id, None, reason="unreadable" if result is None else f"extract-{result.reason}")
    if isinstance(result, tuple):
        return anatomy.with_parts(to_dict(line.id, result), result)
    if isinstance(result, Explained):
        shape = anatomy.with_parts(to_dict(line.id, result.articles, reason=result.reason), result.articles)
        return {**shape, **explained.shape(result)}
    return to_dict(line.id, None, reason=result.reason)


def _page_of(value: dict[str, Any], base: Path) -> FetchedPage:
    if not isinstance(file := value.get("file"), str):
        raise ValueError("has no file")
    if not isinstance(url := value.get("url"), str | None):
        raise ValueError("its url is no text; write it in quotes, or leave it out")
    return first_page(base / file, url=url)


def _pages(inputs: list[str], *, url: str | None, user_agent: str) -> Iterator[Line[FetchedPage]]:
    """The page at each URL, and all that each file, folder or archive holds; with `url`, the first in each."""
    for number, name in enumerate(inputs, start=1):
        if url is None and not name.startswith(LIVE):
            for inside, found in every_page(Path(name)):
                if isinstance(found, FetchedPage):
                    yield Line(number, inside, found)
                else:
                    yield Line(number, inside, None, found.detail.removeprefix(f"{found.name}: "))
            continue
        try:
            live = name.startswith(LIVE)
            page = fetch(name, user_agent=user_agent) if live else first_page(Path(name), url=url)
        except (FetchError, ValueError) as error:
            yield Line(number, name, None, str(error))
            continue
        yield Line(number, name, page)
