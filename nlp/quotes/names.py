"""A view of a text with its titles in, the names in it with the words that belong to them out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nlp.document import Entity
from nlp.quotes.gaps import before_places
from nlp.quotes.titles import is_rank
from nlp.quotes.view import Span, View
from nlp.quotes.words import ending, listed, stripped

_MAX_TITLES = 8  # of one person in a row
_APART = " ,(-"  # between a name and a title


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


class Names:
    """Looks round names of one text; each look is bounded, so that all of them cost what the text does."""

    def __init__(self, view: View, titles: Iterable[Span]) -> None:
        self._view = view
        self._starting = dict(titles)
        self._ending = {end: start for start, end in self._starting.items()}
        self._around: dict[int, Subject] = {}  # by where the name starts

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
            chosen = title or self.chosen(titles)
            return Subject(start, self._closed(titles[-1][1]) if titles else named.end, named, chosen)
        if title:
            return Subject(start, title[1], office=title)
        return Subject(start, stripped(self._view.lower, at, least=start), pronoun=word) if word else None

    def around(self, person: Entity, *, least: int) -> Subject:
        """The person with the words that stand before the name, in the sentence that begins at `least`."""
        if person.start not in self._around:
            self._around[person.start] = self._with_words_before(person, least=least)
        return self._around[person.start]

    def following(self, person: Entity) -> Iterator[Span]:
        """The titles that follow a name in apposition."""
        end = person.end
        for _ in range(_MAX_TITLES):
            at = self._ahead(end)
            if at == end or at not in self._starting:
                return
            end = self._starting[at]
            if end + 1 in self._view.starting:
                return  # it is the next person's: "Theo ông Nam, Bộ trưởng Lê Thu Hà …"
            yield at, end

    def titled(self, end: int, *, least: int) -> Span | None:
        """The title that ends at `end`; a degree or a rank is none."""
        start = self._ending.get(end)
        if start is None or start < least or is_rank(self._view.masked[start:end]):
            return None
        return start, end

    def chosen(self, titles: Iterable[Span]) -> Span | None:
        """Of several titles the first that is no mere membership."""
        spans = [*titles]
        offices = [one for one in spans if not self._view.lower.startswith("uỷ viên", one[0])]
        return next(iter(offices or spans), None)

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
        apart = "," in lower[title_end:start]  # "Trên cương vị Chủ tịch Hội, ông Nam …"
        return Subject(start if apart else title, person.end, person, (title, title_end))

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
