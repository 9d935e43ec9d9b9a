"""A line of an official text in, the unit that it opens out: a chapter, an article, a clause, a point …"""

import re
from dataclasses import dataclass

from nlp.directives.ordinal import ordinal

# From big to small; "mục" is also what Party documents number I, II, III, "khoản" what they number 1, 1.1.
LEVELS = ("phụ lục", "phần", "chương", "mục", "tiểu mục", "điều", "khoản", "điểm", "gạch đầu dòng", "dấu cộng")
_EDGE = r"[*_ ]{0,4}"  # of bold letters, as some programs write them
_GLUED = r"(?:\[\d{1,3}\]|\d{1,3}(?=\s))?"  # of a footnote, to what it belongs to
_NOTE = r"(?:\[\d{1,3}\]|\d{1,3}(?=\s+[^\W\d_a-zà-ỹđ“]))?"
_SPELT = r"(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)(?:\s(?:một|hai|ba))?(?!\w)"
_NAMED = re.compile(
    rf"{_EDGE}(?P<level>phần|chương|tiểu mục|mục|điều)\s{{1,3}}(?:thứ\s{{1,3}})?"
    rf"(?P<number>\d{{1,4}}[a-zđ]?|[ivxlc]{{1,7}}|{_SPELT}|[a-h])"
    rf"(?P<mark>[*_]{{0,3}}\s?[.:]|\s?[–-](?=\s)|(?=\s|\[|\*|\Z)){_GLUED}[*_]{{0,3}}\s{{0,9}}(?P<rest>.*)",
    re.IGNORECASE,
)
_ANNEX = re.compile(
    rf"{_EDGE}(?P<level>phụ lục)"
    r"(?:\s{1,3}(?:số\s{1,3})?(?P<number>\d{1,3}[a-zđ]?|[IVXLC]{1,7}|[A-Z](?:\d{1,2})?)(?!\w))?"
    rf"(?P<mark>\s?[.:–-]|(?=\s|\Z)){_GLUED}\s{{0,9}}(?P<rest>.*)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_CAPITALS = "ABCDEFGHIJK"
_POINTS = "abcdđeghiklmnopqrstuvxy"
_SPACES = r"\s{1,9}"
_BARE = tuple(
    (level, re.compile(rf"{_EDGE}{form}"))
    for level, form in (
        ("mục", r"(?P<number>[IVX]{1,6})\s?[.–-]{1,2}\s{0,3}[*_]{0,3}(?P<rest>[^\W\d_].*)"),
        ("phần", r"(?P<number>[A-HK])\s?[.–-]\s{1,3}(?P<rest>[A-ZĐÀ-Ỹ].*)"),
        ("khoản", rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{1,3}})\.?{_SPACES}(?P<rest>\S.*)"),
        ("khoản", rf"(?P<number>\d{{1,3}}[a-zđ]?)(?:\.{_NOTE}|[-–]){_SPACES}(?P<rest>\S.*)"),
        ("điểm", rf"(?P<number>[a-zđ]{{1,2}}(?:\.\d{{1,2}})?)\)\.?{_NOTE}{_SPACES}(?P<rest>\S.*)"),
        ("gạch đầu dòng", r"[–-]\s{0,3}(?P<rest>[^\W\d_].*)"),
        ("dấu cộng", r"\+\s{0,3}(?P<rest>[^\W\d_].*)"),
    )
)
_LONGEST = 4000  # letters of a line that are looked at
_SENTENCE = re.compile(r"(?:của|và|hoặc|tại|này|ban hành|quy định|Chương|Mục|Điều|Luật|Nghị|Phần)\b")


@dataclass(frozen=True, slots=True)
class Unit:
    """`at` is where the words behind the number begin in the line."""

    level: str
    number: str  # as printed: "5a", "II", "1.1", "đ"; "" where none
    value: int  # of its last part, to compare with the one before it; 0 where there is no number
    rest: str
    at: int
    named: bool = False  # by its word: "Mục 1", not "I."

    @property
    def rank(self) -> tuple[int, int]:
        """Smaller for what holds the other."""
        return LEVELS.index(self.level), self.number.count(".")


def unit_of(line: str) -> Unit | None:
    """None for a line that opens none.  Whether it does open one is for the lines around it to say."""
    line = line[:_LONGEST]
    if found := _NAMED.match(line) or _ANNEX.match(line):
        level = found["level"].lower()
        return _unit(level, found, named=True) if found["mark"] or _stands_alone(level, found["rest"]) else None
    return next(
        (unit for level, form in _BARE if (found := form.match(line)) and (unit := _unit(level, found))), None
    )


def _unit(level: str, found: re.Match[str], *, named: bool = False) -> Unit | None:
    number = found.groupdict().get("number") or ""
    value = _value(level, number)
    if value is None:
        return None
    return Unit(level, number, value, found["rest"].strip(" *_"), found.start("rest"), named)


def _stands_alone(level: str, rest: str) -> bool:
    """Whether what follows a number without a mark is a heading: nothing, capitals, a name behind "Chương I"."""
    if not rest or level == "điều":
        return not rest or rest.isupper()
    return not _SENTENCE.match(rest) and (rest[0].isupper() or rest[0] in '([“"')


def _value(level: str, number: str) -> int | None:
    """Letters by the alphabet of points, in which đ follows d.  None for what is no number."""
    last = number.rsplit(".", 1)[-1]
    if digits := _DIGITS.match(last):
        return int(digits[0])
    if level == "điểm":
        return int("".join(f"{_POINTS.find(letter) + 1:02}" for letter in last) or 0)
    if not last:
        return 0
    return ordinal(last) or (_CAPITALS.find(last.upper()) + 1 if len(last) == 1 else 0) or None
