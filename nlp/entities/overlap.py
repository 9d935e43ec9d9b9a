"""Mentions that may overlap in, those that stay out."""

from collections.abc import Iterable

from nlp.entities.mention import Mention


def without_overlaps(mentions: Iterable[Mention]) -> list[Mention]:
    """In the order of the text.  The longest wins, of two as long the surer."""
    covered: set[int] = set()
    kept = []
    for mention in sorted(mentions, key=lambda one: (one.start - one.end, -one.confidence, one.start)):
        places = range(mention.start, mention.end)
        if covered.isdisjoint(places):
            covered.update(places)
            kept.append(mention)
    return sorted(kept, key=lambda one: one.start)
