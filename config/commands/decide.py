"""`decide`: what a person says of a citation or of a proposal, kept through every rebuild."""

import getpass
import json
from dataclasses import asdict
from typing import Annotated

import typer
from sqlalchemy import Engine

from config import logs, river, show, wiring
from config.commands.options import Json
from config.settings import Settings
from crawler.database import writing
from indexer.catalog import decisions, merging, proposals, rulings, settling
from indexer.catalog.decisions import Decision
from indexer.directory import documents_of
from nlp.directives.meant import is_key
from nlp.document import Citation

KEPT = ("none", "open")  # choices that name no document
ANSWERS = ("yes", "no")

Reason = Annotated[str | None, typer.Option("--because", help="Why; kept with the decision.")]
Person = Annotated[str | None, typer.Option("--by", help="Who decides; your login name unless given.")]

HELP = "Decide on a citation, proposal, person or body; it survives every rebuild."
decide = typer.Typer(help=HELP, no_args_is_help=True)


def register(app: typer.Typer) -> None:
    app.add_typer(decide, name="decide")


@decide.callback()
def group() -> None:
    """Decide on a citation, proposal, person or body; it survives every rebuild."""


@decide.command("citation")
def decide_citation(
    context: typer.Context,
    place: Annotated[str, typer.Argument(metavar="ARTICLE:START", help="As `show --json` gives id and start.")],
    choice: Annotated[str, typer.Argument(metavar="DOCUMENT|none|open", help="Its key or number; or none, open.")],
    *,
    everywhere: Annotated[bool, typer.Option(help="For the same words in every article.")] = False,
    because: Reason = None,
    by: Person = None,
) -> None:
    """Say which document a citation means, that it is no citation (none), or that it can't be known (open)."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    article, start = _place(place)
    meant = choice if choice in KEPT else _document(settings, store, choice)
    with writing(store) as connection:
        found = _citation(settling.citations_of(connection, article), place, start)
        made = Decision(
            target=f"{article}:{found.start}",
            choice=meant,
            made_by=by or getpass.getuser(),
            reason=because,
            surface=found.surface,
            everywhere=everywhere,
        )
        decisions.record(connection, "citation", made)
        ids = {article, *(decisions.articles_with(connection, found.surface) if everywhere else ())}
    settled = river.settle_again(settings, store, sorted(ids))
    print(f"“{' '.join(found.surface.split())}” in {settled:,} article{'s' * (settled != 1)}: {meant}")


@decide.command("proposal")
def decide_proposal(
    context: typer.Context,
    proposal: Annotated[str, typer.Argument(metavar="ID", help="As `registry proposals` gives it.")],
    choice: Annotated[str, typer.Argument(metavar="yes|no")],
    *,
    because: Reason = None,
    by: Person = None,
) -> None:
    """Take what texts say of a document into the registry, or refuse it."""
    if choice not in ANSWERS:
        raise typer.BadParameter(f"{choice!r} is no answer; write yes or no")
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    registry = wiring.make_settling(settings, store).registry
    with writing(store) as connection:
        found = proposals.find(connection, registry, proposal)
        if found is None:
            raise typer.BadParameter(
                f"there is no open proposal {proposal}; `tracuu registry proposals` lists those that there are"
            )
        made = Decision(
            target=proposal,
            choice=choice,
            made_by=by or getpass.getuser(),
            reason=because,
            content=found.content(),
        )
        decisions.record(connection, "proposal", made)
    settled = river.follow_and_index(settings, store) if choice == "yes" else 0
    print(f"{proposal}: {choice}; citations of {settled:,} articles settled again")


@decide.command("list")
def list_decisions(context: typer.Context, *, as_json: Json = False) -> None:
    """Every decision that holds, and those whose citation is not there any more; exit 1 where there are such."""
    store = wiring.open_store(context.obj)
    with store.connect() as connection:
        made = decisions.all_made(connection)
        lost = (
            *decisions.conflicts(connection),
            *rulings.conflicts(connection),
            *merging.conflicts(connection),
        )
    if as_json:
        shape = {"decisions": [asdict(one) for one in made], "conflicts": [asdict(one) for one in lost]}
        print(json.dumps(shape, ensure_ascii=False, default=str))
    else:
        columns = ("place", "words", "choice", "by", "when", "why")
        show.table(
            columns,
            [
                (one.target, one.surface, one.choice, one.made_by, f"{one.made_at:%Y-%m-%d %H:%M}", one.reason)
                for one in made
            ],
        )
    for one in lost:
        logs.warn(f"{one.kind} {one.target}: “{one.surface}” is not there any more; decided as {one.choice}")
    raise typer.Exit(1 if lost else 0)


def _place(text: str) -> tuple[str, int]:
    article, _, start = text.rpartition(":")
    if not article or not start.isdecimal():
        raise typer.BadParameter(
            f"{text!r} is no ARTICLE:START; write an article's id and where the citation starts"
        )
    return article, int(start)


def _citation(found: tuple[Citation, ...], place: str, start: int) -> Citation:
    if not found:
        raise typer.BadParameter(
            f"{place}: there is no such article, or it cites nothing; `tracuu show ID --json`"
        )
    for one in found:
        if one.start <= start < one.end:
            return one
    there = ", ".join(f"{one.start} (“{one.surface}”)" for one in found[:20])
    raise typer.BadParameter(f"{place}: no citation stands there; those of the article start at {there}")


def _document(settings: Settings, store: Engine, choice: str) -> str:
    registry = wiring.make_settling(settings, store).registry
    if is_key(choice):
        if registry.get(choice) is None:
            logs.warn(f"{choice} is not in the registry; taken as you say")
        return choice
    found = documents_of(registry, choice)
    if len(found) == 1:
        return found[0].key
    several = f"it may be {', '.join(one.key for one in found)}" if found else "the registry knows none such"
    raise typer.BadParameter(f"{choice!r} names no one document: {several}; give its key, or none, or open")
