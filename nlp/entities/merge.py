"""Mentions that may overlap in, those that stay out; and the fullest name of each in its text."""

from collections.abc import Iterable, Sequence

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


def canonicals(mentions: Sequence[Mention], surfaces: Sequence[str]) -> list[str]:
    """For each mention the full name of the list that it came from, else of the text.

    A person's is the longest name in the text that ends with the same syllables: "Nam" -> "Nguyễn Văn Nam", where
    there is only one.
    """
    persons = {
        " ".join(surface.split()) for one, surface in zip(mentions, surfaces, strict=True) if one.type == "PER"
    }
    longer = _longer(persons)
    return [
        longer[" ".join(surface.split())] if one.type == "PER" else (one.canonical or surface)
        for one, surface in zip(mentions, surfaces, strict=True)
    ]


def _longer(persons: set[str]) -> dict[str, str]:
    """For each name the one that it is the end of; itself where that could be several."""
    full: dict[str, set[str]] = {}
    for name in persons:
        syllables = name.split(" ")
        for at in range(1, len(syllables)):
            full.setdefault(" ".join(syllables[at:]), set()).add(name)
    return {name: _only(name, full.get(name, set())) for name in persons}


def _only(name: str, candidates: set[str]) -> str:
    """Of candidates that end with one another the longest, if all do."""
    longest = max(candidates, key=len, default=name)
    return longest if all(longest.endswith(candidate) for candidate in candidates) else name
