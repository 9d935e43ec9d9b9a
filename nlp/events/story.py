"""A text with all that was found in it in, the same in the forms that events are looked for in out."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from crawler.letters import fold
from nlp.document import AnnotatedDocument, Citation, Entity, Office, Quote
from nlp.events.sentences import Span, sentences


class Spanned(Protocol):
    @property
    def start(self) -> int: ...


Standing = TypeVar("Standing", bound=Spanned)

_HELD_BY = ", do "  # who holds the meeting, which no citation runs over
_CITED = 120  # letters of a citation that are its own: behind them its subject may run on
MAX_LETTERS = 40_000  # of a text that are read: no report of a meeting is longer

_SPACED = dict.fromkeys(map(ord, "\n.,;:!?…()[]\"'“”‘’«»*|"), " ")


@dataclass(frozen=True, slots=True)
class Story:
    """Spans are in `text`; `low` is the same in small letters, letter for letter."""

    text: str
    low: str
    title: str  # without accents
    published: str | None  # YYYY-MM-DD
    sentences: tuple[Span, ...]
    people: tuple[Entity, ...]
    bodies: tuple[Entity, ...]
    places: tuple[Entity, ...]
    citations: tuple[Citation, ...]
    offices: tuple[Office, ...]
    quotes: tuple[Quote, ...]
    lead: int  # the sentence that opens the report, behind the title where the text has it
    words: Mapping[str, Sequence[int]]  # where each word of `low` begins

    def sentence(self, at: int) -> int:
        """The number of the sentence that `at` lies in, or of the last one before."""
        return max(0, bisect_right(self.sentences, (at, len(self.text))) - 1)

    def is_name(self, at: int) -> bool:
        """Whether `at` lies inside the name of a person or a body, behind its first letter."""
        return any(one is not None and one.start < at < one.end for one in self._round(at))

    def spots(self, words: Iterable[str]) -> list[int]:
        """Where any of the words stands, in order."""
        return sorted(at for word in words for at in self.words.get(word, ()))

    def has_body(self, start: int, end: int) -> bool:
        return bool(inside(self.bodies, start, end))

    def within(self, found: Sequence[Standing], at: int) -> Sequence[Standing]:
        """Those in the sentence of `at`; `found` is in the order of the text."""
        start, end = self.sentences[self.sentence(at)]
        first = bisect_left(found, start, key=lambda one: one.start)
        return found[first : bisect_left(found, end, key=lambda one: one.start)]

    def is_cited(self, at: int) -> bool:
        """Whether `at` lies in the words that cite a document: their day and body are not the meeting's."""
        cited = (one for one in _up_to(self.citations, at) if at < min(one.full_end, one.start + _CITED))
        return any(self.low.find(_HELD_BY, one.start, at + len(_HELD_BY)) < 0 for one in cited)

    def cited(self, at: int) -> Sequence[Citation]:
        """The last few that begin before `at`."""
        return _up_to(self.citations, at)

    def is_quoted(self, at: int) -> bool:
        """Whether somebody says it in his own words; what a body is said to announce is the report's."""
        return any(one.direct and at < one.end for one in _up_to(self.quotes, at))

    def is_office(self, at: int) -> bool:
        return any(at < one.end for one in _up_to(self.offices, at))

    def _round(self, at: int) -> tuple[Entity | None, Entity | None]:
        return _last_before(self.people, at), _last_before(self.bodies, at)


def story(text: str, document: AnnotatedDocument, *, title: str | None, published: str | None) -> Story:
    """`text` is in standard spelling; of a longer one, the first `MAX_LETTERS`."""
    text = text[:MAX_LETTERS]
    low = lowered(text)
    entities = [one for one in document.entities if one.end <= len(text)]
    spans = tuple(sentences(text))
    folded = fold(title or "")
    titled = bool(folded and spans) and fold(text[slice(*spans[0])]).strip() == folded.strip()
    return Story(
        text=text,
        low=low,
        words=_words(low),
        title=folded,
        published=_day(published),
        sentences=spans,
        lead=int(titled),
        people=tuple(one for one in entities if one.type == "PER"),
        bodies=tuple(one for one in entities if one.type == "ORG"),
        places=tuple(one for one in entities if one.type == "LOC"),
        citations=tuple(sorted(document.citations, key=lambda one: one.start)),
        offices=tuple(sorted(document.offices, key=lambda one: one.start)),
        quotes=tuple(sorted(document.quotes, key=lambda one: one.start)),
    )


def _day(published: str | None) -> str | None:
    try:
        return dt.date.fromisoformat(published[:10]).isoformat() if published else None
    except ValueError:
        return None


def lowered(text: str) -> str:
    """In small letters, of the same length: the one letter that becomes two keeps the first."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(letter.lower()[0] for letter in text)


def inside(found: Sequence[Entity], start: int, end: int) -> Sequence[Entity]:
    """Those that lie in [start, end); `found` is in the order of the text."""
    first = bisect_left(found, start, key=lambda one: one.start)
    last = bisect_left(found, end, key=lambda one: one.start)
    return [one for one in found[first:last] if one.end <= end]


def _up_to(found: Sequence[Standing], at: int) -> Sequence[Standing]:
    """The last few that begin no later than `at`; more than that never lie in one another."""
    last = bisect_right(found, at, key=lambda one: one.start)
    return found[max(0, last - 4) : last]


def _words(low: str) -> dict[str, list[int]]:
    """Quicker than a pattern that tries all that may stand there at every letter."""
    found: dict[str, list[int]] = {}
    at = 0
    for word in low.translate(_SPACED).split(" "):
        if word in found:
            found[word].append(at)
        elif word:
            found[word] = [at]
        at += len(word) + 1
    return found


def _last_before(found: Sequence[Entity], at: int) -> Entity | None:
    place = bisect_right(found, at, key=lambda one: one.start) - 1
    return found[place] if place >= 0 else None
