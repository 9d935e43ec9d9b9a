"""A line as a reader of scans gives it in, the same without the slips that heads of official texts show, out.

Only what can be nothing else is mended: names that stand alone in capitals, symbols of numbers, days.
"""

import re

from crawler.extract.header import TYPES
from crawler.letters import fold

_NAMES = {
    fold(name): name.upper()
    for name in (*TYPES, "Cộng hòa xã hội chủ nghĩa Việt Nam", "Đảng Cộng sản Việt Nam", "Chính phủ", "Quốc hội")
}
_MINISTRY = re.compile(r"^BÔ (?=[A-ZĐÀ-Ỹ]{1,7}\b)")
_ENDINGS = re.compile(r"[\s:.]*$")
_SYMBOL = re.compile(r"(?<=/)(QD|ND|HD|CD)(?=\s?[-–])")  # QĐ, NĐ …: no symbol of a type has a D there
_APART = re.compile(r"(?<=\d/)([A-ZĐ]{2,8})\s?-\s?(?=[A-ZĐ]{2})")
_GLUED = re.compile(r"\b(ngày|tháng|năm)(?=\d)", re.IGNORECASE)
_DAY = re.compile(r"(?<=\bngày )(\S{1,2})(?= tháng )|(?<=\btháng )(\S{1,2})(?= năm )", re.IGNORECASE)
_DIGITS = str.maketrans({"l": "1", "I": "1", "Ì": "1", "ì": "1", "í": "1", "|": "1", "i": "1", "O": "0", "o": "0"})


def mend(line: str) -> str:
    """`line` mended: "QUYÉT ĐỊNH" -> "QUYẾT ĐỊNH", "tháng lÌ năm" -> "tháng 11 năm"."""
    end = _ENDINGS.search(line)
    stem = line[: end.start()] if end else line
    if stem.isupper() and (name := _NAMES.get(fold(stem))):
        return name + line[len(stem) :]
    line = _MINISTRY.sub("BỘ ", line)
    line = _SYMBOL.sub(lambda found: found[0].replace("D", "Đ"), line)
    line = _GLUED.sub(r"\1 ", _APART.sub(r"\1-", line))
    return _DAY.sub(_as_digits, line)


def _as_digits(found: re.Match[str]) -> str:
    digits = found[0].translate(_DIGITS)
    return digits if digits.isdigit() else found[0]
