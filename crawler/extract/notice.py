"""What a page says of itself and its blocks in; whether it only tells why it shows no article out."""

import re
from collections.abc import Iterable, Sequence

from crawler.extract.blocks import Block

SHORT_PAGE = 300  # characters of prose behind the title; a page that says why it is empty says little else
HEADINGS = 20  # headings in which the notice may stand
TEASER = 800  # characters; what is shown to all of an article that is shown to members: two or three paragraphs
NEAR = 4  # blocks behind the last prose in which the notice that cuts it short stands
LONGEST = 300  # characters of a notice
_THING = r"(?:trang|bài viết|bài báo|nội dung|đường dẫn|liên kết|địa chỉ|tài liệu|chuyên mục)"
_MISSING = r"(?:tồn tại|tìm thấy|còn\b|hợp lệ|có sẵn|khả dụng|truy cập được)"
_GONE = re.compile(
    rf"{_THING}\b.{{0,60}}\b(?:không|chưa)\s+{_MISSING}"
    rf"|{_THING}\b.{{0,60}}\bđã (?:bị |được )?(?:xóa|xoá|gỡ|di chuyển|thay đổi địa chỉ)"
    rf"|không (?:tìm thấy|tìm được) {_THING}\b|không thể (?:hiển thị|truy cập|mở|tải) {_THING}\b"
    r"|\b(?:page|article|file|resource|content|document)\b.{0,40}\b(?:not found|no longer|cannot be found)"
    r"|\b(?:lỗi|error|http|status)\s*:?\s*(?:404|403|410|50\d)\b|^\W*(?:404|403|410|50\d)\b"
    r"|\baccess (?:is )?(?:denied|forbidden)|^\W*(?:not found|forbidden)\W*$|truy cập bị (?:từ chối|chặn)",
    re.IGNORECASE,
)
_FAULT = re.compile(
    r"(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|runtime error"
    r"|database (?:connection|error)|lỗi (?:kết nối|máy chủ|cơ sở dữ liệu|không xác định)"
    r"|(?:đã|có) (?:xảy ra )?lỗi\b"
    r"|(?:website|trang|hệ thống|máy chủ)\b.{0,40}\b(?:bảo trì|nâng cấp|tạm dừng|tạm ngừng|quá tải|gián đoạn)"
    r"|under (?:maintenance|construction)|(?:account|tài khoản|tên miền|domain)\b.{0,40}\b(?:suspended|hết hạn)"
    r"|checking (?:if the site|your browser)|just a moment|attention required"
    r"|verify (?:that )?you are (?:a )?human"
    r"|xác (?:nhận|minh|thực).{0,30}(?:không phải là|là) (?:robot|người máy|con người)"
    r"|(?:enable|bật|kích hoạt)\b.{0,20}\bjavascript|^\W*index of /|không có (?:kết quả|dữ liệu)",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\W*(?:đăng nhập|đăng ký|log ?in|sign ?in)(?:\s+(?:hệ thống|tài khoản|thành viên))?\W*", re.IGNORECASE
)
# What keeps the rest of an article back; the notices under it that ask for a login to comment are others.
_WALL = re.compile(
    r"(?:đăng nhập|đăng ký|nâng cấp|trả phí|mua gói|mua bài|mua báo|thuê bao|subscribe|sign in|log in)\b.{0,80}"
    r"\b(?:để|to)\s+(?:được\s+)?(?:tiếp tục|đọc|xem|truy cập|continue|read|view|access)\b"
    r"|(?:bài viết|bài báo|nội dung|chuyên mục|tài liệu|phần tiếp theo)\b.{0,40}\b(?:dành|chỉ)\b.{0,20}"
    r"\b(?:cho|với)\b.{0,30}(?:hội viên|thành viên|thuê bao|trả phí|đã đăng nhập|đã đăng ký|vip|premium)"
    r"|để (?:đọc|xem) (?:tiếp|toàn bộ|đầy đủ|hết)\b.{0,60}\b(?:đăng nhập|đăng ký|mua|trả phí)"
    r"|(?:this|the) (?:article|content|story) is (?:for|available to) (?:subscribers|members)",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"bình luận|ý kiến|phản hồi|nhận xét|comment|theo dõi|lưu (?:tin|bài)", re.IGNORECASE)


def says_error(titles: Iterable[str], blocks: Sequence[Block], *, told: bool) -> bool:
    """Whether the page says, where it says little else, that there is nothing here: gone, maintenance, a fault.

    News of faults is news: a page that gives its time of publication (`told`) must say that it is gone.
    """
    signs = (_GONE,) if told else (_GONE, _FAULT)
    headings = [block.text for block in blocks if block.is_heading or block.bold > 0.8][:HEADINGS]
    text = [block.text for block in blocks if not block.is_link]
    said = (*titles, *headings, *(text if sum(map(len, text)) < SHORT_PAGE else ()))
    return any(sign.search(one) for sign in signs for one in said)


def asks_login(titles: Iterable[str], blocks: Sequence[Block]) -> bool:
    """Whether the page is the form by which one logs in."""
    headings = (block.text for block in blocks[:HEADINGS] if block.is_heading)
    return any(_LOGIN.fullmatch(text) for text in (*titles, *headings))


def cuts_short(blocks: Sequence[Block], *, prose: Sequence[int]) -> bool:
    """Whether a notice close behind the prose (numbers of blocks) keeps back the rest: "Đăng nhập để đọc tiếp".

    What has prose behind it keeps nothing back: it is the article's own talk of logging in.
    """
    behind = blocks[prose[-1] + 1 :][:NEAR] if prose else blocks
    return any(is_wall(block.text) for block in behind)


def is_wall(text: str) -> bool:
    return len(text) <= LONGEST and _WALL.search(text) is not None and not _COMMENT.search(text)
