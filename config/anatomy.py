"""An official text in, what its head, its parts and its end say, out: for people, and as part of a JSON shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from config.show import console, plain
from crawler.article import Article
from nlp.directives import header
from nlp.directives.structure import structure_of
from search_api.pages.outline import Entry, contents

SHOWN = 60  # entries of a table of contents


def with_parts(shape: dict[str, Any], articles: Sequence[Article]) -> dict[str, Any]:
    """The shape of one official text with its structure, recipients and the office of who signed it."""
    structure = structure_of(articles[0]) if len(articles) == 1 else None
    if structure is None or not shape["document"]:
        return shape
    heading = header.read(articles[0])
    more = {
        "office": heading.office if heading else None,
        "recipients": list(heading.recipients) if heading else [],
        "structure": asdict(structure),
    }
    return {**shape, "document": {**shape["document"], **more}}


def show_head(document: Mapping[str, Any]) -> None:
    """What the text says of itself, and to whom it goes."""
    out = console()
    facts = (document[name] for name in ("type", "number", "issued_on", "issuer", "signer"))
    if line := " · ".join(fact for fact in facts if fact):
        out.print(plain(line, style="bold"))
    if recipients := document.get("recipients"):
        out.print(plain(f"Nơi nhận: {'; '.join(recipients)}", style="dim"))


def show_contents(article: Article) -> None:
    """Its table of contents; nothing for what has no parts."""
    table = contents(structure_of(article))
    if table is None:
        return
    out = console()
    for line in _lines(table.entries[:SHOWN]):
        out.print(plain(line, style="dim"))
    if len(table.entries) > SHOWN:
        out.print(plain(f"… and {len(table.entries) - SHOWN} more", style="dim"))


def _lines(entries: Sequence[Entry]) -> Iterator[str]:
    return (f"{'  ' * min(one.depth, 2)}{one.label} {one.heading}".rstrip() for one in entries)
