"""The offices of a text in, those that stand one after the other together out."""

import re
from collections.abc import Iterator, Sequence

from nlp.offices.post import Post

_BETWEEN = re.compile(
    r" ?(?:,|-|\(|,? kiêm(?: nhiệm)?|,? và|,? đồng thời là|,? cùng là|/) ?"
    r"(?:(?:hiện|nay|hiện nay|cũng|vừa) là |(?:hiện |hiện nay |nay )?(?:kiêm |là |giữ chức )?)?"
)
_ON_BEHALF = re.compile(
    r"(?:thay mặt(?: cho)?|đại diện(?: cho)?|uỷ quyền(?: của)?|thay|đáp lời"
    r"|(?:lời mời|đề nghị|chỉ đạo|phân công|giới thiệu|thông báo|yêu cầu|kết luận|ý kiến|uỷ nhiệm|chủ trì)"
    r" của) \Z",
    re.IGNORECASE,
)
_REACH = 40  # letters before an office that are looked at


def _is_abbreviation(text: str, post: Post) -> bool:
    """As in "đoàn Đại biểu Quốc hội (ĐBQH)"."""
    return text[post.start - 1 : post.start] == "(" and text[post.end : post.end + 1] == ")"


def is_on_behalf(text: str, post: Post) -> bool:
    """Whether who is named next does not hold the office: "Thay mặt | Thủ tướng, Phó Thủ tướng A"."""
    return _ON_BEHALF.search(text, max(0, post.start - _REACH), post.start) is not None


def rows(text: str, posts: Sequence[Post]) -> Iterator[tuple[Post, ...]]:
    """One row is "Uỷ viên Bộ Chính trị, Bí thư Thành uỷ"; a plural title is one alone."""
    row: list[Post] = []
    for one in posts:
        if row and not _goes_on(text, row[-1], one):
            yield tuple(row)
            row = []
        row.append(one)
    if row:
        yield tuple(row)


def _goes_on(text: str, one: Post, other: Post) -> bool:
    if one.title.several or other.title.several or "deputy" in (one.title.kind, other.title.kind):
        return False
    if is_on_behalf(text, one) or _is_abbreviation(text, other):
        return False
    return any(_BETWEEN.fullmatch(text, at, other.start) for at in (one.end, one.reach))
