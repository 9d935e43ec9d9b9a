"""A text in, bodies that are named the way bodies are out: a head, the words that go on with it, often a place."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import ahocorasick_rs

from nlp.entities.joined import Joined
from nlp.entities.mention import Mention
from nlp.entities.naming import phrase, vocabulary
from nlp.entities.standing import after_standing
from nlp.entities.walk import Walk

_PREVIOUS = re.compile(r"(\w+) \Z")
_MEETING = re.compile(r"Hội (?i:nghị|thảo|thi|diễn|chợ|trường|đàm|ngộ|quán)\b")
_TITLE_ENDS = frozenset(("trưởng", "phó", "chánh", "viên", "thư", "tịch", "nhiệm", "đốc", "nguyên", "lĩnh"))


def bodies(text: str, *, words: Joined, places: Mapping[int, int]) -> Iterator[Mention]:
    """Mentions in a text in standard spelling, in its order and without overlaps.

    `places` gives for the start of each known place its end.
    """
    last = 0
    for start, end, small in _heads(text):
        if start < last or start in places or _is_part(text, start, end, words):
            continue
        if text[start:end] in vocabulary().centres and not phrase(text, end + 1, vocabulary().heads, exact=True):
            continue
        stop = Walk(text, start, end, words=words, places=places).end()
        if stop > end and not (small and text[end:stop].islower()):
            yield Mention(start, stop, "ORG", "body-small" if small else "body", 0.6 if small else 0.8)
            last = stop


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    names = sorted({name.lower() for name in vocabulary().heads | vocabulary().small})
    return ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _heads(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end, and whether it is printed in small letters."""
    low = text.lower()
    if len(low) != len(text):  # "İ" becomes two letters
        low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    for _, start, end in _automaton().find_matches_as_indexes(low):
        if (start and (low[start - 1].isalnum() or low[start - 1] in "-&")) or low[end : end + 1].isalnum():
            continue
        printed = text[start:end]
        if printed[0].isupper():
            if printed in vocabulary().heads or not printed.isupper():
                yield start, end, False
        elif printed in vocabulary().small:
            yield start, end, True


def _is_part(text: str, start: int, end: int, words: Joined) -> bool:
    """Whether a head is part of another word, of another name or of an office.

    "cơ | sở", "Khoa học", "Tân Hội", "Phó Bí thư | Thường trực".
    """
    if words.split(start) or (text[end + 1 : end + 2].islower() and words.split(end)):
        return True
    if after_standing(text, start) > start or _MEETING.match(text, start):
        return True
    before = None if " " in text[start:end] else _PREVIOUS.search(text, max(0, start - 12), start)
    return before is not None and before[1][0].isupper() and before[1].lower() not in _TITLE_ENDS
