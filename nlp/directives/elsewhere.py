"""An official text whose head gives no number in, the number that its title, annexes or address give out."""

import html
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from crawler.letters import fold
from nlp.directives.date import issue
from nlp.directives.find import find
from nlp.directives.number import Number, normal_form
from nlp.directives.number import read as read_number
from nlp.directives.vocabulary import vocabulary
from nlp.normalize import standard

Evidence = Literal["head", "title", "annex", "database", "address"]

SHARE = 2 / 3  # of the annexes that name the text itself; a text that amends others carries their annexes too
_LONGEST = 100  # letters of a number
# The gazette's: /van-ban/nghi-dinh-so-15-2020-nd-cp-30834.htm; its last digits are the page's.
_ADDRESS = re.compile(
    r"/(?P<type>[a-z]+(?:-[a-z]+){0,5})-so-(?P<number>\d{1,5}[a-z]?(?:-(?:19|20)\d\d)?-[a-z][a-z0-9-]*)-\d{3,7}(?:[./]|$)"
)
_LOST_POINT = re.compile(r"\d{4,5}-(?:19|20)\d\d-")  # 66.16/2026/NQ-CP stands there as 6616-2026


@dataclass(frozen=True, slots=True)
class Elsewhere:
    number: str  # as printed, or in its normal form from an address
    type: str | None  # of the document, as the words beside the number say
    evidence: Evidence
    day: str | None = None


def number_elsewhere(text: str, *, title: str | None, url: str | None, code: str | None) -> Elsewhere | None:
    """`text` is in standard spelling.  What names another type than `code`, the head's, is not taken."""
    return (
        (_in_title(title, code) if title else None)
        or (_in_annexes(text, code) if code else None)
        or (_in_address(url, code) if url else None)
    )


def _in_title(title: str, code: str | None) -> Elsewhere | None:
    """A title that opens with it; entities in it come from descriptions that were written for pages."""
    plain = standard(html.unescape(title))
    first = next(iter(find(plain[:_LONGEST])), None)
    if first is None or first.start or first.kind != "full" or first.type is None or first.number is None:
        return None
    if code and _code(first.type) != code:
        return None
    printed = next((found for at in _digits(first.surface) if (found := read_number(first.surface, at))), None)
    return Elsewhere(_printed(first.surface, printed), first.type, "title", first.issued_on) if printed else None


def _digits(surface: str) -> list[int]:
    return [found.start() for found in re.finditer(r"(?<![\w./-])\d", surface)]


def _in_annexes(text: str, code: str) -> Elsewhere | None:
    """Most lines of the form "(Kèm theo Thông tư số …)" name the text itself."""
    named: Counter[tuple[str, str]] = Counter()
    found: dict[tuple[str, str], Elsewhere] = {}
    for words in _attached().finditer(text):
        number = read_number(text, words.end())
        if number is None:
            continue
        type_ = vocabulary().words[" ".join(fold(words["type"]).split())]
        one = (type_.code, f"{number.number}/{number.year}/{number.symbol.text}")
        named[one] += 1
        day = issue(text, words.start(), number.end, dated=number.year is not None).day
        found.setdefault(one, Elsewhere(_printed(text, number), type_.name, "annex", day))
    one, times = next(iter(named.most_common(1)), (("", ""), 0))
    return found[one] if one[0] == code and times >= SHARE * named.total() else None


def _in_address(url: str, code: str | None) -> Elsewhere | None:
    found = _ADDRESS.search(urlsplit(url).path[-300:])
    if found is None or _LOST_POINT.match(found["number"]):
        return None
    type_ = vocabulary().words.get(found["type"].replace("-", " "))
    number = normal_form(found["number"])
    if type_ is None or number is None or (code and type_.code != code):
        return None
    return Elsewhere(number, type_.name, "address")


def _printed(text: str, number: Number) -> str:
    return "".join(text[number.start : number.end].split())


def _code(type_: str) -> str:
    return vocabulary().words[fold(type_)].code


@cache
def _attached() -> re.Pattern[str]:
    names = sorted((type_.name for type_ in vocabulary().types), key=len, reverse=True)
    listed = "|".join(standard(name).replace(" ", r"\s{1,9}") for name in names)
    return re.compile(
        rf"\(\s?(?:ban hành\s{{1,9}})?kèm\s{{1,9}}theo\s{{1,9}}(?P<type>{listed})\s{{1,9}}số\s{{0,9}}:?\s{{0,9}}",
        re.IGNORECASE,
    )
