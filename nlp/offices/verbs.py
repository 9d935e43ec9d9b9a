"""Offices of which a verb says who gets, holds or loses them in, that person out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.document import Entity
from nlp.offices.names import Names
from nlp.offices.post import Post

REACH = 160  # letters between a person and the office that a verb gives
_LIFE = 400  # where the sentence says "ông" or "bà"
_SETTING = 40  # letters before a name or an office that are looked at
_HOLDS = re.compile(
    r"(?:làm|trở thành|(?:tái )?đắc cử|nhậm chức|được bầu là|được bổ nhiệm(?: chức(?: vụ| danh)?)?"
    r"|nhận (?:nhiệm vụ|chức)(?: vụ)?|vào (?:chức|cương vị|vị trí)(?: vụ)?|trúng cử(?: chức(?: vụ| danh)?)?"
    r"|(?:giữ|đảm nhiệm|đảm nhận|đảm đương|tiếp nhận|trải qua|kinh qua)"
    r"(?:(?: các| nhiều)?(?: chức| cương vị| trọng trách| vị trí| vai trò| nhiệm vụ)(?: vụ| danh)?"
    r"(?:[^.;:\n]{0,60}(?:,? như|,? gồm|:|là))?)?) ?\Z",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?<!\w)(?:được|bầu|bổ nhiệm|điều động|phân công|cử|chỉ định|tín nhiệm|nay|hiện|từng|đã|đang|còn|tiếp tục|vừa"
    r"|chính thức|nhất trí|luân chuyển|giao|phê chuẩn)(?!\w)|\A[^,]{0,14}\Z",
    re.IGNORECASE,
)
_LOSES = re.compile(
    r"(?<!\w)(?:(?:cho |xin )?thôi|miễn nhiệm|bãi nhiệm|miễn|từ|rời|cách|không còn|hết|mất|từ bỏ)"
    r"(?: giữ| làm| đảm nhiệm| khỏi)?(?: chức vụ| chức danh| chức| cương vị| ghế| vị trí| nhiệm vụ)? \Z",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"(?<!\w)(?:từng|nguyên|trước đây|trước đó|kinh qua|trải qua"
    r"|đã (?:giữ|đảm nhiệm|đảm nhận) (?:các|nhiều))(?!\w)",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?<!\w)(?:giới thiệu|đề cử|ứng cử|ứng viên|quy hoạch|dự kiến|đề nghị|đề xuất|tranh cử|để bầu|sẽ|muốn|mong"
    r"|nếu|chạy đua|xem xét|không|chưa)(?!\w)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\s?(?:[^,;.\n]{0,30}[ ,])?(?:ông|bà|đồng chí)(?: này| ấy)?"
    r" (?:còn|đã|được|từng|hiện|đang|cũng|giữ|là|nguyên)\b",
    re.IGNORECASE,
)
_CONFERRED = re.compile(
    r"(?:chức|chức vụ|chức danh|cương vị|bổ nhiệm|quyết định|bầu|miễn nhiệm) \Z", re.IGNORECASE
)
_DISMISSED = re.compile(r"(?:miễn nhiệm|bãi nhiệm|thôi|cách|thay|thay cho|thay thế)[^.;\n]{0,20}\Z", re.IGNORECASE)
_STOP = re.compile(r".*[.;\n]", re.DOTALL)
_NEXT = re.compile(r" ?[.;,]? (?:và )?(?:(?:hiện nay|hiện|nay) là )?")
_NOW = re.compile(r"(?<!\w)(?:hiện nay|hiện|nay)(?: đang)?(?: là| giữ chức| làm) \Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    person: Entity
    former: bool


def given(text: str, first: Post, names: Names) -> Given | None:
    """By a verb between a person and the first office of a row: "bầu ông A giữ chức | Chủ tịch"."""
    person = names.person_before(first.start)
    if not person or first.start - person.end > _LIFE:
        return None
    between = text[person.end : first.start]
    if stop := _STOP.match(between):
        between = between[stop.end() :]
        if not _PRONOUN.match(between):
            return None
    elif len(between) > REACH:
        return None
    said = text[max(0, person.start - _SETTING) : person.start].rpartition(".")[2] + between
    loses = _LOSES.search(between) is not None
    if _PLANNED.search(said) or not (loses or (_HOLDS.search(between) and _MADE.search(said))):
        return None
    return Given(person, former=loses or _ONCE.search(between) is not None)


def is_conferred(text: str, first: Post) -> bool:
    """Whether the words before the row say that it is given to somebody, or taken from him."""
    return _CONFERRED.search(text, max(0, first.start - _SETTING), first.start) is not None


def is_dismissed(text: str, first: Post) -> bool:
    window = text[max(0, first.start - 2 * _SETTING) : first.start]
    return _DISMISSED.search(window) is not None and not _PLANNED.search(window)


def is_held_now(text: str, post: Post) -> bool:
    return _NOW.search(text, max(0, post.start - _SETTING), post.start) is not None


def goes_on(text: str, last: Post, row: Sequence[Post]) -> bool:
    """Whether the row goes on with the offices of one life, after a full stop or a semicolon."""
    return any(_NEXT.fullmatch(text, at, row[0].start) for at in (last.end, last.reach))
