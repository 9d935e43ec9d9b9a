"""Names that heads of official texts print in capitals in, the same as people write them out."""

import re
from collections.abc import Sequence

from crawler.extract.blocks import key

REACH = 60  # lines in which a text says its own name again: "Quốc hội ban hành Bộ luật Hình sự."
_WORD = re.compile(r"[^\W\d_]+")
_LEVELS = re.compile(
    r"\b(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã(?!\s+hội)|phường|đặc khu)\s", re.IGNORECASE
)
_HEADED = re.compile(r"\b(?:bộ|(?<!ủy )(?<!uỷ )ban|sở|cục|vụ|đoàn|học viện)\s$", re.IGNORECASE)
_PARTED = re.compile(r"(?:\s-\s|,\s|\svà\s)$", re.IGNORECASE)  # "Bộ Lao động - Thương binh và Xã hội"
_JOINT = frozenset(("bộ", "tòa", "toà", "viện", "ban", "ủy", "uỷ", "tổng", "ngân"))  # the next of several bodies
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị|xã|phường)\s[uủ][ỷy]\s", re.IGNORECASE)
_PROPER = re.compile(
    r"mặt trận|công an(?= trung ương)|[uủ][ỷy] ban(?= trung ương)"
    r"|việt nam|trung ương|nhà nước|chính phủ|quốc hội|công thương|tổ quốc|hồ chí minh|hà nội|đảng|thường vụ"
    r"|bí thư|thẩm phán|tối cao(?!\s\w)",
    re.IGNORECASE,
)
_PHRASES = {
    "hồ chí minh": "Hồ Chí Minh", "việt nam": "Việt Nam", "hà nội": "Hà Nội", "công thương": "Công Thương",
    "tối cao": "tối cao",
}  # fmt: skip


def in_letters(name: str) -> str:
    """The name of a body: "ỦY BAN NHÂN DÂN TỈNH NAM ĐỊNH" is "Ủy ban nhân dân tỉnh Nam Định".

    What is not all in capitals is given back as it is; tone marks stay where they are printed.
    """
    if not name.isupper():
        return name
    if found := _COMMITTEE.match(name):
        return found[0].capitalize() + _places(name[found.end() :])
    body, levels = name, ""
    if found := _LEVELS.search(name):
        body, levels = name[: found.start()], name[found.start() :]
    return _body(body) + _places(levels)


def _body(name: str) -> str:
    ministry = name.lower().startswith(("bộ ", "sở "))
    words = _WORD.sub(lambda word: _word(name, word, parted=ministry), name)
    return _PROPER.sub(lambda one: _PHRASES.get(one[0].lower(), one[0][0].upper() + one[0][1:].lower()), words)


def _word(name: str, word: re.Match[str], *, parted: bool) -> str:
    before = name[: word.start()]
    opens = not before or _HEADED.search(before) or (parted and _PARTED.search(before))
    opens = opens or (before.endswith(" - ") and word[0].lower() in _JOINT)
    return word[0].capitalize() if opens else word[0].lower()


def _places(levels: str) -> str:
    """Words of levels small, of names with a capital: "thành phố Hồ Chí Minh"."""
    named = _WORD.sub(lambda word: word[0].capitalize(), levels)
    return _LEVELS.sub(lambda level: level[0].lower(), named)


def found_in(lines: Sequence[str], words: str) -> str | None:
    """Words printed in capitals as the text itself writes them further down; None where it doesn't."""
    mark = key(words)
    for line in lines[:REACH]:
        if len(line) < 2000 and not line.isupper() and (at := key(line).find(mark)) >= 0:
            return _stretch(line, at, len(mark))
    return None


def _stretch(line: str, start: int, count: int) -> str:
    """The `count` letters and digits of the line from letter number `start` on, with what stands between."""
    places = [at for at, letter in enumerate(line) for _ in key(letter)]
    return line[places[start] : places[start + count - 1] + 1]
