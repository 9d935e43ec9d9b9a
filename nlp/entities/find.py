"""A text with its sentences in, the persons, bodies and places in it out."""

from collections.abc import Sequence

from nlp.entities.hints import hints
from nlp.entities.mention import Mention
from nlp.entities.merge import merged
from nlp.entities.model.serve import tag
from nlp.entities.runs import Span
from nlp.segment import Sentence


def find(text: str, sentences: Sequence[Sentence], *, taken: Sequence[Span]) -> list[Mention]:
    """Mentions in a text in standard spelling, in its order and without overlaps.

    Nothing is found in a `taken` span, which is a citation's.
    """
    rest = _without(text, taken)
    told = hints(rest, sentences)
    return merged(rest, tag(rest, sentences, told), told, sentences)


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text with strokes for the letters of `spans`, so that no name begins or ends in one."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        pieces += (text[at:start], "|" * (end - start))
        at = end
    return "".join((*pieces, text[at:]))
