"""The text before a document number in, the words that name its type out, and members of a list that share it."""

import re
from dataclasses import dataclass
from functools import cache

from crawler.letters import fold
from nlp.directives.vocabulary import DocumentType, vocabulary

_WINDOW = 160  # letters before a number in which its type is looked for; the longest name of a law has 110
_GAP = r"[ \n]{0,12}"
_COUNT = rf"(?:(?:so hieu|so|no)\b\.?{_GAP}:?{_GAP})"  # "số", "Số:", "No."
_MEMBER = r"\d{1,5}[a-z]?(?:/(?:19|20)\d\d)?"
_AND = rf"{_GAP}(?:,|;|&|va\b){_GAP}"
_EACH_MEMBER = re.compile(_MEMBER)


@dataclass(frozen=True, slots=True)
class Head:
    """`start` is where the citation begins: at the type word, at "số", or at the number itself."""

    start: int
    type: DocumentType | None = None
    said: bool = False  # something before the number says that a document's follows
    short: bool = False  # the type is only abbreviated: "QĐ 102-QĐ/TW"
    members: tuple[tuple[int, int, str], ...] = ()  # start, end, number of those before it in one list


def head(text: str, start: int, *, assembly: bool) -> Head:
    """What stands before the number at `start` of a text in standard spelling.

    Words are compared without accents, since a number follows.  The name of a law may stand in between, when the
    number is the Assembly's.
    """
    begin = max(0, start - _WINDOW)
    window = text[begin:start]
    folded = fold(window)
    patterns = _patterns()
    if found := patterns["type"].search(folded) or (patterns["law"].search(folded) if assembly else None):
        return Head(begin + found.start(), _type(found["type"]), said=True)
    if found := patterns["short"].search(window):
        return Head(begin + found.start(), vocabulary().heads[found["type"]], said=True, short=True)
    if found := patterns["list"].search(folded):
        return Head(start, _type(found["type"]), said=True, members=_members(found, begin))
    if found := patterns["count"].search(folded):
        return Head(begin + found.start(), said=True)
    return Head(start)


def _members(found: re.Match[str], begin: int) -> tuple[tuple[int, int, str], ...]:
    """The first begins with the type word."""
    starts = [each.span() for each in _EACH_MEMBER.finditer(found.string, *found.span("members"))]
    return tuple(
        (begin + (start if at else found.start()), begin + end, found.string[start:end])
        for at, (start, end) in enumerate(starts)
    )


def _type(words: str) -> DocumentType:
    return vocabulary().words[" ".join(words.split())]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names = sorted(vocabulary().words, key=len, reverse=True)
    types = "|".join(name.replace(" ", "[ \\n]{1,12}") for name in names)
    members = rf"{_MEMBER}(?:{_AND}{_COUNT}?{_MEMBER}){{0,12}}"
    return {
        "type": re.compile(rf"(?<![^\W_])(?P<type>{types}){_GAP}{_COUNT}?\Z"),
        "law": re.compile(
            rf"(?<![^\W_])(?P<type>bo luat|luat|phap lenh)[ \n](?:(?!\bluat\b)[^.;:()\d\"“”]){{1,120}}{_COUNT}?\Z"
        ),
        "short": re.compile(rf"(?<!\w)(?P<type>{'|'.join(vocabulary().heads)})[ \n]?\Z"),
        "list": re.compile(rf"(?<![^\W_])(?P<type>{types}){_GAP}{_COUNT}?(?P<members>{members}){_AND}{_COUNT}?\Z"),
        "count": re.compile(rf"(?<![^\W_]){_COUNT}\Z"),
    }
