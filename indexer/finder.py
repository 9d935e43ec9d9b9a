"""A query in, what finds its words in a text out: by accents and neighbours, as an engine matches."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from crawler.letters import fold
from indexer.analysis import MAX_LETTERS, SYLLABLE
from indexer.clause import Clause, Fuzzy, Group, Keys, Phrase, Prefix, View, Word
from indexer.plan import matching
from indexer.query import Query
from nlp.directives.number import read, spell

Span = tuple[int, int]
Spelled = tuple[str, Span]  # a word of a text, and where it stands
_REST = r"[^\W_]*"  # of a word
_GAP = r"[\W_]+"  # between two words
_DIGIT = re.compile(r"(?<![^\W_])\d")
_NAMES = ("persons", "organizations", "offices", "places", "events")
_EXACT: dict[bool, tuple[View, ...]] = {True: ("text", "title"), False: ("text",)}  # by whether it is a title
_FOLDED: dict[bool, tuple[View, ...]] = {True: ("folded", "title_folded"), False: ("folded",)}


@dataclass(frozen=True, slots=True)
class Sought:
    """What to look for in a text of one spelling."""

    patterns: tuple[re.Pattern[str], ...]
    slow: tuple[Phrase | Fuzzy, ...]  # what no pattern finds

    def spans(self, text: str) -> Iterator[Span]:
        for pattern in self.patterns:
            yield from _whole_words(pattern, text)
        if self.slow:
            words = [(found[0], found.span()) for found in SYLLABLE.finditer(text)]
            for clause in self.slow:
                yield from _near(clause, words) if isinstance(clause, Phrase) else _alike(clause, words)


@dataclass(frozen=True, slots=True)
class Finder:
    exact: Sought
    folded: Sought
    numbers: frozenset[str]  # of documents, in normal form

    def spans(self, text: str) -> Iterator[Span]:
        """Every place in a text in standard spelling, in no order; they may overlap."""
        yield from self.exact.spans(_lower(text))
        yield from self.folded.spans(fold(text))
        if self.numbers:
            yield from _citations(self.numbers, text)


@lru_cache(maxsize=256)
def make_finder(query: Query, *, is_title: bool) -> Finder:
    """`is_title` says whether what is looked for in titles alone is looked for too."""
    clauses = tuple(_wanted(matching(query)))
    names = tuple(Phrase("folded", tuple(value.split())) for value in _values(clauses, _NAMES))
    return Finder(
        exact=_sought(clauses, _EXACT[is_title]),
        folded=_sought((*clauses, *names), _FOLDED[is_title]),
        numbers=frozenset(_values(clauses, ("directives",))),
    )


def documents_asked(query: Query) -> frozenset[str | None]:
    """The numbers and keys of documents that an answer may cite."""
    return frozenset(_values(_wanted(matching(query)), ("directives",)))


def _wanted(clause: Clause) -> Iterator[Clause]:
    """The clauses that an answer may hold, not those that it must not."""
    if isinstance(clause, Group):
        for inner in (*clause.must, *clause.should, *clause.filters):
            yield from _wanted(inner)
    else:
        yield clause


def _values(clauses: Iterable[Clause], fields: Sequence[str]) -> Iterator[str]:
    for clause in clauses:
        if isinstance(clause, Keys) and clause.field in fields:
            yield from clause.values


def _sought(clauses: Iterable[Clause], views: Sequence[View]) -> Sought:
    """One pattern for all words, and one for each phrase, as those may overlap."""
    words: list[str] = []
    patterns: list[str] = []
    slow: list[Phrase | Fuzzy] = []
    for clause in clauses:
        match clause:
            case Word(view, word) if view in views:
                words.append(_pattern(word))
            case Phrase(view, found, 0) if view in views:
                patterns.append(_GAP.join(map(_pattern, found)))
            case Prefix(view, found) if view in views:
                patterns.append(_GAP.join(map(_pattern, found)) + _REST)
            case Phrase(view) | Fuzzy(view) if view in views:
                slow.append(clause)
    if words:
        patterns.append("|".join(sorted(words, key=len, reverse=True)))
    return Sought(tuple(re.compile(pattern) for pattern in dict.fromkeys(patterns)), tuple(slow))


def _pattern(word: str) -> str:
    return re.escape(word) + (_REST if len(word) == MAX_LETTERS else "")


def _whole_words(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """Where the pattern stands between what is no letter or digit.

    Not left to the pattern: one that begins with looking around is searched for several times more slowly.
    """
    at = 0
    while found := pattern.search(text, at):
        start, end = found.span()
        if text[start - 1 : start].isalnum() or text[end : end + 1].isalnum():
            at = start + 1
        else:
            yield start, end
            at = end


def _near(phrase: Phrase, words: Sequence[Spelled]) -> Iterator[Span]:
    """The words of a phrase whose places, each less its place in the phrase, lie at most `slop` apart."""
    wanted: dict[str, list[int]] = {}
    for place, word in enumerate(phrase.words):
        wanted.setdefault(word, []).append(place)
    shifted = sorted(
        (at - place, place, span) for at, (word, span) in enumerate(words) for place in wanted.get(word, ())
    )
    first = 0
    for last, (shift, _, _) in enumerate(shifted):
        while shift - shifted[first][0] > phrase.slop:
            first += 1
        if len({place for _, place, _ in shifted[first : last + 1]}) == len(phrase.words):
            yield from (span for _, _, span in shifted[first : last + 1])


def _alike(fuzzy: Fuzzy, words: Iterable[Spelled]) -> Iterator[Span]:
    alike = {word: _distance(word, fuzzy.word) <= fuzzy.distance for word in {word for word, _ in words}}
    return (span for word, span in words if alike[word])


def _distance(one: str, other: str) -> int:
    """Letters to change, leave out, put in or swap with their neighbour until one word is the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _citations(numbers: frozenset[str], text: str) -> Iterator[Span]:
    """The numbers of documents among `numbers`, however they are spelled."""
    for digit in _DIGIT.finditer(text):
        found = read(text, digit.start())
        if found and spell(number=found.number, year=found.year, symbol=found.symbol.text) in numbers:
            yield found.start, found.end


def _lower(text: str) -> str:
    """Small letters, code point for code point."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[0] for letter in text)
