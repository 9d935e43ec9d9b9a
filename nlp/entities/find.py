"""A text with its sentences in, the persons, bodies and places in it out."""

from collections.abc import Iterator, Sequence

from nlp.entities.listed import listed
from nlp.entities.mention import Mention
from nlp.entities.merge import without_overlaps
from nlp.entities.persons import credited, persons
from nlp.entities.places import local_bodies, places
from nlp.entities.runs import Span, runs
from nlp.entities.words import SentenceWords
from nlp.segment import Sentence


def find(text: str, sentences: Sequence[Sentence], *, taken: Sequence[Span]) -> list[Mention]:
    """Mentions in a text in standard spelling, in its order and without overlaps.

    Nothing is found in a `taken` span, which is a citation's.
    """
    rest = _without(text, taken)
    return without_overlaps(_all(rest, SentenceWords(text, sentences)))


def _all(text: str, words: SentenceWords) -> Iterator[Mention]:
    names = [*listed(text)]
    free = [*runs(text, outside=((name.start, name.end) for name in names))]
    known = {name.end: name.start for name in names if name.type == "LOC"}
    yield from names
    yield from persons(text, free, places=known, words=words)
    yield from credited(text)
    yield from places(text, free)
    yield from local_bodies(text)


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text with strokes for the letters of `spans`, so that no name begins or ends in one."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        pieces += (text[at:start], "|" * (end - start))
        at = end
    return "".join((*pieces, text[at:]))
