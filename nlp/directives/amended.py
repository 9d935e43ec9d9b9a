"""The parts of an official text and its citations in, which clauses of which documents it changes out."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crawler.letters import fold
from nlp.directives.key import is_decided
from nlp.directives.outline import Part
from nlp.directives.pinpoint import provisions
from nlp.directives.spans import Span
from nlp.directives.structure import Structure
from nlp.document import Citation
from nlp.normalize import standard

Change = Literal["amends", "adds", "replaces", "repeals"]
NEAR = 12  # citations looked at from a place on
LONGEST = 600  # letters of an order
_CHANGES: dict[str, Change] = {
    "sửa đổi": "amends", "bổ sung": "adds", "thay thế": "replaces", "bãi bỏ": "repeals", "huỷ bỏ": "repeals",
}  # fmt: skip
_ORDER = re.compile("|".join(_CHANGES), re.IGNORECASE)
_WORDS = re.compile(r"(?:cụm[ \n])?từ(?:[ \n]ngữ)?(?!\w)")  # a change of words alone: "… tại khoản 2 Điều 16"
_AT = re.compile(r"[”\"][ \n]tại[ \n]")
_OPENS = re.compile(
    r"(?:[^.;:“\"]{0,120}? được )?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|huỷ bỏ)(?!\w)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[ \n]vào[ \n](?:sau|trước|cuối|đầu)(?!\w)")
_END = re.compile(r"\n|[ \n]như sau(?!\w)|[“\"]")


@dataclass(frozen=True, slots=True)
class Amendment:
    """What the words at [start, end) order; `document` is a key, None where it is not known which is meant."""

    start: int
    end: int
    change: Change
    provisions: tuple[str, ...]  # in normal form, big to small: "điều 5, khoản 2"; none where a whole document is
    document: str | None
    part: int  # place in the structure of the part that orders it


def amendments(text: str, structure: Structure, citations: Sequence[Citation]) -> tuple[Amendment, ...]:
    """In the order of the text; what orders single changes one by one is not told as a whole too."""
    plain = standard(text)
    ordered = sorted(citations, key=lambda one: one.start)
    reader = _Reader(plain, fold(plain), structure.parts, ordered, structure.preamble)
    return tuple(reader.read())


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    folded: str
    parts: Sequence[Part]
    citations: Sequence[Citation]
    preamble: Span | None
    ordered: dict[int, tuple[str, ...]] = field(default_factory=dict)  # places that each order names

    def read(self) -> Iterator[Amendment]:
        orders = {at: span for at, one in enumerate(self.parts) if (span := self._order(one))}
        whole = {above for at in orders for above in self._line(at) if above != at}
        for at, (start, end) in orders.items():
            found = _ORDER.search(self.text, start, end)
            first, last = self._where(at, start, end)
            named = tuple(self._in_article(at, one) for one in provisions(self.text, self.folded, first, last))
            self.ordered[at] = named
            if at in whole or found is None:
                continue
            document = self._document(at, start, last)
            if named or document:
                yield Amendment(start, max(end, last), _CHANGES[found[0].lower()], named, document, at)

    def _in_article(self, at: int, place: str) -> str:
        """In the article of the order above it: "Bãi bỏ khoản 4" under "Điều 12 được sửa đổi như sau:"."""
        if not place.startswith(("khoản", "điểm")):
            return place
        above = (one for up in self._line(self.parts[at].parent) for one in self.ordered.get(up, ()))
        article = next((one.partition(", ")[0] for one in above if one.startswith("điều")), None)
        return f"{article}, {place}" if article else place

    def _order(self, part: Part) -> tuple[int, int] | None:
        """Where the part orders a change, in its first words."""
        if part.level not in ("điều", "khoản", "điểm"):
            return None
        label = self.text.find(" ", part.start + (5 if part.level == "điều" else 0), part.start + 20)
        until = min(part.end, part.start + LONGEST)
        if label < 0 or not _OPENS.match(self.text, label + 1, until):
            return None
        stop = _END.search(self.text, label + 1, until)
        return label + 1, stop.start() if stop else until

    def _where(self, at: int, start: int, end: int) -> tuple[int, int]:
        """The words that name what is changed."""
        if _WORDS.search(self.text, start, end):
            until = min(self._first_line(at), start + LONGEST)
            found = list(_AT.finditer(self.text, end, until))
            return (found[0].end(), until) if found else (end, end)
        place = _PLACE.search(self.text, start, end)
        return start, place.start() if place else end

    def _line(self, at: int | None) -> Iterator[int]:
        while at is not None:
            yield at
            at = self.parts[at].parent

    def _document(self, at: int, start: int, end: int) -> str | None:
        """Named by the order itself, by what it stands under, by what enacts the text, or by its title."""
        spans = [(start, end)]
        spans += [(self.parts[above].start, self._opening(above)) for above in self._line(self.parts[at].parent)]
        begin, after = self.preamble or (self.parts[0].start, 0)
        spans += [(after, self.parts[0].start), (0, begin)]
        return next((key for first, last in spans if (key := self._cited(first, last))), None)

    def _opening(self, at: int) -> int:
        """Where the words of the part itself end: at the first part in it."""
        below = self.parts[at + 1].start if at + 1 < len(self.parts) else self.parts[at].end
        return min(below, self.parts[at].start + LONGEST)

    def _first_line(self, at: int) -> int:
        end = self.text.find("\n", self.parts[at].start, self.parts[at].end)
        return self.parts[at].end if end < 0 else end

    def _cited(self, start: int, end: int) -> str | None:
        first = bisect_left(self.citations, start, key=lambda one: one.start)
        found: Citation | None = None
        for one in self.citations[first : first + NEAR]:
            if one.start >= end or (found and one.start >= found.end):
                break
            if one.canonical and is_decided(one.canonical):
                found = one  # of a law that amends another the name of that one, which stands in its own
        return found.canonical if found else None
