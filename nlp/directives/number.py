"""A document number in, in any spelling; its parts, or its one normal form, out."""

import re
from dataclasses import dataclass

from nlp.directives.symbol import Symbol, parse
from nlp.directives.vocabulary import vocabulary
from nlp.normalize import compose, standard

MAX_CODES = 7  # a joint resolution names six bodies
_NUMBER = re.compile(
    r"(?P<number>\d{1,5}(?:[a-zđA-ZĐ](?![^\W\d_]))?(?:\.\d{1,2}(?![\d.]))?(?:-\d{1,2}(?= ?/))?)"
    r"(?:[ \n]?[-/][ \n]?(?P<year>[12]\d{3})(?!\d))?"
)
# A code ends where its capitals end; a small word may be glued to it in bad copy: "TT-BGDĐTvề".
_CODE = re.compile(
    r"(?P<gap>[ \n]{0,3}[-/]?[ \n]{0,3})"
    r"(?P<code>T\.[ƯW]|CT\.UBND|(?:UBTV)?QH ?\d{1,2}|(?i:ttg|ttri?|ctr|tw|tư)(?![^\W_])|QĐi|Qy[ĐD]"
    r"|[A-ZĐƯ][A-ZĐƯ&]{0,15}\d{0,2})"
    r"(?=[^\w]|_|$|(?:về|của|ngày|và|năm|do|ban|có|quy|sửa|thay)\b)"
)
_SPELT_OUT = re.compile(r"\s*(?:(?:số|so|no\.?)\s*:?\s*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its symbol at [start, end) of a text in standard spelling."""

    start: int
    end: int
    number: str  # without leading zeros, letter small: "12", "30a", "66.25"
    year: str | None
    symbol: Symbol


def normal_form(text: str) -> str | None:
    """The one spelling of the document number that `text` is: "12/ct-tw" -> "12-CT/TW", "02/2012/ND-CP" -> …

    Separators, case, accents and leading zeros don't count.  None where `text` is anything but one full number;
    in small letters its codes must be known.
    """
    if len(text) > 100:
        return None
    clean = standard(compose(text).text).strip()
    start = _SPELT_OUT.match(clean).end()  # type: ignore[union-attr]  # it matches the empty string
    for spelling in (clean, clean.upper()):
        found = read(spelling, start)
        if found and found.end == len(spelling) and (found.symbol.sure or spelling == clean):
            return spell(number=found.number, year=found.year, symbol=found.symbol.text)
    return None


def spell(*, number: str, year: str | None, symbol: str) -> str:
    """Party "12-CT/TW", State "12/2012/NĐ-CP", "303/NQ-LHHN-ĐCT", Assembly "45/2013/QH13"."""
    if "/" in symbol:
        return f"{number}-{symbol}"
    return "/".join(part for part in (number, year, symbol) if part)


def read(text: str, start: int) -> Number | None:
    """The document number that begins at `start` of a text in standard spelling, as far as it goes."""
    number = _NUMBER.match(text, start)
    if number is None:
        return None
    codes: list[str] = []
    wide = True
    end = number.end()
    while len(codes) < MAX_CODES and (found := _CODE.match(text, end)):
        gap, code = found["gap"], found["code"].replace(" ", "")
        if not _joins(gap, code, first=not codes, wide=wide):
            break
        wide = wide and gap[:1].isspace()
        codes.append(code)
        end = found.end()
    symbol = parse(tuple(codes))
    if symbol is None:
        return None
    return Number(start, end, bare(number["number"]), number["year"], symbol)


def _joins(gap: str, code: str, *, first: bool, wide: bool) -> bool:
    """Whether `code` goes on with the number after `gap`.

    A tight separator joins anything, and a spaced one where all before were spaced too ("743 / SYT - NV").
    Otherwise the code must be known: a type's at first, a body's later; then even a space will do.
    """
    separator = gap.strip(" \n")
    if separator and (gap == separator or wide):
        return True
    return bool(gap or first) and _known(code, first=first)


def _known(code: str, *, first: bool) -> bool:
    words = vocabulary()
    meant = words.code(code, first=first)
    return (
        (meant in words.abbreviations or meant[:-2] in words.abbreviations) if first else bool(words.body(meant))
    )


def bare(number: str) -> str:
    """Without leading zeros, the letter small."""
    rest = number.lstrip("0").lower()
    return rest if rest[:1].isdigit() else f"0{rest}"
