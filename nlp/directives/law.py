"""A text and the place of "luật", "BLHS" … in it in, the citation of an act by name that begins there out."""

import re
from functools import cache

from crawler.letters import fold
from nlp.directives.cite import cite
from nlp.directives.statute import statute
from nlp.directives.tail import GAP, is_foreign, tail
from nlp.directives.vocabulary import load
from nlp.document import Citation
from nlp.normalize import standard

_BEFORE = 24  # letters before a name in which what it must not follow is looked for
_AFTER = 640  # letters after "luật sửa đổi"; the longest title in the registry has 270
_AMENDS = re.compile(r"[ \n]{1,12}s[uưứử]a[ \n]", re.IGNORECASE)
_FIRST = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh|BL[A-ZĐ]+)(?![^\W_])", re.IGNORECASE)
# For text without accents.
_HEAD = rf"(?<![^\W_])(?P<head>bo{GAP}luat|luat|phap{GAP}lenh)(?=[ \n])"
_AMENDING = re.compile(
    rf"{GAP}sua{GAP}doi(?![^\W_])(?:(?!so{GAP}\d)[^.;:()/\"“”]){{0,110}}?(?P<several>cac{GAP})?{_HEAD}"
)
_MORE = re.compile(rf"(?:,|{GAP}va)?{GAP}(?:dieu{GAP}\d+{GAP}(?:cua{GAP})?)?{_HEAD}")
_NUMBER = re.compile(
    r"(?:[ \n]{1,3}\(?sua doi(?:,? bo sung)?\)?)?[ \n,]{1,12}"
    r"(?:(?:luat[ \n]{1,3})?so(?:[ \n]hieu)?[ \n]?:?[ \n]?\d|\d{1,3}(?:[/-]\d{4})?[/-][a-z])"
)
_DRAFT = re.compile(rf"(?<![^\W_])du{GAP}(?:thao|an)(?:{GAP}cua)?{GAP}\Z")
_ACTS = frozenset(("luật", "bộ luật", "pháp lệnh"))
_ISSUERS = {"Pháp lệnh": "Uỷ ban Thường vụ Quốc hội"}


def law(text: str, start: int, end: int) -> Citation | None:
    """The citation whose first word, "luật", "pháp lệnh", "BLHS" or the like, stands at [start, end)."""
    if text[start:end] in _alone():
        introduced = text[start - 1 : start] == "(" and text[end : end + 1] == ")"  # "Bộ luật Hình sự (BLHS)"
        return None if introduced else _cite(text, start, end, type_="Bộ luật")
    return _act(text, start, end) if _kind(text[start:end]) in _ACTS else None


def whole_name(surface: str) -> str:
    """The name as the list spells it, without year and changes: "BLHS 2015" -> "Bộ luật Hình sự"."""
    head = _FIRST.match(surface)
    if head is None or head[0] in _alone():
        return _alone()[head[0]] if head else surface
    ends = _amending(surface, head.end())
    found = statute(surface, head[0], head.end())
    if ends and (found is None or ends >= found.end):
        return surface[:ends]
    return found.name if found else surface


def _amending(text: str, end: int) -> int | None:
    """Where the name of a law that changes others ends, if one goes on at `end`: "Luật sửa đổi … của Luật A"."""
    if not _AMENDS.match(text, end):
        return None
    folded = fold(text[end : end + _AFTER])
    first = found = _AMENDING.match(folded)
    ends = None
    while found:
        inner = statute(text, text[end + found.start("head") : end + found.end()], end + found.end())
        if inner is None:
            break
        ends = inner.end
        found = _MORE.match(folded, ends - end) if first and first["several"] else None
    return ends


def _act(text: str, start: int, end: int) -> Citation | None:
    if _is_noun(text, start):
        return None
    ends = _amending(text, end)
    if ends and _DRAFT.search(fold(text[max(0, start - _BEFORE) : start])):
        return None  # no document yet; the law that it would change is found by itself
    found = statute(text, text[start:end], end)
    at = max(ends or 0, found.end if found else 0)
    if not at or is_foreign(text, at) or _NUMBER.match(fold(text[at : at + _BEFORE])):
        return None
    return _cite(text, start, at, type_=_kind(text[start:end]).capitalize())


def _cite(text: str, start: int, at: int, *, type_: str) -> Citation:
    after = tail(text, at)
    issuer = _ISSUERS.get(type_, "Quốc hội")
    return cite(
        text, start, after.end, type=type_, year=after.year, issued_on=after.day, issuer=issuer, scope="state"
    )


def _kind(head: str) -> str:
    return " ".join(head.lower().split())


def _is_noun(text: str, start: int) -> bool:
    """Whether the word before makes it another: "pháp luật", "Đại học Luật", "quy luật"."""
    words = text[max(0, start - _BEFORE) : start].split()
    return bool(words) and text[start - 1].isspace() and words[-1].lower().lstrip("(\"“'‘") in _nouns()


@cache
def _alone() -> dict[str, str]:
    return {short: standard(name) for short, name in load("names.yaml")["alone"].items()}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(standard(word) for word in load("names.yaml")["not_after"])
