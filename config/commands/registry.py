"""`registry`: the documents that are known, what is wrong with them, and what texts say of them besides."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from config import show, wiring
from config.commands.options import Json
from config.settings import Settings
from indexer.catalog import proposals
from indexer.directory import display, search
from nlp.directives.check import check
from nlp.directives.registry import Document

registry = typer.Typer(help="The registry of documents.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(registry, name="registry")


@registry.callback()
def group() -> None:
    """Documents that are known: shipped, in `registry/*.yaml` of the data folder, collected, or decided."""


@registry.command("check")
def check_registry(context: typer.Context, *, as_json: Json = False) -> None:
    """Whether terms fit dates, links lead somewhere, numbers grow, and no two rows contradict; exit 1 if not."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    known = wiring.make_settling(settings, store).registry
    problems = check(known)
    errors = [one for one in problems if one.is_error]
    if as_json:
        shape = {"documents": len(known), "problems": [asdict(one) | {"error": one.is_error} for one in problems]}
        print(json.dumps(shape, ensure_ascii=False))
    else:
        show.table(("document", "problem", "what to do"), [(one.key, one.slug, one.message) for one in problems])
        print(f"{len(known):,} documents: {len(errors)} errors, {len(problems) - len(errors)} notices")
    raise typer.Exit(1 if errors else 0)


@registry.command("list")
def list_documents(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="Words of number, title, name or issuer; none: all.")] = "",
    *,
    as_json: Json = False,
) -> None:
    """The documents that are known, in the order of their keys."""
    settings: Settings = context.obj
    known = wiring.make_settling(settings, wiring.open_store(settings)).registry
    found = sorted(search(known, words), key=lambda one: one.key)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    show.table(("document", "number", "date", "issuer", "title", "known"), [_row(one) for one in found])


@registry.command("proposals")
def list_proposals(
    context: typer.Context,
    *,
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    as_json: Json = False,
) -> None:
    """What texts say of documents and the registry does not: links, dates, titles, issuers.

    `tracuu decide proposal ID yes` takes one; nothing is taken by itself.
    """
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    known = wiring.make_settling(settings, store).registry
    with store.connect() as connection:
        found = proposals.list_open(connection, known, limit=limit)
    if as_json:
        print(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    columns = ("id", "articles", "document", "says", "value", "against the registry", "for example")
    show.table(
        columns,
        [
            (one.id, one.articles, one.key, one.relation or one.kind, one.value, "yes" if one.contradicts else "",
             f"{one.example}:{one.start}")
            for one in found
        ],
    )  # fmt: skip


def _row(one: Document) -> tuple[object, ...]:
    return one.key, display(one), one.issued_on, one.issuer, one.title, one.confidence
