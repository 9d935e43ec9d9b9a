"""`evaluate extraction`: how right articles are that were taken out of pages, beside those of a person."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from config import logs, measured, wiring
from config.commands.evaluation import evaluate
from config.commands.options import Json
from config.progress import progress
from config.saved import first_page
from config.settings import Settings
from crawler.article import Article, FetchedPage
from crawler.child import Failure, map_killable
from crawler.corrections.layout import Corrections
from crawler.scoring.gold import BadGold, Judged, Opening, load, load_openings
from crawler.scoring.links import linked_titles
from crawler.scoring.openings import score_openings
from crawler.scoring.pages import Outcome, score
from indexer.work import Extraction, extract_pages

TOGETHER = 8  # pages that go to a child at once


def register(_: typer.Typer) -> None:
    evaluate.command("extraction")(evaluate_extraction)


def evaluate_extraction(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="expected.jsonl and its pages; excerpts.jsonl if it has some.")],
    *,
    misses: Annotated[bool, typer.Option(help="List every miss.")] = False,
    as_json: Json = False,
) -> None:
    """How right articles are: bodies by 5-word shingles, leads, titles, authors, times; lists refused.

    Recall is of the judged paragraphs; precision of what was put out, where title, lead and captions are neither
    right nor wrong. Official texts must be told as such, with number, day and issuer.
    """
    settings: Settings = context.obj
    try:
        pages, openings = load(folder), load_openings(folder)
        fetched = [first_page(one.path, url=one.url) for one in pages]
    except (BadGold, ValueError) as error:
        raise typer.BadParameter(str(error)) from error
    corrections = wiring.corrections(settings)
    outcomes, failed = _outcomes(pages, fetched, corrections)
    scored = score(zip(pages, outcomes, strict=True))
    begun = score_openings(zip(openings, _articles(openings, corrections), strict=True))
    if as_json:
        print(json.dumps(measured.shape(scored, begun, misses=misses), ensure_ascii=False))
    else:
        measured.report(scored, begun, misses=misses)
    raise typer.Exit(int(failed))


def _outcomes(
    pages: Sequence[Judged], fetched: Sequence[FetchedPage], corrections: Corrections
) -> tuple[list[Outcome], bool]:
    """What became of each page, and whether one could not be read at all."""
    outcomes: list[Outcome] = []
    failed = False
    with progress("reading", len(pages)) as advance:
        for at in range(0, len(pages), TOGETHER):
            some = fetched[at : at + TOGETHER]
            linked = map_killable(linked_titles, some)
            for judged, result, titles in zip(
                pages[at:], extract_pages(some, corrections).results, linked, strict=False
            ):
                if isinstance(result, Failure):
                    logs.warn(f"{judged.path}: {result.reason} ({result.detail}); it counts as without an article")
                    failed = True
                known = frozenset() if isinstance(titles, Failure) else titles
                outcomes.append(Outcome(*_first(result), linked=known))
            advance(len(some))
    return outcomes, failed


def _first(result: Extraction) -> tuple[Article | None, str | None]:
    return (result[0], None) if isinstance(result, tuple) else (None, result.reason)


def _articles(openings: Sequence[Opening], corrections: Corrections) -> list[Article | None]:
    now = datetime.now(UTC)
    pages = [FetchedPage(one.url, "files", "text/plain", one.head.encode(), now) for one in openings]
    return [_first(result)[0] for result in extract_pages(pages, corrections).results] if pages else []
