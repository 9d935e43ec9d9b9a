"""`person`, `organization`, `event`: one thing and everything that the articles say of it."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeVar

import typer
from pydantic import BaseModel
from sqlalchemy import Connection

from config import faces, logs, wiring
from config.commands.options import Json, words
from config.settings import Settings
from indexer import events, organizations, people
from indexer.fields import date_range
from indexer.roll import EventDossier
from nlp.directives.registry import Registry
from search_api.events import EventDetail
from search_api.organizations import OrganizationDetail
from search_api.people import OfficeAnswer, PersonDetail

MOST = 20  # of those that are meant, in JSON; a list for eyes shows all

E = TypeVar("E")
D = TypeVar("D")
Sentences = Annotated[int, typer.Option(min=0, help="How many sentences are shown of each thing.")]


class PersonAnswer(BaseModel):
    """One for an id; all that bear the name for a name."""

    people: tuple[PersonDetail, ...]


class OrganizationAnswer(BaseModel):
    organizations: tuple[OrganizationDetail, ...]


class EventAnswer(BaseModel):
    events: tuple[EventDetail, ...]


def register(app: typer.Typer) -> None:
    app.command("person")(show_person)
    app.command("organization")(show_organization)
    app.command("event")(show_event)


def show_person(
    context: typer.Context,
    asked: Annotated[
        str, typer.Argument(callback=words, metavar="[ID_OR_NAME]", help="With or without accents.")
    ] = "",
    *,
    office: Annotated[
        str, typer.Option(callback=words, help="Instead of a name: who held this office, and what was said in it.")
    ] = "",
    from_: Annotated[str | None, typer.Option("--from", metavar="DAY", help="With --office: since when.")] = None,
    to: Annotated[str | None, typer.Option(metavar="DAY", help="With --office: until when.")] = None,
    sentences: Sentences = 3,
    as_json: Json = False,
) -> None:
    """One person: names, offices through time, events, words, articles; or all that bear a name.

    `tracuu person --office "Trưởng Ban Đối ngoại Trung ương" --from 2019 --to 2019` says who held an office then,
    and who spoke in it.
    """
    if bool(asked.strip()) == bool(office.strip()):
        raise typer.BadParameter('give a name (or an id), or --office "Trưởng Ban Đối ngoại Trung ương"')
    with wiring.open_store(context.obj).connect() as connection:
        if office:
            _show_holders(connection, office, from_, to, sentences=sentences, as_json=as_json)
            return
        found = _found("person", asked, people.find(connection, asked))
        dossiers = _dossiers(connection, [one.id for one in found], people.dossier, as_json=as_json)
        if as_json:
            print(PersonAnswer(people=tuple(map(PersonDetail.of_dossier, dossiers))).model_dump_json())
        elif dossiers:
            faces.person(dossiers[0], sentences=sentences)
        else:
            faces.people(found)


def show_organization(
    context: typer.Context,
    asked: Annotated[str, typer.Argument(callback=words, metavar="ID_OR_NAME", help="Any of its names: VUFO.")],
    *,
    sentences: Sentences = 3,
    as_json: Json = False,
) -> None:
    """One body: names and aliases, what it belongs to, who held which office in it, its events and words."""
    with wiring.open_store(context.obj).connect() as connection:
        found = _found("organization", asked, organizations.find(connection, asked))
        dossiers = _dossiers(connection, [one.id for one in found], organizations.dossier, as_json=as_json)
        if as_json:
            shapes = tuple(map(OrganizationDetail.of_dossier, dossiers))
            print(OrganizationAnswer(organizations=shapes).model_dump_json())
        elif dossiers:
            faces.organization(dossiers[0], sentences=sentences)
        else:
            faces.organizations(found)


def show_event(
    context: typer.Context,
    asked: Annotated[
        str, typer.Argument(callback=words, metavar="ID_OR_WORDS", help="Words of its name, and a year.")
    ],
    *,
    sentences: Sentences = 5,
    as_json: Json = False,
) -> None:
    """One event: when, where, who held and chaired it, who spoke in which office, all reports of it."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    known = wiring.make_settling(settings, store).registry
    with store.connect() as connection:
        found = _found("event", asked, events.find(connection, asked))
        dossiers = _dossiers(connection, [one.id for one in found], events.dossier, as_json=as_json)
        if as_json:
            print(EventAnswer(events=_event_details(dossiers, known)).model_dump_json())
        elif dossiers:
            faces.event(dossiers[0], known, sentences=sentences)
        else:
            faces.events(found)


def _event_details(dossiers: Sequence[EventDossier], known: Registry) -> tuple[EventDetail, ...]:
    return tuple(EventDetail.of_dossier(one, known) for one in dossiers)


def _show_holders(
    connection: Connection, office: str, from_: str | None, to: str | None, *, sentences: int, as_json: bool
) -> None:
    try:
        first = date_range(from_)[0] if from_ else None
        last = date_range(to)[1] if to else None
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    holders = people.holders(connection, office=office, first=first, last=last)
    said = people.spoke(connection, office=office, first=first, last=last, limit=100)
    if as_json:
        print(OfficeAnswer.of(office, holders, said).model_dump_json())
    elif holders or said:
        faces.holders(holders, said, sentences=sentences)
    else:
        logs.warn(f"no article names a {office!r} then; write the office with its body, or leave out the days")
        raise typer.Exit(1)


def _found(kind: str, asked: str, found: Sequence[E]) -> Sequence[E]:
    if not asked.strip():
        raise typer.BadParameter("give a name or an id")
    if not found:
        logs.warn(f"no {kind} is known as {asked!r}; `tracuu search {asked!r}` looks in the texts")
        raise typer.Exit(1)
    return found


def _dossiers(
    connection: Connection, ids: Sequence[str], read: Callable[[Connection, str], D | None], *, as_json: bool
) -> Sequence[D]:
    """Of the only one that is meant; in JSON, of the first few."""
    chosen = ids[:MOST] if as_json else ids if len(ids) == 1 else ()
    return [dossier for id_ in chosen if (dossier := read(connection, id_))]
