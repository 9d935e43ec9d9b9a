"""The offices and the names of a text in, whom a pronoun or an office means out."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from crawler.letters import fold
from nlp.document import Entity, Office
from nlp.quotes.names import Subject
from nlp.quotes.view import ORG, Span, View
from nlp.quotes.words import Phrases, listed

_SIGNS = re.compile(r"\W+")
_NEW, _FORMER = frozenset(("tan", "quyen")), frozenset(("nguyen", "cuu"))
_MANY = " các "  # "lãnh đạo các nước ASEAN" are no body
_CALL = 8  # letters of the word before a name
_LOOK_BACK = 6  # persons who may be meant by a pronoun
_LOOK_FAR = 30  # persons whose given name may stand alone
_MOST_BEARERS = 60  # on each side who may be meant by an office

Words = tuple[str, ...]
Titled = tuple[str, Entity]


@dataclass(frozen=True, slots=True)
class Bearer:
    name: str
    office: Words
    former: bool
    at: int


class People:
    """Who is spoken of; told in the order of the text."""

    def __init__(self, view: View, offices: Sequence[Office], inline: Callable[[], Iterable[Titled]]) -> None:
        """`inline` gives the persons whose name has a title next to it."""
        self._view, self._offices, self._inline = view, offices, inline
        self._persons: list[str] = []
        self._named: list[str] = []
        self._bodies: list[str] = []

    def name(self, name: str) -> None:
        """A person is named, and is not who is spoken of."""
        self._named.append(name)

    def tell(self, name: str, *, of_body: bool = False) -> None:
        """Somebody is spoken of."""
        (self._bodies if of_body else self._persons).append(name)

    def meant(self, subject: Subject) -> str | None:
        """The canonical name, None where nobody in the article fits; he is spoken of from now on."""
        name: str | None
        of_body = subject.pronoun in listed("context", "bodies")
        if subject.named:
            of_body = subject.named.type == "ORG"
            name = subject.named.canonical if of_body else self._full(subject.named.canonical)
        elif subject.office:
            person = self._bearing(subject.office)
            name, of_body = person or self._represented(subject.office), not person
        elif of_body:
            name = self._bodies[-1] if self._bodies else None
        else:
            name = self.called(subject.pronoun or "")
        if name:
            self.tell(name, of_body=of_body)
        return name

    def called(self, pronoun: str = "") -> str | None:
        """Who was spoken of last and may be called so."""
        word = pronoun.partition(" ")[0]
        if word in listed("context", "women"):
            these, others = self._women, self._men
        elif word in listed("context", "men"):
            these, others = self._men, self._women
        else:
            return self._persons[-1] if self._persons else None
        spoken_of = reversed(self._persons[-_LOOK_BACK:])
        named = (name for name in reversed(self._named[-_LOOK_BACK:]) if name in these)
        return next((name for name in chain(spoken_of, named) if name not in others), None)

    @cached_property
    def _bearers(self) -> tuple[tuple[int, ...], tuple[Bearer, ...]]:
        """Where an office stands with a name, and which."""
        found = [_bearer(one.person, one.surface, one.start, former=one.former) for one in self._offices]
        found += [_bearer(person.canonical, title, person.start) for title, person in self._inline()]
        bearers = sorted((one for one in found if one.office), key=lambda one: one.at)
        return tuple(one.at for one in bearers), tuple(bearers)

    @cached_property
    def _women(self) -> frozenset[str]:
        return _called(self._view, listed("context", "women"), but=listed("context", "men"))

    @cached_property
    def _men(self) -> frozenset[str]:
        return _called(self._view, listed("context", "men"), but=listed("context", "women"))

    def _full(self, name: str) -> str:
        """Of a given name alone the full one that was named last."""
        if " " in name:
            return name
        known = chain(reversed(self._persons[-_LOOK_FAR:]), reversed(self._named[-_LOOK_FAR:]))
        return next((one for one in known if one.endswith(f" {name}")), name)

    def _represented(self, office: Span) -> str | None:
        """The body for which somebody speaks who has no name: "đại diện Bộ Y tế"."""
        words = self._view.lower[slice(*office)]
        if not words.startswith(tuple(listed("titles", "speaking_for").all)):
            return None
        if _MANY in words:
            return None
        at = words.find(ORG)
        body = self._view.starting.get(office[0] + at) if at >= 0 else None
        return body.canonical if body else None

    def _bearing(self, office: Span) -> str | None:
        """The last before it whose office fits, else the first after it."""
        places, bearers = self._bearers
        wanted = _bearer("", self._view.text[slice(*office)], office[0])
        at = bisect_left(places, office[0] + 1)
        before = reversed(bearers[max(0, at - _MOST_BEARERS) : at])
        for one in (*before, *bearers[at : at + _MOST_BEARERS]):
            if one.former == wanted.former and _fits(wanted.office, one.office):
                return one.name
        return None


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
        return len(shorter) > 1 or shorter == wanted
    rest = iter(held)
    return wanted[:2] == held[:2] and all(word in rest for word in wanted)


def _called(view: View, words: Phrases, *, but: Phrases) -> frozenset[str]:
    """Who has one of `words` before the name somewhere in the text, and nowhere one of the others."""
    called: set[str] = set()
    others: set[str] = set()
    for start, one in view.starting.items():
        word = view.lower[max(0, start - _CALL) : start].strip().rpartition(" ")[2]
        if one.type == "PER" and word in words:
            called.add(one.canonical)
        elif one.type == "PER" and word in but:
            others.add(one.canonical)
    return frozenset(called - others)
