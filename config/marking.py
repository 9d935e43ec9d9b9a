"""A text and what it cites in; the text with its citations marked, and tables of them, out."""

from collections.abc import Iterator

from rich.text import Text

from config import show
from config.harmless import harmless, line
from nlp.directives.key import is_decided
from nlp.document import AnnotatedDocument, Citation

STYLES = {"full": "bold green", "short": "bold cyan", "named": "bold magenta", "anaphoric": "bold yellow"}
LONGEST = 60  # letters of a surface in a table


def marked(text: str, document: AnnotatedDocument) -> None:
    """Citations coloured by kind and underlined on a terminal, ⟦between marks → with their key⟧ elsewhere."""
    out = show.console()
    made, at = Text(), 0
    for one in _apart(document):
        made.append(harmless(text[at : one.start]))
        surface = harmless(text[one.start : one.end])
        if out.is_terminal:
            made.append(surface, style=f"{STYLES[one.kind]} underline")
        else:
            made.append(f"⟦{surface} → {one.canonical or '?'}⟧")
        at = one.end
    made.append(harmless(text[at:]))
    made.rstrip()
    out.print(made)


def tables(text: str, document: AnnotatedDocument) -> None:
    """Where each citation stands, which document it is and what that rests on; then what is done to documents."""
    out = show.console()
    out.print()
    if not document.citations:
        out.print("no citation")
        return
    rows = [
        (place(text, one.start), one.kind, _short(one.surface), _document(one), one.evidence, one.issued_on)
        for one in document.citations
    ]
    show.table(("place", "kind", "citation", "document", "evidence", "date"), rows)
    if document.relations:
        out.print()
        links = [
            (place(text, one.start), line(one.cue), one.source, one.relation, one.to) for one in document.relations
        ]
        show.table(("place", "cue", "from", "relation", "to"), links)


def place(text: str, offset: int) -> str:
    """Line and column, both from 1."""
    return f"{text.count(chr(10), 0, offset) + 1}:{offset - text.rfind(chr(10), 0, offset)}"


def _apart(document: AnnotatedDocument) -> Iterator[Citation]:
    """Those that can be marked: one inside another is in the table only."""
    end = 0
    for one in sorted(document.citations, key=lambda one: (one.start, -one.end)):
        if one.start >= end:
            yield one
            end = one.end


def _document(one: Citation) -> str:
    """Its key; where that is open, the documents that it may be."""
    key = one.canonical or "?"
    if is_decided(one.canonical) or not one.candidates:
        return key
    return f"{key} ({' or '.join(one.candidates)})"


def _short(surface: str) -> str:
    shown = line(surface)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
