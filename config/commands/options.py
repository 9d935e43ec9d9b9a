"""Options that several commands share."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from config.lines import Line, read

Json = Annotated[bool, typer.Option("--json", help="One JSON document instead of a text for eyes.")]
Lines = Annotated[str | None, typer.Option("--jsonl", metavar="FILE", help="JSON lines in and out; - is stdin.")]
SourceIds = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE]…", help="Ids of sources; none: all of them.")
]


def words(value: str) -> str:
    """What was typed, where it is text at all: bytes that are none would stop the database."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise typer.BadParameter(f"{value!r} is no text in UTF-8; set the terminal to UTF-8") from error
    return value


def open_lines(name: str) -> Iterator[Line[dict[str, Any]]]:
    """The lines of the file; one that can't be opened is wrong use."""
    try:
        return read(name)
    except OSError as error:
        raise typer.BadParameter(f"{name}: {error.strerror or error}") from error
