"""The offices and the names of a text in, whom a pronoun or an office means out."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.letters import fold
from nlp.document import Entity, Office
from nlp.quotes.subjects import Subject
from nlp.quotes.view import ORG, Span, View
from nlp.quotes.words import listed

_SIGNS = re.compile(r"\W+")
_NEW, _FORMER = frozenset(("tan", "quyen")), frozenset(("nguyen", "cuu"))
_CALL = 8  # letters of the word before a name
_LOOK_BACK = 6  # persons who may be meant by a pronoun

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bearer:
    name: str
    office: Words
    former: bool
    at: int


class People:
    """Who is spoken of at each place; told in the order of the text."""

    def __init__(self, view: View, offices: Sequence[Office], inline: Iterable[tuple[str, Entity]]) -> None:
        self._view = view
        bearers = [_bearer(one.person, one.surface, one.start, former=one.former) for one in offices]
        bearers += [_bearer(person.canonical, title, person.start) for title, person in inline]
        self._bearers = tuple(sorted((one for one in bearers if one.office), key=lambda one: one.at))
        self._women, self._men = _genders(view)
        self._spoken_of: list[tuple[int, str]] = []

    def tell(self, at: int, name: str) -> None:
        """A person is spoken of at `at`."""
        insort(self._spoken_of, (at, name))

    def meant(self, subject: Subject, text: str) -> str | None:
        """The canonical name, None where nobody in the article fits."""
        if subject.named:
            return subject.named.canonical
        if subject.office:
            return self._bearing(text[slice(*subject.office)], subject.start) or self._represented(subject.office)
        return self._called(subject.pronoun or "", subject.start)

    def last(self, at: int) -> str | None:
        """Who was last spoken of before `at`."""
        return self._called("", at)

    def _called(self, pronoun: str, at: int) -> str | None:
        first = pronoun.split()[:1]
        word = first[0] if first else ""
        end = bisect_left(self._spoken_of, (at, ""))
        women, men = listed("context", "women"), listed("context", "men")
        for _, name in reversed(self._spoken_of[max(0, end - _LOOK_BACK) : end]):
            if not ((word in women and name in self._men) or (word in men and name in self._women)):
                return name
        return None

    def _represented(self, office: Span) -> str | None:
        """The body for which somebody speaks who has no name: "đại diện Bộ Y tế"."""
        words = self._view.lower[slice(*office)]
        if not words.startswith(tuple(listed("titles", "speaking_for"))):
            return None
        at = words.find(ORG)
        body = self._view.starting.get(office[0] + at) if at >= 0 else None
        return body.canonical if body else None

    def _bearing(self, title: str, at: int) -> str | None:
        """The last before `at` whose office fits, else the first after it."""
        wanted = _bearer("", title, at)
        fitting = [
            one for one in self._bearers if one.former == wanted.former and _fits(wanted.office, one.office)
        ]
        if not fitting:
            return None
        before = [one for one in fitting if one.at <= at]
        return (before[-1] if before else fitting[0]).name


def _bearer(name: str, title: str, at: int, *, former: bool = False) -> Bearer:
    words = _SIGNS.sub(" ", fold(title)).split()
    while words and words[0] in _NEW | _FORMER:
        former = former or words[0] in _FORMER
        words = words[1:]
    return Bearer(name, tuple(words), former, at)


def _fits(wanted: Words, held: Words) -> bool:
    """The one begins the other, or all that is wanted stands in the other in this order behind the same title."""
    if not wanted:
        return False
    shorter, longer = sorted((wanted, held), key=len)
    if longer[: len(shorter)] == shorter:
        return len(shorter) > 1 or len(longer) <= len(shorter) + 1 or shorter == wanted
    rest = iter(held)
    return wanted[:2] == held[:2] and all(word in rest for word in wanted)


def _genders(view: View) -> tuple[set[str], set[str]]:
    """Who is called "bà" and who "ông" somewhere in the text."""
    kinds = listed("context", "women"), listed("context", "men")
    called: tuple[set[str], set[str]] = set(), set()
    for start, one in view.starting.items():
        if one.type == "PER":
            word = view.lower[max(0, start - _CALL) : start].strip().rpartition(" ")[2]
            for names, words in zip(called, kinds, strict=True):
                names.update((one.canonical,) if word in words else ())
    women, men = called
    return women - men, men - women
