"""The text round a document number in, the day it was issued and the term that it states out."""

import datetime as dt
import re
from dataclasses import dataclass

from nlp.directives.terms import roman

# All patterns are for text without accents: copies lose them, and misspell them.
_DAY = (
    r"(?P<day>[0-3]?\d)(?:[ \n]?[/.-][ \n]?|[ \n]+thang[ \n]+)(?P<month>[01]?\d)"
    r"(?:[ \n]?[/.-][ \n]?|[ \n]+nam[ \n]+)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_ISSUER = r"(?:cua|do)[ \n][^.;:,\n\d()]{2,60}?"
_AFTER = re.compile(
    rf"[ \n]?[,(|]?[ \n]?(?:{_ISSUER}[ \n,]{{1,2}})?(?:(?:duoc[ \n])?(?:ban hanh|ky)[ \n])?"
    rf"(?:ngay[ \n]{{0,3}})?{_DAY}"
)
_BEFORE = re.compile(
    rf"ngay[ \n]{_DAY}[ \n,]{{1,2}}[^.;\n\d]{{0,80}}?(?:ban hanh|ky|co|ra)(?:[ \n][^\W\d]+){{0,3}}[ \n]\Z"
)
_YEAR = re.compile(r"[ \n]{1,3}(?:nam[ \n]{1,3})?(?P<year>(?:19|20)\d\d)(?![\d/.-]\d|\d)")
_OF_EVENT = re.compile(r"(?:hoi nghi|hoi thao|lop|buoi|le)\b[^.;\n]{0,80}\Z")
_OF_DOCUMENT = re.compile(r"\)?[ \n]?(?:cua|ve|do|quy dinh|ban hanh)\b")
# Only words of the Party's centre may stand between: other bodies number their congresses by themselves.
_TERM = re.compile(
    r"(?:[ \n,(\d/.-]|cua\b|tai\b|hoi nghi\b|ngay\b|ban bi thu\b|bo chinh tri\b|ban chap hanh\b|trung uong\b"
    r"|bch ?tw\b|bch\b|tw\b|t\.u\b|dang\b|cong san\b|viet nam\b|lan thu\b|nam\b|thang\b){0,140}"
    r"\bkhoa[ \n](?P<term>[ivx]{1,5}|\d{1,2})\b"
)
_REACH = 140  # letters round a number that are looked at


@dataclass(frozen=True, slots=True)
class Issue:
    """`end` is where the last of it ends; `year_end` where a year next to the number does, which belongs to it."""

    end: int
    year_end: int
    day: str | None = None  # YYYY-MM-DD
    year: str | None = None
    term: str | None = None  # "XIII"


def issue(folded: str, start: int, end: int, *, dated: bool) -> Issue:
    """When the document cited at [start, end) of a text without accents was issued, as the words next to it say.

    `dated` says that the number holds its year.  A day that belongs to an event is not taken ("hội nghị quán triệt
    Chỉ thị … ngày …").
    """
    before, after = folded[max(0, start - _REACH) : start], folded[end : end + _REACH]
    year = None if dated else _YEAR.match(after)
    year_end = year.end() if year else 0
    day = _AFTER.match(after, year_end)
    if day and _OF_EVENT.search(before) and not _OF_DOCUMENT.match(after, day.end()):
        day = None
    issued_on = _day(day) or (_day(_BEFORE.search(before)) if "ngay" in before else None)
    term = _TERM.match(after, year_end)
    return Issue(
        end=end + (day.end() if day and _day(day) else year_end),
        year_end=end + year_end,
        day=issued_on,
        year=issued_on[:4] if issued_on else (year["year"] if year else None),
        term=roman(term["term"]) if term else None,
    )


def _day(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None
