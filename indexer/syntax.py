"""What a person types in, a query out, and how it was understood.  Nothing that is typed is an error.

Words are joined by *any*; `"…"` is a phrase; `-x`, `-"…"`, `-field:x` exclude; `OR` joins its neighbours;
`prefix*`; `field:value`.  The number of an official document, in any spelling, means its citation: alone or in a
field it is required, among words it is one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.fields import KEYWORDS, date_range, terms
from indexer.grammar import Part, alternatives, either
from indexer.query import Bool, Everything, Query, Range, Text
from indexer.tokens import Token, lex
from nlp.directives.meant import meant


@dataclass(frozen=True, slots=True)
class Filters:
    """What may be asked besides words: days, and of each field one of several values."""

    first: str | None = None  # "from": a day, month or year
    last: str | None = None  # "to"
    sources: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    directives: tuple[str, ...] = ()  # numbers in any spelling
    persons: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()

    def queries(self) -> tuple[Query, ...]:
        """Clauses that must all hold; raises ValueError, fit to be shown, for what is no date."""
        days: tuple[Query, ...] = ()
        if self.first or self.last:
            first = date_range(self.first)[0] if self.first else None
            days = (Range(first, date_range(self.last)[1] if self.last else None),)
        chosen: dict[str, tuple[str, ...]] = {name: getattr(self, f"{name}s") for name in KEYWORDS}
        return (*days, *(terms(name, values) for name, values in chosen.items() if values))


@dataclass(frozen=True, slots=True)
class Parsed:
    query: Query
    interpretation: str  # the query in words, AND, OR, NOT and field:value; empty where nothing is looked for
    warnings: tuple[str, ...]


def parse(text: str) -> Parsed:
    """An empty text means everything; one without a word or number finds nothing."""
    lexed = lex(text)
    tokens, undated = _dated(lexed.tokens)
    wanted = [token for token in tokens if not token.excluded]
    parts = [either(chunks) for chunks in alternatives(wanted)]
    unwanted = [either([(token,)]) for token in tokens if token.excluded]
    warnings = (*lexed.warnings, *undated)
    if parts or unwanted:
        return Parsed(_query(parts, unwanted), _shown(parts, unwanted), warnings)
    if not lexed.tokens and lexed.text:
        warnings = (*warnings, "There is no word in the query.")
    return Parsed(Text(lexed.text) if lexed.text and not undated else Everything(), "", warnings)


def _dated(tokens: Sequence[Token]) -> tuple[list[Token], tuple[str, ...]]:
    """The tokens without dates that are none, and a warning for each of those."""
    kept, warnings = [], []
    for token in tokens:
        try:
            if token.field in ("from", "to"):
                date_range(token.value)
            kept.append(token)
        except ValueError as error:
            warnings.append(f"{error} It was left out.")
        if token.field == "directive" and token.kind == "field" and not meant(token.value):
            warnings.append(f'"{token.value}" is not the number, key or name of a document.')
    return kept, tuple(warnings)


def _query(parts: Sequence[Part], unwanted: Sequence[Part]) -> Query:
    must = tuple(part.query for part in parts if not part.is_filter)
    filters = tuple(part.query for part in parts if part.is_filter)
    if len(must) == 1 and not filters and not unwanted:
        return must[0]
    if not parts:
        must = (Everything(),)
    return Bool(must=must, filters=filters, must_not=tuple(part.query for part in unwanted))


def _shown(parts: Sequence[Part], unwanted: Sequence[Part]) -> str:
    """A query's parts with AND, OR and NOT, and with parentheses where they are needed."""
    is_alone = len(parts) + len(unwanted) == 1
    pieces = []
    for part in parts:
        words = " OR ".join(dict.fromkeys(part.shown))
        pieces.append(words if is_alone or len(part.shown) == 1 else f"({words})")
    pieces += [f"NOT {part.shown[0]}" for part in unwanted]
    return " AND ".join(pieces)
