"""Two texts in; what stands in both, only in the first and only in the second, part by part, out.

Bounded whatever the texts are: paragraphs are paired first, and only those that are alike are compared by word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from crawler.article import Article
from indexer.copies.shingles import words

Kind = Literal["same", "gone", "new"]

MOST_PARTS = 2_000  # paragraphs of a text that are compared; what comes after is shown as gone and new
# Equal words of two paragraphs, pair by pair, up to which they are compared by word: news has some hundreds.  With
# these bounds the worst of eight hostile texts of 1 MB took 3 s; without them one did not end in minutes.
MOST_PAIRS = 10_000
MOST_PAIRS_IN_ALL = 500_000
ALIKE = 0.5  # words that two parts share, of the shorter one, from which one is the other one edited
LONGEST = 300  # characters of a line; a longer one is compared sentence by sentence
# Sites that lose their line ends print "… hôm qua.Theo ông …".
_SENTENCE_END = re.compile(r"""(?<=[^\W\dA-ZĐ_][.!?…])(?:["”]?\s+|(?=[A-ZĐ“"]))""")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that stand in both texts, or in one alone."""

    kind: Kind
    text: str


Part = tuple[Piece, ...]  # one paragraph


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[Part, ...]:
    """The paragraphs of both, in order: the pieces that are not new make `old`, those that are not gone `new`."""
    first = _in_common(old, new)
    last = _in_common(old[first:][::-1], new[first:][::-1])
    middle = old[first : len(old) - last], new[first : len(new) - last]
    changed = _parts(*(part[:MOST_PARTS] for part in middle))
    rest = [(Piece("gone", part),) for part in middle[0][MOST_PARTS:]]
    rest += [(Piece("new", part),) for part in middle[1][MOST_PARTS:]]
    return (*_same(old[:first]), *changed, *rest, *_same(old[len(old) - last :]))


def parts_of(article: Article) -> tuple[str, ...]:
    """Title, lead and paragraphs, line by line, and long lines sentence by sentence."""
    parts = (article.title, article.lead, *article.paragraphs)
    lines = (line.strip() for part in parts if part for line in part.split("\n"))
    return tuple(part for line in lines for part in _sentences(line) if part)


def _sentences(line: str) -> list[str]:
    return [line] if len(line) <= LONGEST else [part.strip() for part in _SENTENCE_END.split(line)]


def is_changed(part: Part) -> bool:
    return any(piece.kind != "same" for piece in part)


def counted(parts: Sequence[Part]) -> tuple[int, int]:
    """Syllables that are gone, and that are new."""
    gone, new = (
        sum(len(words(piece.text)) for part in parts for piece in part if piece.kind == kind)
        for kind in ("gone", "new")
    )
    return gone, new


def _in_common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many paragraphs both begin with."""
    pairs = zip(old, new, strict=False)
    return next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))


def _same(parts: Sequence[str]) -> Iterator[Part]:
    return ((Piece("same", part),) for part in parts)


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from _same(old[first:last])
        else:
            yield from _replaced(old[first:last], new[start:end])


def _replaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    """Paragraphs that changed: each beside the one that it became, as far as order allows."""
    at = 0
    sets = [set(words(part)) for part in new]
    left = MOST_PAIRS_IN_ALL
    for part in old:
        mine = set(words(part))
        found = next((place for place in range(at, min(len(new), at + 20)) if _alike(mine, sets[place])), None)
        if found is None:
            yield (Piece("gone", part),)
            continue
        yield from ((Piece("new", other),) for other in new[at:found])
        tokens = _TOKEN.findall(part), _TOKEN.findall(new[found])
        pairs = _pairs(*tokens)
        left -= pairs
        if pairs > MOST_PAIRS or left < 0:
            yield Piece("gone", part), Piece("new", new[found])
        else:
            yield tuple(_by_word(*tokens))
        at = found + 1
    yield from ((Piece("new", other),) for other in new[at:])


def _alike(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= ALIKE * shorter


def _pairs(one: Sequence[str], other: Sequence[str]) -> int:
    counts = Counter(other)
    return sum(count * counts[token] for token, count in Counter(one).items() if not token.isspace())


def _by_word(first: Sequence[str], second: Sequence[str]) -> Iterator[Piece]:
    matcher = SequenceMatcher(str.isspace, first, second, autojunk=False)
    for tag, start, end, begin, after in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(first[start:end]))
            continue
        if start < end:
            yield Piece("gone", "".join(first[start:end]))
        if begin < after:
            yield Piece("new", "".join(second[begin:after]))
