"""A text with its sentences and names in, a view of it with signs for the names out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
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

    def sentence(self, at: int) -> int:
        """The number of the sentence at or before this place; -1 before the first."""
        return bisect_right(self._starts, at) - 1

    def line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end


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


def _whole(text: str, sentences: Iterable[Sentence]) -> Iterable[Span]:
    """A sentence that was cut for its length is one again."""
    open_at: int | None = None
    last = 0
    for sentence in sentences:
        if open_at is not None and (_ends(text, last) or "\n" in text[last : sentence.start]):
            yield open_at, last
            open_at = None
        if open_at is None:
            open_at = sentence.start
        last = sentence.end
    if open_at is not None:
        yield open_at, last


def _ends(text: str, end: int) -> bool:
    at = end - 1
    while at > end - 6 and text[at] in _CLOSING:
        at -= 1
    return text[at] in _ENDS
