"""A story in, where things happen in it out: the words after "tại"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.events.story import Story, inside

MAX_PLACES = 200  # in a text
_REACH = 110  # letters of a place

_AT = re.compile(r"(?<!\w)(?:tại|(?<!nhà )(?<!chỗ )(?<!nơi )ở)\s(?=\S)")
# What is not a place, though it stands after "tại".
_NO_PLACE = re.compile(
    r"(?:hội nghị|đại hội|hội thảo|toạ đàm|phiên|kỳ họp|cuộc|buổi|lễ|sự kiện|diễn đàn|chương trình|đối thoại"
    r"|sinh viên|đây|đó|chỗ|các|những"
    r"|một số|nhiều|mỗi|hai|ba|\d{1,3} (?:điểm|tỉnh|nước|địa|huyện|xã|miền|khu|đầu)|điểm cầu|tờ trình|báo cáo"
    r"|nghị|quyết|điều|khoản|chức"
    r"|thời điểm|công văn|thông báo|văn bản|chỉ thị|kết luận|ngoại|địa phương|cơ sở|nước ngoài|nước|phần|trận"
    r"|giải|vòng"
    r"|việt nam\b|nơi|nhà riêng|đâu|khu vực|hiện trường|thị trường)(?!\w)"
)
# A place may begin with a small letter only with one of these.
_VENUE = re.compile(
    r"(?:di tích|công trường|bến|vườn|cửa khẩu|chợ|rạp|thư viện|trạm|đồn|tổng công ty|tập đoàn|ngân hàng|đại học"
    r"|hội trường|trụ sở|trung tâm|phòng|khách sạn|nhà (?!riêng)|nghĩa trang|chùa|đình|đền|phủ|cung|toà|sân"
    r"|quảng trường"
    r"|công viên|bảo tàng|khu |trường|học viện|viện|bệnh viện|thành phố|tp|thị xã|thị trấn|tỉnh|huyện|quận|xã"
    r"|phường|thôn"
    r"|thủ đô|đảo|quần đảo|tượng đài|đài|văn phòng|số \d|đường|phố|làng|bản|sở|bộ|ubnd|trại|cảng|nhà máy|công ty"
    r"|lăng|cầu|ga)"
    r"(?!\w)"
)
_END = re.compile(
    r"(?P<comma>,)|(?P<bracket>\()|[.;:…!?\n\"“”)]|\s[-–]\s(?![a-zđ]{0,2}[A-ZĐ])"
    r"|\b(?:đã|sẽ|vừa|đang|diễn ra|tổ chức|khai mạc|bế mạc|do|vào|ngày|với|sáng|chiều|tối|trưa|đêm|hôm|để|nhằm"
    r"|là|có|cho|từ|về"
    r"|trong|được|dưới|nhân|mở|bắt đầu|kết thúc|cùng|và|long trọng|trọng thể|phối hợp|tiếp|hội đàm|hội kiến"
    r"|làm việc|chủ trì"
    r"|hiện|thuộc|nơi|theo|bằng|khi|lúc|cũng|(?<!phòng )họp|ông|bà|đồng chí|xoay|mang tên|quy tụ|sắp|này|nhằm|mà"
    r"|nhưng)(?!\w)"
)
_SHORT = re.compile(r"(?<!\w)(?:tp|tx|tt|q|p|h|t)\Z")  # "TP. Đà Nẵng"
_WORD = re.compile(r"\s(?!của\b)\w")
_CAPITAL = re.compile(r"\b[A-ZĐ]")
_AFTER_OFFICE = re.compile(
    r"(?:đại sứ|lãnh sự|sứ quán|đại diện|thường trú|điều phối viên|giám đốc|trưởng đại diện"
    r"|quản lý bộ phận|trưởng phòng|giảng viên|bác sĩ)(?:(?!\b(?:đã|đến"
    r"|thăm|tiếp|vừa)\b)[^,.;]){0,60}\Z"
)


@dataclass(frozen=True, slots=True)
class Place:
    """[start, end) is the place; `at` is where the "tại" before it stands."""

    at: int
    start: int
    end: int


def places(story: Story) -> Iterator[Place]:
    """In the order of the text; the first `MAX_PLACES`."""
    count = last = 0
    for found in _AT.finditer(story.low):
        if count == MAX_PLACES:
            return
        if found.start() >= last and (place := _place(story, found)):
            count, last = count + 1, place.end
            yield place


def _place(story: Story, found: re.Match[str]) -> Place | None:
    low, start = story.low, found.end()
    if _NO_PLACE.match(low, start) or story.is_name(found.start()) or _is_office(story, found.start()):
        return None
    named = inside(story.places, start, start + 60) or inside(story.bodies, start, start + 60)
    opens = named and named[0].start <= start + 12
    if not (opens or story.text[start].isupper() or _VENUE.match(low, start)):
        return None
    end = _end(story, start, min(len(low), start + _REACH))
    if named and named[0].start == start and named[0].type == "LOC" and _WORD.match(low, named[0].end):
        end = end if _CAPITAL.search(story.text, named[0].end, end) else named[0].end
    while end > start and low[end - 1] in " ,-":
        end -= 1
    return Place(found.start(), start, end) if end > start else None


def _is_office(story: Story, at: int) -> bool:
    """Whether it is part of an office: "Đại sứ Nhật Bản tại Việt Nam"."""
    if story.is_office(at):
        return True
    return bool(_AFTER_OFFICE.search(story.low, max(0, at - 80), at))


def _end(story: Story, start: int, limit: int) -> int:
    low, at = story.low, start
    while found := _END.search(low, at, limit):
        at = found.end()
        if found.start() == start or (found.lastgroup is None and _is_named(story, found.start())):
            continue
        if found.lastgroup == "comma" and _more(story, at):
            continue
        if found[0] == "." and _SHORT.search(low, start, found.start()):
            continue
        if found.lastgroup == "bracket":
            close = low.find(")", at, at + 80)
            return close + 1 if close > 0 and inside(story.places, at, close) else found.start()
        return found.start()
    return limit


def _is_named(story: Story, at: int) -> bool:
    """Whether the word is a part of a name: "Bằng" in "Cao Bằng" is not "bằng"."""
    return story.is_name(at) or story.text[at].isupper()


def _more(story: Story, at: int) -> bool:
    """Whether after the comma the place goes on with the larger one that it lies in."""
    after = inside(story.places, at, at + 40)
    if not after:
        return False
    between = story.low[at : after[0].start].strip()
    if between not in ("", "tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thủ đô"):
        return False
    return story.low[after[0].end : after[0].end + 1] in (",", ".", "", "\n", ")", ";") or between != ""
