"""Judged passages and what was found in them in; every miss, with its text, out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.directives.gold import Said
from nlp.directives.verdict import PARTS, Found, Verdict, is_left_open, is_open, said, same, verdicts

CONTEXT = 40  # letters shown on each side


@dataclass(frozen=True, slots=True)
class Miss:
    what: Literal["MISS", "FALSE", "PARSE", "KEY", "RELATION"]
    passage: str
    kind: str  # of the citation, or the relation's name
    context: str  # the surface between ⟦ and ⟧, in its text on one line
    gold: str | None
    got: str | None


def misses(found: Sequence[Found]) -> Iterator[Miss]:
    """Everything that keeps the scores from 1, passage by passage."""
    for passage, document in found:
        for verdict in verdicts(passage, document):
            yield from _of_citation(verdict)
        yield from _of_relations((passage, document))


def _of_citation(verdict: Verdict) -> Iterator[Miss]:
    gold, got, passage = verdict.gold, verdict.got, verdict.passage
    if gold is None or got is None:
        one = gold or got
        if one is not None:
            context = _shown(passage.text, one.start, one.end)
            keys = (gold.canonical if gold else None, got.canonical if got else None)
            yield Miss("MISS" if gold else "FALSE", passage.id, one.kind, context, *keys)
        return
    context = _shown(passage.text, gold.start, gold.end)
    for part in PARTS:
        if not same(gold, got, part):
            wanted, had = (f"{part} {getattr(one, part) or '-'}" for one in (gold, got))
            yield Miss("PARSE", passage.id, gold.kind, context, wanted, had)
    if got.canonical not in gold.accepted and not (is_open(got.canonical) and is_left_open(gold)):
        yield Miss("KEY", passage.id, gold.kind, context, gold.canonical, got.canonical)


def _of_relations(found: Found) -> Iterator[Miss]:
    passage, document = found
    if passage.relations is None:
        return
    cues = {Said(one.source, one.to, one.relation): (one.start, one.end) for one in document.relations}
    have = said(document)
    for one in sorted(passage.relations ^ have):
        told = f"{one.source} {one.relation} {one.to}"
        gold, got = (None, told) if one in have else (told, None)
        yield Miss("RELATION", passage.id, one.relation, _shown(passage.text, *cues.get(one, (0, 0))), gold, got)


def _shown(text: str, start: int, end: int) -> str:
    """Without a surface, the beginning of the text."""
    if start == end:
        return " ".join(text[: 3 * CONTEXT].split())
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
