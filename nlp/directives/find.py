"""A text in standard spelling in, the citations of documents in it out, with all that the words round them say."""

import re
from collections.abc import Iterator
from dataclasses import replace

from crawler.letters import fold
from nlp.directives.anaphora import anaphora
from nlp.directives.around import around
from nlp.directives.date import issue
from nlp.directives.full import full
from nlp.directives.mask import mask
from nlp.directives.named import GATE, named
from nlp.directives.pinpoint import pinpoint
from nlp.directives.short import abbreviated, short
from nlp.document import Citation

_GATE = re.compile(GATE)
_KINDS = {"full": 0, "short": 1, "named": 2, "anaphoric": 3}


def find(text: str) -> tuple[Citation, ...]:
    """In the order of the text, spans in it, none within another.

    Keys hold an "x" for what the text does not say: which of the documents with this number it is, is not decided.
    """
    folded = fold(text)
    masked = mask(text)
    numbered = tuple(one for one in full(text, folded) if not masked(one.start))
    taken = {one.start: one.end for one in numbered}
    others = [*short(text, folded, taken), *abbreviated(text), *by_name(text)]
    found = _apart([*numbered, *(one for one in others if not masked(one.start))])
    found = _apart([*found, *anaphora(text, folded, found)])
    return tuple(_described(text, folded, one) for one in found)


def by_name(text: str) -> Iterator[Citation]:
    """Citations by name, in the paragraphs that may hold any."""
    end = 0
    for gate in _GATE.finditer(text):
        if gate.start() < end:
            continue
        blank = text.rfind("\n\n", end, gate.start())
        start = end if blank < 0 else blank + 2
        stop = text.find("\n\n", gate.end())
        end = len(text) if stop < 0 else stop
        yield from named(text, start, end)


def _apart(found: list[Citation]) -> list[Citation]:
    """In order; of two that overlap the one of the surer kind, or the longer."""
    kept: list[Citation] = []
    for one in sorted(found, key=lambda one: (one.start, _KINDS[one.kind], -one.end)):
        if kept and one.start < kept[-1].end:
            if (_KINDS[one.kind], kept[-1].start - kept[-1].end) < (_KINDS[kept[-1].kind], one.start - one.end):
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _described(text: str, folded: str, one: Citation) -> Citation:
    """With its day, issuer, subject and pinpoint, as far as the words round it say."""
    if one.kind == "anaphoric":
        return _pinned(text, folded, one)
    if one.kind == "short":
        one = _dated(text, folded, one)
    said = around(text, folded, (one.start, one.end), one.full_end)
    if said.issuer or said.subject:
        one = replace(
            one,
            issuer=one.issuer or said.issuer,
            subject=one.subject or said.subject,
            full_end=max(one.full_end, said.end),
        )
    return _pinned(text, folded, one)


def _pinned(text: str, folded: str, one: Citation) -> Citation:
    found = pinpoint(text, folded, one.start, one.end)
    if found is None:
        return one
    return replace(
        one,
        pinpoint=found.text,
        full_start=min(one.full_start, found.start),
        full_end=max(one.full_end, found.end),
    )


def _dated(text: str, folded: str, one: Citation) -> Citation:
    """A short citation with the day and the year that stand next to it."""
    when = issue(folded, one.start, one.end, dated=one.year is not None)
    year = one.year or (text[one.end : when.year_end].rsplit(maxsplit=1)[-1] if when.year_end > one.end else None)
    return replace(
        one,
        end=when.year_end,
        surface=text[one.start : when.year_end],
        full_end=max(when.end, when.year_end),
        year=year,
        issued_on=when.day,
        term=when.term,
    )
