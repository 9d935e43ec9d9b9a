"""The words between a name and its verb, or between a title and its name, in; whether they may stand there out."""

import re

from nlp.quotes.view import LOC, ORG, PER

_ASIDE = re.compile(
    r"(?=[\s,(-])(?!.*(?:không|chưa)\b)[\s,-]*(?:\([^()\n]{1,90}\)[\s,-]*)?"
    r"(?:(?:tại|trong|khi|sau khi|hôm|sáng|chiều|tối|trưa|ngày|trao đổi|trả lời|phát biểu|nói|thay mặt|đại diện|"
    r"kết luận|chủ trì|khai mạc|bế mạc|người|thuộc|đến từ|công tác|làm việc|của|\d+ tuổi|sinh năm|ngụ|trú|quê)\s"
    rf"[^.;:\n{PER}]{{1,120}})?[\s,-]*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:]|\b(?:đã|sẽ|là|được|bị|rằng|dự|có|vào|đến|tới|cùng|nghe|trao|tặng|thăm|gặp|đang|khi|do|thì|chủ trì|"
    r"cho biết|cho hay|nói|phát biểu|khẳng định|nhấn mạnh)\b"
)
_MORE = re.compile(r"(?: [^\s,()-]{1,12}){1,9}[\s,)-]*")
_PLACES = re.compile(rf"(?:,? \(?(?:huyện |tỉnh |quận |thành phố |xã |thị xã )?(?:{ORG}+|{LOC}+)\)?)+,? ?$")
_PLACES_FAR = 120


def is_aside(words: str) -> bool:
    """Whether they say but when, where or to whom it was said, or where the person belongs."""
    return _ASIDE.fullmatch(words) is not None


def is_clause(words: str) -> bool:
    """Whether they do more than go on with a title."""
    return _CLAUSE.search(words) is not None


def goes_on(words: str) -> bool:
    """Whether they are small words that end a title: "chuyên gia | kinh tế"."""
    return _MORE.fullmatch(words) is not None


def before_places(masked: str, end: int, *, least: int) -> int | None:
    """Where the places begin that end at `end`: "Chủ tịch UBND xã Thái Sơn|, huyện Bảo Lâm (Cao Bằng)"."""
    if masked[end - 3 : end].strip(" ,)")[-1:] not in (ORG, LOC):
        return None
    found = _PLACES.search(masked, max(least, end - _PLACES_FAR), end)
    return found.start() if found else None
