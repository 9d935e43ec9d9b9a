"""A view of a text with its titles in, who is named right before or right after a place out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.document import Entity
from nlp.quotes.gaps import before_places, goes_on, is_aside, is_clause
from nlp.quotes.titles import is_rank
from nlp.quotes.view import PER, Span, View
from nlp.quotes.words import ending, listed, stripped

_GAP = 320  # letters of the titles between a name and a verb
_MAX_TITLES = 8  # of one person in a row
_MAX_ADVERBS = 4
_APART = " ,(-"  # between a name and a title
_THIS = re.compile(
    r"(?:ông|bà|anh|chị|vị|nữ|nam|người|nhà|quan chức|chuyên gia|đại biểu|luật sư|bác sĩ|cầu thủ|ca sĩ|diễn viên)"
    r"(?: [^\W\d_]{1,9}){0,4} này$"
)
_THIS_FAR = 50


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is named: a person or body, or only an office or a pronoun that stands for one."""

    start: int
    end: int
    named: Entity | None = None
    office: Span | None = None
    pronoun: str | None = None

    @property
    def is_addressed(self) -> bool:
        """Whether a title, a degree or a form of address stands before the name."""
        return self.named is not None and self.start < self.named.start


class Subjects:
    """Looks round places of one text; each look is bounded, so that all of them cost what the text does."""

    def __init__(self, view: View, titles: Iterable[Span]) -> None:
        self._view = view
        self._starting = dict(titles)
        self._ending = {end: start for start, end in self._starting.items()}
        self._around: dict[int, Subject] = {}  # by where the name starts

    def before(self, at: int, *, least: int) -> Subject | None:
        """Who does what the verb at `at` says; the sentence begins at `least`."""
        end = self._without_adverbs(at, least=least)
        subject = self._person(end, least=least) or self._standing_for(end, least=least)
        subject = subject or self._titled(end, least=least) or self._body(end, least=least)
        if subject is None or self._is_no_subject(subject.start, least=least):
            return None
        return subject

    def after(self, at: int) -> Subject | None:
        """Who is named from `at` on, with the titles after the name."""
        start, office = at, self._starting.get(at)
        title = None if office is None or is_rank(self._view.masked[at:office]) else (at, office)
        if title:
            at = title[1]
            while self._view.masked[at : at + 1] in (" ", ","):
                at += 1
        at, word = self._after_honorifics(at)
        named = self._view.starting.get(at)
        if named and (named.type == "PER" or not title):
            titles = [*self.following(named)]
            chosen = title or self._chosen(titles)
            return Subject(start, self._closed(titles[-1][1]) if titles else named.end, named, chosen)
        if title:
            return Subject(start, title[1], office=title)
        return Subject(start, stripped(self._view.lower, at, least=start), pronoun=word) if word else None

    def around(self, person: Entity, *, least: int) -> Subject:
        """The person with the words that stand before the name, in the sentence that begins at `least`."""
        if person.start not in self._around:
            self._around[person.start] = self._with_words_before(person, least=least)
        return self._around[person.start]

    def _with_words_before(self, person: Entity, *, least: int) -> Subject:
        lower, start = self._view.lower, person.start
        while (at := self._honorific(start, least=least)) is not None:
            start = at
        title_end = stripped(lower, start, least=least)
        title = self._ending.get(title_end)
        if title is None and (at := before_places(self._view.masked, start, least=least)) is not None:
            title = self._ending.get(at)
        if title is None or title < least or is_rank(lower[title:title_end]):
            return Subject(start, person.end, person)
        return Subject(title, person.end, person, (title, title_end))

    def following(self, person: Entity) -> Iterator[Span]:
        """The titles that follow a name in apposition."""
        end = person.end
        for _ in range(_MAX_TITLES):
            at = self._ahead(end)
            if at == end or at not in self._starting:
                return
            end = self._starting[at]
            yield at, end

    def _person(self, end: int, *, least: int) -> Subject | None:
        named = self._view.ending.get(end)
        return self.around(named, least=least) if named and named.type == "PER" else None

    def _standing_for(self, end: int, *, least: int) -> Subject | None:
        lower = self._view.lower
        start = ending(lower, end, listed("context", "pronouns"), least=least, most=2)
        if start is None:
            found = (
                _THIS.search(lower, max(least, end - _THIS_FAR), end) if lower.endswith("này", 0, end) else None
            )
            start = found.start() if found else None
        return None if start is None else Subject(start, end, pronoun=lower[start:end])

    def _titled(self, end: int, *, least: int) -> Subject | None:
        """A name with titles or with when and where after it, or a title alone."""
        masked = self._view.masked
        at = masked.rfind(PER, max(least, end - _GAP), end) + 1
        named = self._view.ending.get(at)
        if named and named.type == "PER":
            titles = [title for title in self.following(named) if title[1] <= end]
            rest = masked[titles[-1][1] if titles else at : end]
            if (titles and not is_clause(rest)) or is_aside(rest):
                whole, office = self.around(named, least=least), self._chosen(titles)
                if office and office == titles[-1] and goes_on(rest):
                    office = (office[0], stripped(masked, end, least=office[0], signs=" ,-)"))
                return Subject(whole.start, end, named, office or whole.office)
        start = self._ending.get(end)
        if start is None or start < least or is_rank(masked[start:end]):
            return None
        return Subject(start, end, office=(start, end))

    def _body(self, end: int, *, least: int) -> Subject | None:
        """A body, with its short name in brackets; of bodies in a row the first."""
        masked = self._view.masked
        if masked[end - 1 : end] == ")":
            opened = masked.rfind("(", max(least, end - 40), end)
            end = stripped(masked, opened, least=least) if opened >= 0 else end
        body = last = self._view.ending.get(end)
        if body is None or last is None or body.type != "ORG":
            return None
        person = self._person(stripped(masked, body.start, least=least, signs=_APART), least=least)
        if person and person.is_addressed and not self._is_no_subject(person.start, least=least):
            return person
        for _ in range(4):
            before_end = stripped(masked, body.start, least=least)
            before = self._view.ending.get(before_end)
            if before is None or before.type != "ORG" or "," not in masked[before_end : body.start]:
                break
            body = before
        if body is not last and self._is_no_subject(body.start, least=least):
            body = last
        return Subject(body.start, end, body)

    def _is_no_subject(self, start: int, *, least: int) -> bool:
        """Whether the words before rule it out: "của ông Nam", "ông Nam và bà Hoa"."""
        lower = self._view.lower
        at = stripped(lower, start, least=least, signs=" ")
        if ending(lower, at, listed("context", "not_before_subjects"), least=least, most=2) is not None:
            return True
        if not lower.endswith((" và", " cùng"), least, at):
            return False
        return stripped(lower, at - 3, least=least, signs=" )c") in self._view.ending

    def _without_adverbs(self, at: int, *, least: int) -> int:
        lower, at = self._view.lower, stripped(self._view.lower, at, least=least)
        for _ in range(_MAX_ADVERBS):
            start = ending(lower, at, listed("context", "adverbs"), least=least)
            if start is None or start <= least:
                break
            at = stripped(lower, start, least=least)
        return at

    def _honorific(self, start: int, *, least: int) -> int | None:
        end = stripped(self._view.lower, start, least=least, signs=" .,")
        return ending(self._view.lower, end, listed("context", "honorifics"), least=least) if end < start else None

    def _after_honorifics(self, at: int) -> tuple[int, str | None]:
        """The place behind forms of address and degrees, and the first of them."""
        first: str | None = None
        for _ in range(5):
            found = next((one for one in self._phrases(at) if one in listed("context", "honorifics")), None)
            if found is None:
                break
            first = first or found
            at += len(found)
            while self._view.lower[at : at + 1] in (" ", "."):
                at += 1
        return at, first

    def _phrases(self, at: int) -> Iterator[str]:
        """The words from `at` on, three and fewer of them."""
        words = self._view.lower[at : at + 40].split(" ", 3)[:3]
        for count in range(len(words), 0, -1):
            yield " ".join(words[:count]).rstrip(".,")

    def _ahead(self, at: int) -> int:
        while self._view.masked[at : at + 1] and self._view.masked[at] in _APART:
            at += 1
        return at

    def _closed(self, end: int) -> int:
        return end + self._view.masked.startswith(")", end)

    def _chosen(self, titles: Iterable[Span]) -> Span | None:
        """Of several titles the first that is no mere membership."""
        spans = [*titles]
        offices = [one for one in spans if not self._view.lower.startswith("uỷ viên", one[0])]
        return next(iter(offices or spans), None)
