"""A view of a text in, the titles in it out: "Chủ tịch nước", "Trưởng ban Nội chính Trung ương"."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import ahocorasick_rs

from nlp.quotes.data import load
from nlp.quotes.view import LOC, ORG, Span
from nlp.quotes.words import ending, listed, stripped

_MAX_WORDS = 24  # "Chủ tịch Hội đồng quản trị kiêm Tổng giám đốc Công ty Cổ phần …"
_DEGREE = r"(?:(?:PGS|GS|TS|TSKH|ThS|BS|KS|KTS|LS|NGND|NGƯT|NSND|NSƯT)\b)"
_CAPITAL = rf"(?!{_DEGREE})[A-ZĐÂĂÊÔƠƯÀ-ÝĂĐĨŨƠƯẠ-Ỹ][\w.&]{{0,20}}"
_NAME = rf"{ORG}{{1,200}}|{LOC}{{1,60}}|\({ORG}{{1,40}}\)"
_SPECIAL = rf"đặc biệt(?= [A-ZĐ{ORG}])"  # "Cố vấn đặc biệt Liên minh …", but "Bộ trưởng đặc biệt nhấn mạnh"


def titles(masked: str, lower: str) -> Iterator[Span]:
    """In order, none inside another: from the first word, "nguyên" or "quyền" with it, to the body's last."""
    whole: Span | None = None
    heads = [*_heads(masked, lower), (len(lower), 0)]
    for (start, end), (limit, _) in pairwise(heads):
        joins = whole is not None and start == whole[1] + 1 and lower[whole[1]] == " "
        if whole and not joins:
            yield from _held(lower, whole)
        whole = (whole[0] if whole and joins else start, _body_end(masked, lower, end, limit))
    if whole:
        yield from _held(lower, whole)


def is_rank(words: str) -> bool:
    """Whether it is a degree, a rank or a trade and no office."""
    return words.lower() in listed("titles", "ranks")


def _heads(masked: str, lower: str) -> Iterator[Span]:
    """Whole words, or glued to the line before: "… tên nướcĐại biểu …"."""
    for _, start, end in _automaton().find_matches_as_indexes(lower):
        glued = masked[start].isupper() and masked[start - 1 : start].islower()
        if not (lower[end : end + 1].isalnum() or (lower[start - 1 : start].isalnum() and not glued)):
            yield start, end


def _held(lower: str, title: Span) -> Iterator[Span]:
    """The title, unless it is but "nguyên" or "tân"."""
    if lower[slice(*title)] not in listed("titles", "modifiers"):
        yield title


def _body_end(masked: str, lower: str, end: int, limit: int) -> int:
    found = _body().match(masked, end, limit)
    last = found.end() if found else end
    while (start := ending(lower, last, listed("titles", "loose"), least=end, most=2)) is not None:
        last = stripped(lower, start, least=end, signs=" -")
    return last


@cache
def _body() -> re.Pattern[str]:
    small = "|".join(sorted(listed("titles", "body").all, key=len, reverse=True))
    second = "|".join(sorted(listed("titles", "second_syllables").all))
    word = rf"(?:{_CAPITAL}(?: (?:{second})(?!\w))?|{_NAME}|{_SPECIAL}|(?:{small})(?!\w))"
    return re.compile(rf"(?:(?: - |[ -]){word}){{0,{_MAX_WORDS}}}")


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    words = load("titles")
    heads = dict.fromkeys((*words["heads"], *words["modifiers"], *words["ranks"]))
    return ahocorasick_rs.AhoCorasick(tuple(heads), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
