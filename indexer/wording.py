"""What was typed in, clauses over the views of the text out.

Accents that were typed are meant; words typed without any match every spelling.  A query of any words ranks by
its syllables, by pairs of neighbours at half their weight and, where accents were typed, by all of it without
accents at a fifth: a text that bears other accents moves up a little, but is no answer by that alone.
"""

from dataclasses import dataclass

from crawler.letters import fold
from indexer.analysis import is_accented, pairs, view
from indexer.clause import Clause, Fuzzy, Group, Like, Nothing, Phrase, Prefix, View, Weighted, Word
from indexer.query import MoreLike, Text, TextField

PAIRS_WEIGHT = 0.5
FOLDED_WEIGHT = 0.2
MAX_SLOP = 50  # below the gap of 100 places between title, lead and body, so that no phrase reaches across
MAX_FUZZY = 2
MAX_CHARS = 1_000  # of one text
MAX_WORDS = 120  # of one text; each makes up to four clauses
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
    match text.mode:
        case "phrase":
            slop = min(max(text.slop, 0), MAX_SLOP)
            return Phrase(wording.view, words, slop) if len(words) > 1 else Word(wording.view, words[0])
        case "prefix":
            return Prefix(wording.view, words)
        case _:
            matching = _matching(text, wording)
            better = _better(wording, field, fuzzy=text.fuzzy > 0) if ranks else ()
            return Group(must=(matching,), should=better) if better else matching


def _matching(text: Text, wording: Wording) -> Clause:
    """Any or all of the words."""
    distance = min(max(text.fuzzy, 0), MAX_FUZZY)
    distinct = dict.fromkeys(wording.words)
    clauses = tuple(
        Fuzzy(wording.view, word, distance) if distance else Word(wording.view, word) for word in distinct
    )
    if len(clauses) == 1:
        return clauses[0]
    return Group(must=clauses) if text.mode == "all" else Group(should=clauses, min_should=1)


def _better(wording: Wording, field: TextField, *, fuzzy: bool) -> tuple[Clause, ...]:
    """What lets one answer rank above another, beyond the words that make it one."""
    clauses = list(_neighbours(wording))
    if fuzzy:
        clauses += [Word(wording.view, word) for word in dict.fromkeys(wording.words)]
    if wording.view == _VIEWS[field, True][0]:
        bare = Wording(tuple(map(fold, wording.words)), *_VIEWS[field, False])
        folded = (*(Word(bare.view, word) for word in dict.fromkeys(bare.words)), *_neighbours(bare))
        clauses.append(Weighted(Group(should=folded, min_should=1), FOLDED_WEIGHT))
    return tuple(clauses)


def _neighbours(wording: Wording) -> tuple[Clause, ...]:
    if wording.pairs is None:
        return ()
    view_ = wording.pairs
    return tuple(Weighted(Word(view_, pair), PAIRS_WEIGHT) for pair in dict.fromkeys(pairs(wording.words)))
