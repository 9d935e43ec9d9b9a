"""Options that several commands share."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="One JSON document instead of a text for eyes.")]
SourceIds = Annotated[
    list[str] | None, typer.Argument(metavar="[SOURCE]…", help="Ids of sources; none: all of them.")
]
