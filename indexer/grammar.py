"""The parts of a typed query in, what must hold out: clauses, and how they are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.fields import date_range, terms
from indexer.query import Bool, Query, Range, Term, Text, TextField
from indexer.tokens import Token

Chunk = tuple[Token, ...]  # words and the like that stand together, or one strict token


@dataclass(frozen=True, slots=True)
class Part:
    query: Query
    shown: tuple[str, ...]  # of which one is enough
    is_filter: bool = False


def alternatives(tokens: Sequence[Token]) -> list[list[Chunk]]:
    """What must hold, each as the chunks of which one is enough.  Words that no OR joins to others are one."""
    loose: Chunk = ()
    alternatives: list[list[Chunk]] = []
    for chunks in _joined(tokens):
        if len(chunks) == 1 and not chunks[0][0].strict:
            loose += chunks[0]
        else:
            alternatives.append(chunks)
    return [[loose], *alternatives] if loose else alternatives


def _joined(tokens: Sequence[Token]) -> list[list[Chunk]]:
    """Neighbours that are words as one chunk, and in one list the chunks that an OR joins."""
    groups: list[list[Chunk]] = []
    before: Token | None = None
    for token in tokens:
        is_first = before is None or not groups
        if token.kind != "or":
            if not is_first and not token.strict and not groups[-1][-1][-1].strict:
                groups[-1][-1] += (token,)  # between words an OR changes nothing
            elif not is_first and before and before.kind == "or":
                groups[-1].append((token,))
            else:
                groups.append([(token,)])
        before = token
    return groups


def either(chunks: Sequence[Chunk]) -> Part:
    parts = [_part(chunk) for chunk in chunks]
    if len(parts) == 1:
        return parts[0]
    query = Bool(should=tuple(part.query for part in parts), min_should=1)
    shown = tuple(word for part in parts for word in part.shown)
    return Part(query, shown, all(part.is_filter for part in parts))


def _part(chunk: Chunk) -> Part:
    """Words are looked for together, so that those that stand together in a text rank first."""
    singles = tuple(_single(token) for token in chunk)
    if len(chunk) == 1:
        return singles[0]
    others = tuple(one.query for one, token in zip(singles, chunk, strict=True) if token.kind != "word")
    shown = tuple(word for one in singles for word in one.shown)
    if not any(token.kind == "word" for token in chunk):
        return Part(Bool(should=others, min_should=1), shown)
    words = Text(" ".join(token.typed or token.value for token in chunk if token.kind != "prefix"))
    return Part(Bool(should=(words, *others), min_should=1) if others else words, shown)


def _single(token: Token) -> Part:
    value, field = token.value, token.field
    if token.kind == "number":
        return Part(Term("directives", value), (f"directive:{value}",))
    if field in ("from", "to"):
        first, last = date_range(value)
        shown = f"{field}:{first if field == 'from' else last}"
        return Part(Range(first=first) if field == "from" else Range(last=last), (shown,), is_filter=True)
    if field == "title":
        return Part(_text(value, fields=("title",), is_phrase=" " in value), (f"title:{_quoted(value)}",))
    if field:
        return Part(terms(field, (value,)), (f"{field}:{_quoted(value)}",), is_filter=True)
    is_phrase = token.kind == "phrase"
    return Part(_text(value, is_phrase=is_phrase), (f'"{value}"' if is_phrase else value,))


def _text(value: str, *, is_phrase: bool, fields: tuple[TextField, ...] = ("text",)) -> Text:
    if value.endswith("*"):
        return Text(value.rstrip("*"), mode="prefix", fields=fields)
    return Text(value, mode="phrase" if is_phrase else "any", fields=fields)


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
