"""`directive`: one document and who cites it, or all documents that bear a number."""

from datetime import datetime
from typing import Annotated

import typer
from sqlalchemy import Connection

from config import logs, portrait, wiring
from config.commands.options import Json
from config.settings import Settings
from indexer.catalog.cited import Cited, cited, place_of
from indexer.catalog.moments import VIETNAM
from indexer.directory import documents_of, search
from indexer.dossier import dossier, entries
from nlp.directives.registry import Document
from search_api.directives import DirectiveAnswer

PAGE = 200  # citations read at once


def register(app: typer.Typer) -> None:
    app.command("directive")(show_directive)


def show_directive(
    context: typer.Context,
    asked: Annotated[str, typer.Argument(metavar="ID_OR_NUMBER", help="A key, a number in any spelling, a name.")],
    *,
    citations: Annotated[bool, typer.Option(help="Every sentence that cites it, not only the newest.")] = False,
    sentences: Annotated[int, typer.Option(min=0, help="How many citing sentences are shown.")] = 10,
    as_json: Json = False,
) -> None:
    """One document: its standing, what it replaces, who cites it, when and why; or all that bear a number."""
    if not asked.strip():
        raise typer.BadParameter("give a key (tw.ct.k13.00012), a number (12-CT/TW) or a name (Luật Đất đai)")
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    known = wiring.make_settling(settings, store).registry
    today = datetime.now(VIETNAM).date()
    with store.connect() as connection:
        documents = documents_of(known, asked) or search(known, asked)
        found = entries(connection, documents, known=known, today=today)
        if not any(one.citing_articles or known.get(one.document.key) for one in found):
            logs.warn(
                f"no document is known as {asked!r} and none is cited so; `tracuu registry list WORDS` searches"
            )
            raise typer.Exit(1)
        if as_json:
            every = {one.key: _every(connection, one) for one in documents} if citations else {}
            print(DirectiveAnswer.of(found, every).model_dump_json())
        elif len(documents) > 1:
            portrait.entries(found)
        else:
            shown = _every(connection, documents[0]) if citations else None
            shown = cited(connection, documents[0].key, limit=sentences) if shown is None else shown
            portrait.dossier(dossier(connection, documents[0], known=known, today=today), known, shown)


def _every(connection: Connection, one: Document) -> tuple[Cited, ...]:
    found: tuple[Cited, ...] = ()
    while page := cited(connection, one.key, limit=PAGE, after=place_of(found[-1]) if found else None):
        found += page
    return found
