"""`search` and `show`: the index and the articles behind it, for eyes and for scripts."""

import csv
import json
import sys
from dataclasses import replace
from enum import StrEnum
from typing import Annotated

import typer
from sqlalchemy import Engine

from config import anatomy, logs, show, wiring
from config.commands import history
from config.commands.options import Json, open_lines
from config.settings import Settings
from indexer.catalog import shelf
from indexer.catalog.linked import identified, linked
from indexer.engine import SearchEngine
from indexer.search import Answer, Question, search
from indexer.syntax import Filters
from search_api.schemas import ArticleDetail, SearchAnswer

COLUMNS = ("id", "external_id", "url", "title", "source", "published", "score", "copies", "snippet")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run a cell that begins so

Names = Annotated[list[str] | None, typer.Option(help="Repeatable; any of them.")]


class Sort(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Copies(StrEnum):
    ALL = "all"
    FOLD = "fold"


def register(app: typer.Typer) -> None:
    app.command("search")(ask)
    app.command("show")(show_article)


def ask(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help="Words, with or without accents.")] = "",
    *,
    batch: Annotated[
        str | None, typer.Option(metavar="FILE", help="JSON lines of {id, query}; - is stdin.")
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DAY", help="First day, YYYY-MM-DD.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DAY", help="Last day, YYYY-MM-DD.")] = None,
    source: Names = None,
    section: Names = None,
    kind: Names = None,
    directive: Names = None,
    person: Names = None,
    organization: Names = None,
    office: Names = None,
    place: Names = None,
    event: Names = None,
    sort: Annotated[Sort, typer.Option(help="Order of the hits.")] = Sort.RELEVANCE,
    limit: Annotated[int, typer.Option(min=0, max=100, help="Hits at the most.")] = 10,
    cursor: Annotated[str | None, typer.Option(help="`next` of the page before.")] = None,
    copies: Annotated[
        Copies, typer.Option(help="fold: copies of one text on a page become one hit.")
    ] = Copies.ALL,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="A table for spreadsheets.")] = False,
) -> None:
    """Search the articles.

    Words are joined by *any*, the better matches first. `"…"` is a phrase, `-x` excludes, `OR`, `prefix*`,
    `person:"Nguyễn Phương Nga"`, `directive:12-CT/TW`. A document's number in any spelling means the citation.
    Accents that you type are respected; without any, `doi ngoai` finds `đối ngoại`. A query that begins with
    a dash comes after `--`.
    """
    settings: Settings = context.obj
    filters = Filters(
        first=from_,
        last=to,
        sources=tuple(source or ()),
        sections=tuple(section or ()),
        kinds=tuple(kind or ()),
        directives=tuple(directive or ()),
        persons=tuple(person or ()),
        organizations=tuple(organization or ()),
        offices=tuple(office or ()),
        places=tuple(place or ()),
        events=tuple(event or ()),
    )
    store = wiring.open_store(settings)
    engine = wiring.make_engine(settings, store)
    fold = copies is Copies.FOLD
    question = Question(query, filters=filters, sort=sort.value, limit=limit, cursor=cursor, fold=fold)
    try:
        if batch is not None:
            raise typer.Exit(_answer_batch(store, engine, question, batch))
        _print(search(store, engine, question), as_json=as_json, as_csv=as_csv)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    finally:
        engine.close()


def show_article(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ID", help="An article's id, as `search` gives it.")],
    against: Annotated[
        str | None,
        typer.Argument(
            metavar="[FROM[:TO]|ID]", help="With --diff: versions, or another article; else the last edit."
        ),
    ] = None,
    *,
    versions: Annotated[bool, typer.Option("--versions", help="What it said before each edit.")] = False,
    copies: Annotated[bool, typer.Option("--copies", help="Only who prints the same text.")] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="What an edit changed, or what another article changed in this one.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show one article with everything that was found in it, and who else prints it."""
    if against and not diff:
        raise typer.BadParameter("goes with --diff", param_hint=against)
    store = wiring.open_store(context.obj)
    with store.connect() as connection:
        found = shelf.read(connection, [article]).get(article)
        links = linked(connection, article)
    if found is None:
        logs.warn(f"there is no article {article}; `tracuu search` gives the ids of those that there are")
        raise typer.Exit(1)
    if diff:
        history.show_changes(store, article, against, as_json=as_json)
    elif versions:
        history.show_versions(store, article, as_json=as_json)
    elif copies:
        history.show_copies(store, article, as_json=as_json)
    elif as_json:
        known = replace(found, document=identified(found.document, links))
        print(ArticleDetail.of(known).model_dump_json())
    else:
        anatomy.show_contents(found.article)
        show.article(found)
        history.show_copies(store, article, as_json=False)


def _answer_batch(store: Engine, engine: SearchEngine, question: Question, name: str) -> int:
    """One answer a line, as JSON; the exit code."""
    failed = 0
    for line in open_lines(name):
        if line.value is None or not isinstance(query := line.value.get("query"), str):
            logs.warn(f"{name}, line {line.number}: {line.problem or 'has no query'}")
            print(json.dumps({"id": line.id, "error": line.problem or "has no query"}, ensure_ascii=False))
            failed = 1
            continue
        one = replace(question, text=query, cursor=None, facets=())
        shape = SearchAnswer.of(search(store, engine, one)).model_dump()
        print(json.dumps({"id": line.id, **shape}, ensure_ascii=False))
    return failed


def _print(answer: Answer, *, as_json: bool, as_csv: bool) -> None:
    if as_json:
        print(SearchAnswer.of(answer).model_dump_json())
    elif as_csv:
        _print_csv(answer)
    else:
        show.answer(answer)


def _print_csv(answer: Answer) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in SearchAnswer.of(answer).hits:
        row = hit.model_dump()
        row["snippet"] = " … ".join(snippet["text"] for snippet in row["snippets"])
        writer.writerow([_inert(row[name]) for name in COLUMNS])


def _inert(cell: object) -> object:
    """The cell as text that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
