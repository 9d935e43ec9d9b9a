"""A text and the place of "luật", "hiến pháp" … in it in, the citation of a law by name that begins there out."""

import re
from functools import cache

from crawler.letters import fold
from nlp.directives.cite import cite
from nlp.directives.statute import statute
from nlp.directives.tail import GAP, Tail, tail
from nlp.directives.vocabulary import load
from nlp.document import Citation
from nlp.normalize import standard

_BEFORE = 24  # letters before a name in which what it must not follow is looked for
_AFTER = 160  # letters after it; the longest words of amendment before the amended name have 90
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
_STATE = re.compile(
    rf"(?:{GAP}cua)?(?:{GAP}nuoc)?{GAP}(?:(?:cong{GAP}hoa{GAP}xa{GAP}hoi{GAP}chu{GAP}nghia|chxhcn){GAP}viet{GAP}nam"
    rf"|viet{GAP}nam{GAP}dan{GAP}chu{GAP}cong{GAP}hoa)(?![^\W_])"
)
_ARTICLE = re.compile(rf"(?<![^\W_])dieu{GAP}\d{{1,3}}(?:{GAP}cua)?{GAP}\Z")
_PARTY = re.compile(
    rf"{GAP}dang(?:{GAP}cong{GAP}san{GAP}viet{GAP}nam)?(?![^\W_])(?!{GAP}(?:bo|uy|vien|doan)(?![^\W_]))"
)
_CONSTITUTIONS = frozenset(("1946", "1959", "1980", "1992", "2013"))
_ISSUERS = {"Pháp lệnh": "Uỷ ban Thường vụ Quốc hội"}
_FIRST = re.compile(r"(?:bộ\s+luật|luật|pháp\s+lệnh|hiến\s+pháp|điều\s+lệ|BL[A-ZĐ]+)(?![^\W_])", re.IGNORECASE)
CHARTER = "Điều lệ Đảng Cộng sản Việt Nam"


def law(text: str, start: int, end: int) -> Citation | None:
    """The citation whose first word, "luật", "BLHS", "hiến pháp" or the like, stands at [start, end)."""
    head = " ".join(text[start:end].lower().split())
    if head == "hiến pháp":
        return _constitution(text, start, end)
    if head == "điều lệ":
        return _charter(text, start, end)
    if text[start:end] in alone():
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            return None  # only introduced: "Bộ luật Hình sự (BLHS)"
        return _cite(text, start, tail(text, end), type_="Bộ luật")
    return _act(text, start, end)


def amended(text: str, end: int) -> int | None:
    """Where the name of a law that changes others ends, if one goes on at `end`: "Luật sửa đổi … của Luật A"."""
    folded = fold(text[end : end + 4 * _AFTER])
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
    ends = amended(text, end)
    if ends and _DRAFT.search(fold(text[max(0, start - _BEFORE) : start])):
        return None  # no document yet; the law that it would change is found by itself
    found = statute(text, text[start:end], end)
    at = max(ends or 0, found.end if found else 0)
    if not at or _is_another(text, at):
        return None
    type_ = " ".join(text[start:end].split()).capitalize()
    return _cite(text, start, tail(text, at), type_=type_)


def _constitution(text: str, start: int, end: int) -> Citation | None:
    """With its year, its state or an article of it: alone the word is used of what any law stands under."""
    state = _STATE.match(fold(text[end : end + _AFTER]))
    after = tail(text, end + (state.end() if state else 0))
    article = _ARTICLE.search(fold(text[max(0, start - _BEFORE) : start]))
    if after.year not in _CONSTITUTIONS and (after.year or not (state or article)):
        return None
    if _is_another(text, after.end):
        return None
    return _cite(text, start, after, type_="Hiến pháp", canonical=f"vn.hp.{after.year}._" if after.year else None)


def _charter(text: str, start: int, end: int) -> Citation | None:
    found = _PARTY.match(fold(text[end : end + _AFTER]))
    if found is None or "Đ" not in text[end : end + found.end()]:
        return None
    return _cite(text, start, Tail(end + found.end()), type_="Điều lệ", canonical="tw.dl.x._dieu-le-dang")


def _cite(text: str, start: int, after: Tail, *, type_: str, canonical: str | None = None) -> Citation:
    party = type_ == "Điều lệ"
    return cite(
        text,
        start,
        after.end,
        type=type_,
        year=after.year,
        issuer="Đại hội đại biểu toàn quốc của Đảng" if party else _ISSUERS.get(type_, "Quốc hội"),
        issued_on=after.day,
        scope="party" if party else "state",
        canonical=canonical,
        evidence="name",
    )


def _is_noun(text: str, start: int) -> bool:
    """Whether the word before makes it another: "pháp luật", "Đại học Luật", "quy luật"."""
    words = text[max(0, start - _BEFORE) : start].split()
    return bool(words) and text[start - 1].isspace() and words[-1].lower() in _nouns()


def _is_another(text: str, at: int) -> bool:
    """Whether a number follows, which names the law better, or another country."""
    after = text[at : at + 40]
    return bool(_NUMBER.match(fold(after)) or _foreign().match(after))


@cache
def alone() -> dict[str, str]:
    """Short forms that stand for the whole name: "BLHS"."""
    return {short: standard(name) for short, name in load("names.yaml")["alone"].items()}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(standard(word) for word in load("names.yaml")["not_after"])


@cache
def _foreign() -> re.Pattern[str]:
    names = "|".join(re.escape(standard(name)) for name in load("names.yaml")["not_before"])
    return re.compile(rf"[ \n]{{1,3}}(?:của[ \n])?(?:nước[ \n])?(?:{names})(?![^\W_])")


def whole_name(surface: str) -> str:
    """The name of a law as the list spells it, without year and changes: "BLHS 2015" -> "Bộ luật Hình sự"."""
    head = _FIRST.match(surface)
    if head is None:
        return surface
    if head[0] in alone():
        return alone()[head[0]]
    kind = " ".join(head[0].lower().split())
    if kind == "điều lệ":
        return CHARTER
    if kind == "hiến pháp":
        return "Hiến pháp"
    ends = amended(surface, head.end())
    found = statute(surface, head[0], head.end())
    if ends and (found is None or ends >= found.end):
        return surface[:ends]
    return found.name if found else surface
