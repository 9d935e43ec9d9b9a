"""A text with its sentences and names in, a view of it with signs for the names out."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nlp.document import Entity
from nlp.segment import Sentence

# One sign for each letter of a name, so that a pattern sees what stands there and offsets stay.
PER, ORG, LOC = "\ue000", "\ue001", "\ue002"
_SIGNS = {"PER": PER, "ORG": ORG, "LOC": LOC}
_NO_SIGNS = str.maketrans(dict.fromkeys(_SIGNS.values(), "?"))
_ENDS = frozenset(".?!…")
_CLOSING = "\"'”’»)]"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class View:
    text: str
    masked: str
    lower: str  # masked, in small letters
    starting: dict[int, Entity]  # persons and bodies by where they start
    ending: dict[int, Entity]
    sentences: tuple[Span, ...]  # whole ones, in order, none over a line's end
    _starts: tuple[int, ...]
    _paragraphs: tuple[Span, ...]  # of each sentence

    def sentence(self, at: int) -> int:
        """The number of the sentence at or before this place; -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def paragraph(self, sentence: int) -> Span:
        """Where the paragraph of a sentence begins and ends."""
        return self._paragraphs[sentence]


def view(text: str, sentences: Sequence[Sentence], entities: Sequence[Entity]) -> View:
    masked = _masked(text, entities)
    named = [one for one in entities if one.type != "LOC"]
    spans = tuple(_whole(text, sentences))
    return View(
        text=text,
        masked=masked,
        lower=_lower(masked),
        starting={one.start: one for one in named},
        ending={one.end: one for one in named},
        sentences=spans,
        _starts=tuple(start for start, _ in spans),
        _paragraphs=tuple(_paragraphs(text, spans)),
    )


def _masked(text: str, entities: Iterable[Entity]) -> str:
    plain = text.translate(_NO_SIGNS) if any(sign in text for sign in _SIGNS.values()) else text
    pieces: list[str] = []
    at = 0
    for one in sorted(entities, key=lambda one: (one.start, -one.end)):
        if one.start < at:
            continue
        pieces += (plain[at : one.start], _SIGNS[one.type] * (one.end - one.start))
        at = one.end
    return "".join((*pieces, plain[at:]))


def _lower(text: str) -> str:
    """Small letters, the length kept ("İ" alone would become two)."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(one.lower()[0] for one in text)


def _whole(text: str, sentences: Iterable[Sentence]) -> Iterator[Span]:
    """A sentence that was cut for its length is one again, and so is one that a line's end breaks off."""
    open_at: int | None = None
    last = 0
    for sentence in sentences:
        if open_at is not None and _parts(text, last, sentence.start):
            yield open_at, last
            open_at = None
        if open_at is None:
            open_at = sentence.start
        last = sentence.end
    if open_at is not None:
        yield open_at, last


def _parts(text: str, end: int, start: int) -> bool:
    """Whether a sentence ends at `end`, when the next begins at `start`."""
    return _ends(text, end) or ("\n" in text[end:start] and not text[start].islower())


def _paragraphs(text: str, sentences: Sequence[Span]) -> Iterator[Span]:
    """The paragraph of each sentence: it ends with its line, or where the next was glued to it ("… nay.Ông …")."""
    first = 0
    for number, (_, end) in enumerate(sentences, 1):
        after = sentences[number][0] if number < len(sentences) else len(text)
        if number == len(sentences) or after == end or "\n" in text[end:after]:
            yield from [(sentences[first][0], end)] * (number - first)
            first = number


def _ends(text: str, end: int) -> bool:
    at = end - 1
    while at > end - 6 and text[at] in _CLOSING:
        at -= 1
    return text[at] in _ENDS
