"""`decide person`, `decide organization`: what a person says of who is who, kept through every rebuild."""

import getpass
from collections.abc import Callable, Sequence
from typing import Annotated

import typer
from sqlalchemy import Connection

from config import river, wiring
from config.commands.decide import Person, Reason, decide
from config.commands.options import words
from config.harmless import line
from config.settings import Settings
from crawler.database import writing
from indexer import organizations, people
from indexer.catalog import merging, rulings, shelf
from indexer.roll import Organization
from indexer.roll import Person as Known

Other = Annotated[
    str,
    typer.Argument(callback=words, metavar="[B|NAME]", help="Whom or what it is about, by id or name; a name."),
]
Find = Callable[[Connection, str], Sequence[Known] | Sequence[Organization]]


def register(_: typer.Typer) -> None:
    decide.command("person")(decide_person)
    decide.command("organization")(decide_organization)


def decide_person(
    context: typer.Context,
    person: Annotated[
        str,
        typer.Argument(callback=words, metavar="A", help="An id, as `tracuu person NAME` gives it, or a name."),
    ],
    choice: Annotated[str, typer.Argument(metavar="same|not-same|no-person|person|name")],
    value: Other = "",
    *,
    because: Reason = None,
    by: Person = None,
) -> None:
    """Say that A is the same person as B, or is not; is no person (or is one after all); or how A is called.

    `A not-same ARTICLE` parts from A whoever bears the name in that article.
    """
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    who = by or getpass.getuser()
    with writing(store) as connection:
        one = (choice == "person" and rulings.nobody_of(connection, person)) or _person(connection, person)
        if choice in ("same", "not-same"):
            _pair(connection, one, _given(value, choice), same=choice == "same", by=who, because=because)
        elif choice in ("no-person", "person"):
            rulings.decide_nobody(connection, one, nobody=choice == "no-person", made_by=who, reason=because)
        elif choice == "name":
            rulings.decide_name(connection, one, _given(value, choice), made_by=who, reason=because)
        else:
            raise typer.BadParameter(f"{choice!r} is none of same, not-same, no-person, person, name")
    changed = river.tie_again(settings, store)
    print(f"{one}: {choice} {value}".rstrip() + f"; {changed:,} article{'s' * (changed != 1)} changed")


def decide_organization(
    context: typer.Context,
    organization: Annotated[
        str, typer.Argument(callback=words, metavar="A", help="An id or any name of the body.")
    ],
    choice: Annotated[str, typer.Argument(metavar="alias|same|not-same|no-organization")],
    value: Other = "",
    *,
    because: Reason = None,
    by: Person = None,
) -> None:
    """Say that A is also called so (alias); that B is A (same); that A is no other body; or that it is none."""
    settings: Settings = context.obj
    store = wiring.open_store(settings)
    who = by or getpass.getuser()
    with writing(store) as connection:
        one = (choice == "not-same" and merging.body_of(connection, organization)) or _body(
            connection, organization
        )
        if choice == "alias":
            merging.call(connection, one, _given(value, choice), made_by=who, reason=because)
        elif choice == "same":
            other = _body(connection, _given(value, choice))
            if other == one:
                raise typer.BadParameter(f"{value} is {one} already")
            merging.equate(connection, one, other, made_by=who, reason=because)
        elif choice == "not-same":
            merging.part(connection, one, made_by=who, reason=because)
        elif choice == "no-organization":
            merging.drop(connection, one, made_by=who, reason=because)
        else:
            raise typer.BadParameter(f"{choice!r} is none of alias, same, not-same, no-organization")
    changed = river.tie_again(settings, store)
    print(f"{one}: {choice} {value}".rstrip() + f"; {changed:,} article{'s' * (changed != 1)} changed")


def _given(value: str, choice: str) -> str:
    if not value.strip():
        raise typer.BadParameter(f"{choice} needs one word more: whom, or the name")
    return value.strip()


def _pair(connection: Connection, one: str, value: str, *, same: bool, by: str, because: str | None) -> None:
    other = value if not same and _is_article(connection, value) else _person(connection, value)
    try:
        rulings.decide_pair(connection, one, other, same=same, made_by=by, reason=because)
    except (rulings.OnePerson, rulings.UnknownPerson) as error:
        raise typer.BadParameter(str(error)) from error


def _person(connection: Connection, asked: str) -> str:
    """An id stays what it is, even if it leads to another person now: so a decision can be taken back."""
    asked = asked.strip()
    return asked if rulings.is_id(connection, asked) else _only(connection, asked, people.find, "person")


def _body(connection: Connection, asked: str) -> str:
    return _only(connection, asked, organizations.find, "organization")


def _only(connection: Connection, asked: str, find: Find, kind: str) -> str:
    """The id of the one that is meant."""
    found = find(connection, asked)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise typer.BadParameter(f"no {kind} is known as {asked!r}; `tracuu {kind} NAME` finds them")
    several = ", ".join(f"{one.id} ({line(one.name)}, {one.articles} articles)" for one in found[:10])
    raise typer.BadParameter(f"{asked!r} may be several: {several}; give the id")


def _is_article(connection: Connection, value: str) -> bool:
    return bool(shelf.read(connection, [value]))
