"""Where a body's name begins in, where it begins without the "thường trực" of somebody's office out."""

import re

_STANDING = re.compile(r"[Tt]hường (?:trực|vụ) (?=\w)")
_BAN_STANDING = re.compile(r"[Bb]an [Tt]hường trực (?=\w)")
_OFFICE = re.compile(r"(?i:phó|trưởng|ban|thư|viên|tịch|nhiệm|đốc) \Z")
_HEAD = re.compile(r"[Tt]rưởng \Z")
_SECRETARY = re.compile(r"Ban Bí thư")  # whose standing member is one man
_LOOK = 12


def after_standing(text: str, start: int) -> int:
    """In "Bí thư Thường trực | Thành uỷ", "Phó Trưởng ban Thường trực | Ban Dân vận", "Thường trực | Ban Bí thư".

    Elsewhere "Thường trực Tỉnh uỷ" and "Ban Thường trực" are bodies themselves.
    """
    before = max(0, start - _LOOK)
    if found := _BAN_STANDING.match(text, start):
        return found.end() if _HEAD.search(text, before, start) else start
    found = _STANDING.match(text, start)
    if found is None:
        return start
    office = _OFFICE.search(text, before, start) or _SECRETARY.match(text, found.end())
    return found.end() if office else start
