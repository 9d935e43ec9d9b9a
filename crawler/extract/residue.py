"""A line in, whether it belongs to the page and not to the article out: buttons, notices, headings of boxes."""

import re
from functools import cache

from crawler.extract.words import entries
from crawler.letters import fold

LONGEST = 80  # characters; a longer line is never looked up
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_PATTERNS = re.compile(
    r"[\d.,]+\s*(?:lượt xem|lượt đọc|bình luận|bình chọn|thích|chia sẻ)"  # 1387 Lượt xem
    r"|(?:trang chủ|trang nhất)(?:\s*[›»>/|]|\s+\S).{0,80}"  # a breadcrumb
    r"|(?:left|center|right|del|justify|edit){2,}"  # a picture's toolbar
    r"|(?:để (?:sử dụng|xem|đọc) |vui lòng |bạn cần |hãy ).{0,80}đăng (?:nhập|ký).{0,60}"  # login notices
    r"|\(?\s*[\d.,]+\s*bình chọn.{0,20}\)?"
    r"|\W*(?:kính )?mời (?:quý |các )?(?:bạn|độc giả|vị)\b.{0,20}\b(?:vào|xem|đón|truy cập)\b.{0,130}"
    r"|(?:nguồn|theo)\s*:",
    re.IGNORECASE,
)


def is_residue(line: str) -> bool:
    """Whether the whole line is one that systems print around articles: "Video đang HOT", "In bài viết", "aa"."""
    if len(line) > 2 * LONGEST:
        return False
    mark = _EDGES.sub("", fold(line))
    if not mark:
        return not any(map(str.isdigit, line))  # a figure may be a table's cell
    if mark in _lines() or _PATTERNS.fullmatch(line.strip()):
        return True
    return "|" in line and all(_EDGES.sub("", fold(part)) in _lines() for part in line.split("|"))


def opens_others(line: str) -> bool:
    """Whether the line heads a box of other articles: "Tin liên quan", "Đọc nhiều"."""
    return len(line) <= LONGEST and _EDGES.sub("", fold(line)) in _boxes()


@cache
def _lines() -> frozenset[str]:
    return frozenset(map(fold, entries("residue"))) | _boxes()


@cache
def _boxes() -> frozenset[str]:
    return frozenset(map(fold, entries("boxes")))
