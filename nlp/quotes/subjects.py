"""A view of a text with its names in, who does what a verb says out."""

import re

from nlp.quotes.gaps import goes_on, is_aside, is_clause
from nlp.quotes.names import Names, Subject
from nlp.quotes.view import PER, View
from nlp.quotes.words import ending, listed, stripped

_GAP = 320  # letters of the titles between a name and a verb
_MAX_ADVERBS = 4
_APART = " ,(-"  # between a name and a title
_THIS = re.compile(
    r"(?:ông|bà|anh|chị|vị|nữ|nam|người|nhà|quan chức|chuyên gia|đại biểu|luật sư|bác sĩ|cầu thủ|ca sĩ|diễn viên)"
    r"(?: [^\W\d_]{1,9}){0,4} này$"
)
_THIS_FAR = 50


class Subjects:
    """Looks for who does what a verb says; each look is bounded."""

    def __init__(self, view: View, names: Names) -> None:
        self._view = view
        self._names = names

    def before(self, at: int, *, least: int) -> Subject | None:
        """Who does what the verb at `at` says; the sentence begins at `least`."""
        end = self._without_adverbs(at, least=least)
        subject = self._person(end, least=least) or self._standing_for(end, least=least)
        subject = subject or self._titled(end, least=least) or self._body(end, least=least)
        if subject is None or self._is_no_subject(subject.start, least=least):
            return None
        return subject

    def _person(self, end: int, *, least: int) -> Subject | None:
        named = self._view.ending.get(end)
        return self._names.around(named, least=least) if named and named.type == "PER" else None

    def _standing_for(self, end: int, *, least: int) -> Subject | None:
        lower = self._view.lower
        start = ending(lower, end, listed("context", "pronouns"), least=least, most=2)
        if start is None:
            start = ending(lower, end, listed("context", "bodies"), least=least, most=4)
        if start is None and lower.endswith(" này", least, end):
            found = _THIS.search(lower, max(least, end - _THIS_FAR), end)
            start = found.start() if found else None
        return None if start is None else Subject(start, end, pronoun=lower[start:end])

    def _titled(self, end: int, *, least: int) -> Subject | None:
        """A name with titles or with when and where after it, or a title alone."""
        masked = self._view.masked
        at = masked.rfind(PER, max(least, end - _GAP), end) + 1
        named = self._view.ending.get(at)
        if named and named.type == "PER":
            titles = [title for title in self._names.following(named) if title[1] <= end]
            rest = masked[titles[-1][1] if titles else at : end]
            if (titles and not is_clause(rest)) or is_aside(rest):
                whole, office = self._names.around(named, least=least), self._names.chosen(titles)
                if office and office == titles[-1] and goes_on(rest):
                    office = (office[0], stripped(masked, end, least=office[0], signs=" ,-)"))
                return Subject(whole.start, end, named, office or whole.office)
        title = self._names.titled(end, least=least)
        return Subject(*title, office=title) if title else None

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
        kind = ending(lower, at, listed("context", "classes"), least=least)  # "tại trường | Ánh Dương"
        at = at if kind is None else stripped(lower, kind, least=least, signs=" ")
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
