"""What was typed in, clauses over the views of the text out.

Accents that were typed are meant; words typed without any match every spelling.  Answers rank by syllables, by
pairs of neighbours, a little by words in the title and, where accents were typed, by all of it without accents: a
text that bears other accents moves up a little, but is no answer by that alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.letters import fold
from indexer.analysis import is_accented, pairs, view
from indexer.clause import Clause, Fuzzy, Group, Like, Nothing, Phrase, Prefix, View, Weighted, Word
from indexer.query import MoreLike, Text, TextField

# Measured with benchmarks/search.py: nDCG@10 of 56 news queries, 2,497 questions on news, 100 on law and 1,190 on
# an encyclopaedia.  Pairs: syllables alone give 6 points less on news questions.  The title at .1: + .5 and + .7
# points on news queries (typed, without accents), + 1.1 on law, - .2 on news questions; at .35 it costs those 1.5.
PAIRS_WEIGHT = 0.5
FOLDED_WEIGHT = 0.2
TITLE_WEIGHT = 0.1
MAX_SLOP = 50  # below the gap of 100 places between title, lead and body, so that no phrase reaches across
MAX_FUZZY = 2
MAX_CHARS = 1_000  # of one text
MAX_WORDS = 120  # of one text; each makes up to five clauses
_VIEWS: dict[tuple[TextField, bool], tuple[View, View | None]] = {
    ("text", True): ("text", "pairs"),
    ("text", False): ("folded", "folded_pairs"),
    ("title", True): ("title", None),
    ("title", False): ("title_folded", None),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words as they are looked up in one view; `pairs` is None where neighbours are not indexed."""

    words: tuple[str, ...]
    view: View
    pairs: View | None


def is_cut(text: Text) -> bool:
    """Whether only the beginning of `text` is looked for."""
    return len(text.value) > MAX_CHARS or len(view(text.value).exact.split()) > MAX_WORDS


def text_clause(text: Text, *, ranks: bool) -> Clause:
    """`ranks` False asks only for what matches."""
    accented = is_accented(text.value)
    typed = view(_beginning(text.value))
    words = tuple((typed.exact if accented else typed.folded).split())[:MAX_WORDS]
    if not words or not text.fields:
        return Nothing()
    clauses = [_in_field(text, words, field, accented=accented, ranks=ranks) for field in text.fields]
    return clauses[0] if len(clauses) == 1 else Group(should=tuple(clauses), min_should=1)


def like(query: MoreLike) -> Like:
    return Like((view(query.title).exact, view(query.text).exact))


def _beginning(value: str) -> str:
    """At most MAX_CHARS, ending with a whole word where there is one."""
    if len(value) <= MAX_CHARS:
        return value
    return value[:MAX_CHARS].rpartition(" ")[0] or value[:MAX_CHARS]


def _in_field(text: Text, words: tuple[str, ...], field: TextField, *, accented: bool, ranks: bool) -> Clause:
    wording = Wording(words, *_VIEWS[field, accented])
    if text.mode == "prefix":
        return Prefix(wording.view, words)
    if text.mode == "phrase" and len(words) > 1:
        matching: Clause = Phrase(wording.view, words, min(max(text.slop, 0), MAX_SLOP))
    else:
        matching = _words(text, wording)
    better = tuple(_better(text, wording, field)) if ranks else ()
    return Group(must=(matching,), should=better) if better else matching


def _words(text: Text, wording: Wording) -> Clause:
    """Any or all of the words."""
    distance = min(max(text.fuzzy, 0), MAX_FUZZY) if text.mode in ("any", "all") else 0
    clauses = [Fuzzy(wording.view, word, distance) for word in _distinct(wording)] if distance else _each(wording)
    if len(clauses) == 1:
        return clauses[0]
    return Group(must=tuple(clauses)) if text.mode == "all" else Group(should=tuple(clauses), min_should=1)


def _better(text: Text, wording: Wording, field: TextField) -> Iterator[Clause]:
    """What lets one answer rank above another, beyond what makes it one."""
    if text.fuzzy or text.mode == "phrase":
        yield from _each(wording)
    yield from _neighbours(wording)
    accented = wording.view == _VIEWS[field, True][0]
    if accented:
        bare = Wording(tuple(map(fold, wording.words)), *_VIEWS[field, False])
        yield Weighted(Group(should=(*_each(bare), *_neighbours(bare)), min_should=1), FOLDED_WEIGHT)
    if field == "text":
        title = Wording(wording.words, *_VIEWS["title", accented])
        yield Weighted(Group(should=tuple(_each(title)), min_should=1), TITLE_WEIGHT)


def _each(wording: Wording) -> list[Clause]:
    return [Word(wording.view, word) for word in _distinct(wording)]


def _distinct(wording: Wording) -> tuple[str, ...]:
    return tuple(dict.fromkeys(wording.words))


def _neighbours(wording: Wording) -> list[Clause]:
    if wording.pairs is None:
        return []
    view_ = wording.pairs
    return [Weighted(Word(view_, pair), PAIRS_WEIGHT) for pair in dict.fromkeys(pairs(wording.words))]
