"""The text after the name of a law in, the year or the day that tells it from others of the name out."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from crawler.letters import fold
from nlp.directives.vocabulary import load
from nlp.normalize import standard

_REACH = 200  # letters looked at; a day and two years of changes, spelt out, have 90
# All patterns are for text without accents.
GAP = r"[ \n]{1,12}"
_YEAR = r"(?:19|20)\d\d"
_END = r"(?![^\W_]|[/.-]\d)"
_DATED = re.compile(
    rf"{GAP}(?:ngay{GAP}(?P<day>[0-3]?\d)(?:[/.-]|{GAP}thang{GAP})(?P<month>[01]?\d)(?:[/.-]|{GAP}nam{GAP})"
    rf"(?P<year>{_YEAR})|(?:sua{GAP}doi{GAP})?(?:nam{GAP})?(?P<only>{_YEAR})){_END}"
)
_ASIDE = re.compile(rf"[ ]?\((?:ban{GAP}hanh{GAP})?(?:nam{GAP})?(?P<only>{_YEAR})\)")
_CHANGED = re.compile(
    rf",?(?:{GAP}|[ ]?(?P<open>\())(?:da{GAP})?(?:duoc{GAP})?sua{GAP}doi(?:,?{GAP}(?:va{GAP})?bo{GAP}sung)?"
    rf"(?:{GAP}mot{GAP}so{GAP}dieu)?(?:{GAP}(?:vao|cac|trong))*{GAP}(?:nam{GAP})?(?P<only>{_YEAR})"
    rf"(?:(?:,|{GAP}va)?{GAP}(?:nam{GAP})?{_YEAR}){{0,4}}(?(open)\)|{_END})"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """`year` is that of the law itself; only where none is printed, that of its changes."""

    end: int
    year: str | None = None
    day: str | None = None  # YYYY-MM-DD


def tail(text: str, at: int) -> Tail:
    """What follows a name that ends at `at`, as far as it belongs to the name: "năm 2015, sửa đổi năm 2017"."""
    folded = fold(text[at : at + _REACH])
    end, year, day = 0, None, None
    if dated := _DATED.match(folded):
        end, year, day = dated.end(), dated["only"] or dated["year"], _day(dated)
    if changed := _CHANGED.match(folded, end):
        end, year = changed.end(), year or changed["only"]
    if year is None and (aside := _ASIDE.match(folded)):
        year = aside["only"]  # says which law, but the name ends before the bracket
    return Tail(at + end, year, day)


def _day(found: re.Match[str]) -> str | None:
    if not found["day"]:
        return None
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def is_foreign(text: str, at: int) -> bool:
    """Whether what stands at `at` makes the law before it another country's, or a branch of law."""
    return _foreign().match(text, at) is not None


@cache
def _foreign() -> re.Pattern[str]:
    names = "|".join(re.escape(standard(name)) for name in load("names.yaml")["not_before"])
    return re.compile(rf"[ \n]{{1,3}}(?:của[ \n])?(?:nước[ \n])?(?:{names})(?![^\W_])")
