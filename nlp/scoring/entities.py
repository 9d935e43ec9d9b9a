"""Persons, bodies and places that were found in, how right their spans are out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from nlp.document import Entity, EntityType
from nlp.scoring.hits import Hits
from nlp.scoring.scores import Found, Scores, Slip, shown, total

Span = tuple[int, int]


def score(found: Sequence[Found]) -> Scores:
    """Exact spans of each type; what overlaps a flagged span of the gold is neither right nor false.

    A type that nobody marked in any of the articles is left out, and then a flag is one of its own type alone.
    """
    types = [type_ for type_ in get_args(EntityType) if any(_spans(one.entities, type_) for one, _ in found)]
    return total([_article(one, types) for one in found])


def _article(found: Found, types: Sequence[EntityType]) -> Scores:
    gold, document = found
    everything = len(types) == len(get_args(EntityType))
    hits: dict[str, Hits] = {}
    slips: list[Slip] = []
    for type_ in types:
        wanted = _spans(gold.entities, type_)
        neutral = [one for one in gold.neutral if one.type == type_ or everything]
        there = {
            span for span in _spans(document.entities, type_) if span in wanted or not _touches(span, neutral)
        }
        hits[type_] = Hits(len(wanted & there), len(there - wanted), len(wanted - there))
        slips += _slips(found, type_, wanted, there)
    return Scores(1, hits, slips=tuple(slips))


def _slips(found: Found, type_: str, wanted: set[Span], there: set[Span]) -> Iterator[Slip]:
    gold, document = found
    by = {(one.start, one.end): one.by for one in document.entities if one.type == type_}
    for span in sorted(wanted - there):
        yield Slip("MISS", gold.id, type_, shown(gold.text, *span))
    for span in sorted(there - wanted):
        yield Slip("FALSE", gold.id, type_, shown(gold.text, *span), got=by[span])


def _spans(entities: Iterable[Entity], type_: str) -> set[Span]:
    return {(one.start, one.end) for one in entities if one.type == type_}


def _touches(span: Span, others: Iterable[Entity]) -> bool:
    return any(span[0] < one.end and one.start < span[1] for one in others)
