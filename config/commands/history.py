"""What `show` says of an article's versions and copies: lists, and what changed from one text to another."""

import re

import typer
from sqlalchemy import Connection, Engine

from config import history, logs
from indexer.differences import Part
from indexer.reprints import compared, reprints
from indexer.versions import change, versions
from search_api.changes import Changes, CopyList, VersionEntry, VersionList

_VERSIONS = re.compile(r"(\d{1,6})(?::(\d{1,6}))?")


def show_versions(store: Engine, article: str, *, as_json: bool) -> None:
    with store.connect() as connection:
        found = versions(connection, article)
    if as_json:
        print(VersionList(versions=tuple(map(VersionEntry.of, found))).model_dump_json())
    else:
        history.versions(found)


def show_copies(store: Engine, article: str, *, as_json: bool) -> None:
    with store.connect() as connection:
        found = reprints(connection, article)
    if as_json:
        print(CopyList.of(found, article=article).model_dump_json())
    else:
        history.copies(found, of=article)


def show_changes(store: Engine, article: str, against: str | None, *, as_json: bool) -> None:
    """`against` is a version, two of them ("1:3"), or another article; without it, the last edit."""
    with store.connect() as connection:
        try:
            first, second, parts = _changes(connection, article, against)
        except KeyError as error:
            logs.warn(
                f"{article}: there is no version or article {error.args[0]}; --versions lists the versions, "
                "and `tracuu show` the copies"
            )
            raise typer.Exit(1) from error
    if as_json:
        print(Changes.of(first, second, parts).model_dump_json())
    else:
        history.changes(parts)


def _changes(connection: Connection, article: str, against: str | None) -> tuple[str, str, tuple[Part, ...]]:
    chosen = _VERSIONS.fullmatch(against or "")
    if against and not chosen:
        return article, against, compared(connection, article, against)
    newest = versions(connection, article)[-1].number
    first = int(chosen[1]) if chosen else max(1, newest - 1)
    last = int(chosen[2]) if chosen and chosen[2] else newest
    return str(first), str(last), change(connection, article, first, last)
