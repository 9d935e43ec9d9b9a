"""The text before a document number in, the words that name its type out, and members of a list that share it."""

import re
from dataclasses import dataclass
from functools import cache

from nlp.directives.vocabulary import DocumentType, vocabulary

_WINDOW = 160  # letters before a number in which its type is looked for; the longest name of a law has 110
_NEAR = 64  # where it is looked for unless a law's name or a list may come between
_BETWEEN = frozenset(",;&")  # what stands between members of a list
_SHORTEST = 8  # letters of an abbreviation and a space
_GAP = r"[ \n]{0,12}"
_COUNT = rf"(?:(?:so hieu|so|no)\b\.?{_GAP}:?{_GAP})"  # "số", "Số:", "No."
_MEMBER = r"\d{1,5}[a-z]?(?:/(?:19|20)\d\d)?"
_AND = rf"{_GAP}(?:,|;|&|va\b){_GAP}"
_LISTED = re.compile(rf"{_AND}{_COUNT}?\Z")  # what stands before the last of a list
_EACH_MEMBER = re.compile(_MEMBER)


@dataclass(frozen=True, slots=True)
class Head:
    """`start` is where the citation begins: at the type word, at "số", or at the number itself."""

    start: int
    type: DocumentType | None = None
    said: bool = False  # something before the number says that a document's follows
    short: bool = False  # the type is only abbreviated: "QĐ 102-QĐ/TW"
    members: tuple[tuple[int, int, str], ...] = ()  # start, end, number of those before it in one list


def head(text: str, folded: str, start: int, *, assembly: bool) -> Head:
    """What stands before the number at `start` of a text in standard spelling; `folded` is it without accents.

    Words are compared without accents, since a number follows.  The name of a law may stand in between, when the
    number is the Assembly's.
    """
    near = max(0, start - _NEAR)
    last = folded[near:start].rstrip(" \n:.")[-1:]
    if not last.isalpha() and last not in _BETWEEN:
        return Head(start)  # no word can reach the number: most members of a list
    found = _worded(text, folded, start, assembly=assembly) or _in_list(folded, start)
    if found is None and (count := _patterns()["count"].search(folded, near, start)):
        return Head(count.start(), said=True)
    return found or Head(start)


def _worded(text: str, folded: str, start: int, *, assembly: bool) -> Head | None:
    """A type word right before the number, or before the name of a law and it; or an abbreviation."""
    patterns = _patterns()
    found = patterns["type"].search(folded, max(0, start - _NEAR), start)
    if found is None and assembly:
        found = patterns["law"].search(folded, max(0, start - _WINDOW), start)
    if found:
        return Head(found.start(), _type(found["type"]), said=True)
    if short := patterns["short"].search(text, max(0, start - _SHORTEST), start):
        return Head(short.start(), vocabulary().heads[short["type"]], said=True, short=True)
    return None


def _in_list(folded: str, start: int) -> Head | None:
    if not _LISTED.search(folded, max(0, start - _NEAR), start):
        return None
    found = _patterns()["list"].search(folded, max(0, start - _WINDOW), start)
    return Head(start, _type(found["type"]), said=True, members=_members(found)) if found else None


def _members(found: re.Match[str]) -> tuple[tuple[int, int, str], ...]:
    """The first begins with the type word."""
    starts = [each.span() for each in _EACH_MEMBER.finditer(found.string, *found.span("members"))]
    return tuple(
        (start if at else found.start(), end, found.string[start:end]) for at, (start, end) in enumerate(starts)
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
