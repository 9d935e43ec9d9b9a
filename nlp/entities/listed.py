"""A text in, the bodies and places that the gazetteer lists and that are meant as names there out."""

import re
from collections.abc import Iterator

from nlp.entities.context import context, is_vietnamese, phrases_before
from nlp.entities.gazetteer import Name, gazetteer
from nlp.entities.mention import Mention
from nlp.entities.places import part_start, town_start
from nlp.entities.runs import SYLLABLE
from nlp.entities.standing import after_standing

_BEFORE = re.compile(rf"(?:\A|\W)({SYLLABLE}) \Z")
_AFTER = re.compile(rf" ({SYLLABLE})(?!\w)")
_NEXT = re.compile(r" (\w+)")
_OPENS = re.compile(r"(?:\A|[.!?:…\n\"“”(*•-])[ \n]*\Z")
_SPLIT = re.compile(r"(?<!\w)(?:Chi|Tổng|Đại|Đảng|Tiểu|Cơ|Phân|Toàn|Cán) \Z")  # "Chi | cục Kiểm lâm"
# What follows tells that no body is meant: "Tỉnh uỷ | viên", "UBND quận | , huyện", "Lenovo | K900".
_MEMBER = re.compile(r" viên\b")
_CLASSES = re.compile(r"(?:quận|huyện|xã|phường|tỉnh), (?:huyện|quận|xã|phường|thị trấn|thị xã|thành phố)\b")
_CODE = re.compile(r" [A-Z]{0,4}\d")
_GOODS = re.compile(
    r"(?:chiếc|xe|ô tô|mang hiệu|tivi|TV|điện thoại|máy ảnh|máy bay|laptop|bộ (?:vi )?xử lý|smartphone) \Z"
)
_LOOK = 24  # letters on each side of a name


def listed(text: str) -> Iterator[Mention]:
    """Mentions in a text in standard spelling, in its order and without overlaps."""
    small = text.islower()
    for start, end, name in gazetteer().find(text):
        if not _is_name(text[start:end], name, small=small):
            continue
        if name.type == "ORG" and _is_other(text, start, end):
            continue
        if text[start].islower() and _SPLIT.search(text, max(0, start - 8), start):
            continue
        if _stands(text, start, end) if name.short else name.type != "LOC" or not _is_persons(text, start):
            yield _mention(text, start, end, name=name)


def _mention(text: str, start: int, end: int, *, name: Name) -> Mention:
    """With what stands before the listed name and belongs to it: "TP | Huế", "Đảng uỷ | Bộ Nội vụ".

    Without the "thường trực" that is part of an office: "Phó Bí thư Thường trực | Thành uỷ".
    """
    if (body := after_standing(text, start)) > start:
        return Mention(body, end, name.type, "gazetteer", 0.9, name.canonical[body - start :])
    whole = start
    if name.type == "LOC":
        whole = town_start(text, start) or start
    elif name.type == "ORG":
        whole = part_start(text, start)
    canonical = name.canonical if name.type == "LOC" else text[whole:start] + name.canonical
    return Mention(whole, end, name.type, "gazetteer", 0.8 if name.short else 0.95, canonical)


def _is_name(printed: str, name: Name, *, small: bool) -> bool:
    """Whether the capitals are right: the first, every letter of an abbreviation, and a third of all.

    The first of a body may be small where another is not ("Trưởng ban Dân vận Trung ương").  Where everything is
    in capitals, or the whole text in small letters, names of several syllables count.
    """
    alias = name.alias
    if printed == alias or alias in context().words_too:
        return printed == alias
    if printed.isupper() or (small and printed.islower()):
        return " " in alias and not alias.isupper()
    capitals = [at for at, letter in enumerate(alias) if letter.isupper()]
    kept = sum(printed[at].isupper() for at in capitals)
    if any(alias[at + 1 : at + 2].isupper() and not printed[at : at + 2].isupper() for at in capitals):
        return False
    if name.type == "LOC" and printed[0].islower() and alias[0].isupper():
        return False
    return kept == len(capitals) if alias.count(" ") < 2 else kept > 0 and 3 * kept >= len(capitals)


def _is_other(text: str, start: int, end: int) -> bool:
    """Whether a member, a class of bodies or goods are meant and not the listed body."""
    if _MEMBER.match(text, end) and text[end - 2 : end] == "uỷ":
        return True
    if _CLASSES.match(text, text.rfind(" ", start, end) + 1):
        return True
    if " " in text[start:end]:
        return False
    return _CODE.match(text, end) is not None or _GOODS.search(text, max(0, start - _LOOK), start) is not None


def _is_persons(text: str, start: int) -> bool:
    """Whether a place's name is part of a person's: "Trần Bình Dương", "ông Thái Bình"."""
    before = _BEFORE.search(text[max(0, start - _LOOK) : start])
    if before:
        return before[1] in context().common_surnames
    return any(phrase in context().address for phrase in phrases_before(text, start))


def _stands(text: str, start: int, end: int) -> bool:
    """Whether "Anh", "Mỹ" … is a country here: no part of a name, no other word."""
    words = context()
    before, after = text[max(0, start - _LOOK) : start], text[end : end + _LOOK]
    if any(
        phrase in words.address or phrase in words.not_before_countries for phrase in phrases_before(text, start)
    ):
        return False
    following = _NEXT.match(after)
    if following and following[1] in words.after_no_country:
        return False
    if _OPENS.search(before) and text[start:end] not in words.opening_countries:
        return False
    name = _AFTER.match(after)
    if name and is_vietnamese(name[1]) and name[1] not in words.surnames:
        return False
    previous = _BEFORE.search(before)
    return previous is None or previous[1].lower() in words.before_countries
