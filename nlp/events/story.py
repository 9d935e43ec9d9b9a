"""A text with all that was found in it in, the same in the forms that events are looked for in out."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from crawler.letters import fold
from nlp.document import AnnotatedDocument, Citation, Entity, Office, Quote

Span = tuple[int, int]


class Spanned(Protocol):
    @property
    def start(self) -> int: ...


Standing = TypeVar("Standing", bound=Spanned)

_CITED = 120  # letters of a citation that are its own: behind them its subject may run on
MAX_LETTERS = 40_000  # of a text that are read: no report of a meeting is longer

_SPACED = dict.fromkeys(map(ord, "\n.,;:!?…()[]\"'“”‘’«»*|"), " ")
_STOP = re.compile(r"\n+|[.!?…]+[\"'”’»)\]]{0,3}")
# What a full stop does not end a sentence after, in small letters: titles, initials, "TP.", "T.Ư".
_SHORT = re.compile(
    r"(?:\b(?:tp|tx|tt|gs|pgs|ts|ths|th|bs|ks|ls|mr|mrs|ms|dr|st|vs|đ/c|no|p|q)|(?<!\w)[^\W\d_])\Z"
)


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
        return any(at < min(one.full_end, one.start + _CITED) for one in _up_to(self.citations, at))

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
    sentences = tuple(_sentences(text))
    folded = fold(title or "")
    titled = bool(folded and sentences) and fold(text[slice(*sentences[0])]).strip() == folded.strip()
    return Story(
        text=text,
        low=low,
        words=_words(low),
        title=folded,
        published=_day(published),
        sentences=sentences,
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


def _sentences(text: str) -> list[Span]:
    """Over a line's end only behind a comma; glued ones ("… của Hội.Phát biểu tại đây …") are two."""
    spans: list[Span] = []
    start = 0
    for found in _STOP.finditer(text):
        if not _breaks(text, found):
            continue
        if text[start : found.end()].strip():
            spans.append((start, found.end()))
        start = found.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _breaks(text: str, found: re.Match[str]) -> bool:
    """A line's end breaks no sentence behind a comma or a title: some texts come cut there."""
    if found[0][0] != "\n":
        return _ends(text, found)
    before = text[max(0, found.start() - 6) : found.start()].rstrip()
    return not before.endswith((",", "GS.", "TS.", "Ths.", "ThS."))


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether the marks end a sentence: a capital or an opening mark follows, no abbreviation stands before."""
    after = text[found.end() : found.end() + 3]
    before = text[max(0, found.start() - 5) : found.start()]
    if not after.strip():
        return True
    opens = after.lstrip()[0].isupper() or after.lstrip()[0] in "\"“‘'(*-"
    if found[0] == "." and _SHORT.search(before.lower()):
        return False
    if after[0].isspace():
        return opens or after.lstrip()[0].isdigit()
    return _opens(after) and (
        before[-1:].islower() or before[-1:].isdigit() or before[-1:] in ('"', ")", "”") or before[-2:].isupper()
    )


def _opens(after: str) -> bool:
    """Whether a word with one capital begins: "Qua", and no "Ư" of "T.Ư"."""
    return after[0].isupper() and after[1:2].islower()
