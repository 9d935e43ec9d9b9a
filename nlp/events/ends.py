"""Where the name of a meeting begins to run in, where it has its natural end out."""

import re

from nlp.events.story import Story, inside

# Words that no name goes on over.  "tại" and the days are looked at by themselves.
_HARD = (
    r"đã|sẽ|(?<!nhỏ và )(?<!làm )(?<!học )vừa(?! và nhỏ| làm vừa| học vừa)|đang"
    r"|chưa|nhưng|bởi|khi|mà|nếu|song(?! phương)|diễn ra|do|dưới sự|nhằm|để|lúc"
    r"|được (?:tổ chức|diễn ra|khai mạc|tiến hành|mở|coi|xem|đánh giá|kỳ vọng|ghi nhận|trao|phát động|thực hiện"
    r"|công bố)"
    r"|vào (?:\d|ngày|sáng|chiều|tối|trưa|lúc|hồi|cuối|đầu|tháng|năm|thứ|dịp|hôm)|hồi (?:\d|đầu|cuối|tháng|năm"
    r"|tuần)"
    r"|(?<!kế hoạch )(?<!công tác )(?<!về )(?<!các )(?<!những )(?<!ban )(?<!\d )(?<!nhiều )"
    r"(?<!nghiệp vụ )(?<!chuẩn bị )(?<!triển khai )(?<!nhân và )(?<!quan và )(?<!quan, )(?<!nhân, )"
    r"(?<!đơn vị, )tổ chức(?! lại| bộ máy| đảng| thực hiện| thi hành| bầu cử| cuộc bầu cử| chính trị| xã hội)"
    r"|này|sang thăm"
    r"|nói trên"
    r"|lần này|năm nay|năm ngoái|hôm|tuần (?:này|qua|tới)|mang tên|thu hút|quy tụ|bắt đầu|kết thúc|thành công"
    r"|khai mạc|bế mạc|là|gồm"
    r"|bao gồm|nhân dịp|nhân kỷ niệm|hướng tới (?:kỷ niệm|chào mừng)"
    r"|cho (?:biết|rằng|thấy|ý kiến)|theo (?:hình thức|đó)|chủ trì|(?<!hệ )điều hành"
    r"|phát biểu"
    r"|kết hợp|đồng thời|qua đó|còn|đều|mời|lại (?:đến|được|có)|cũng|rất|dự kiến|kéo dài|tới (?:đây|dự)|sắp tới"
    r"|đến nay|bầu|đề ra|đặt ra"
    r"|(?<!đóng )(?<!hội thảo )(?<!hội nghị )(?<!toạ đàm )góp ý|xoay quanh"
    r"|trong (?:bối cảnh|khuôn khổ|thời gian|các ngày|buổi|(?:hai |ba |\d )?ngày)|từ (?:ngày )?\d|từ sáng"
    r"|với (?:sự|tư cách|vai trò|chủ đề|mục|hơn|gần|nội dung|khoảng|quy mô|thông điệp|tinh thần|doanh thu)"
    r"|có (?:sự|ý nghĩa|tính|các|ông|bà|đồng chí|ngài|\d)"
)
_DAY = r"(?:sáng|chiều|tối|trưa|đêm) (?:\d|nay|qua|mai|ngày|thứ|hôm)|ngày (?:\d|mùng|mai)|\d{1,2}/\d{1,2}(?![\d/])"
# Right behind the word for the meeting: its occasion where nothing else names it ("toạ đàm nhân dịp …"), or a day
# before what it is about ("cuộc họp báo ngày 22-11 công bố …").
_WITHIN = re.compile(
    r"nhân (?:dịp|kỷ niệm)|(?:\w+ )?ngày \d{1,2}[-/.]\d{1,2}(?:[-/.]\d{4})?"
    r"(?=\s(?:công bố|giới thiệu|tổng kết|sơ kết|bàn|về|triển khai)\s)"
)
_STOP = re.compile(
    rf"(?P<hard>\b(?:{_HARD})(?!\w))|(?P<day>(?<!\w)(?:{_DAY}))|(?P<at>\b(?:tại|ở)\b)|(?P<comma>,)"
    r"|(?P<open>(?::\s?)?[\"“‘«]|(?<=\s)')|(?P<bracket>\()|(?P<end>[;:…!?”»\]\n]|\.(?!\w))"
)
# A finite verb or a person right behind the word for the meeting: it is not named here.
_UNNAMED = re.compile(
    r"\s(?:và (?:có|đã|sẽ)|đều|có|chưa|đồng chí|ông|bà|xác định|thống nhất|bầu|thông qua|ghi nhận"
    r"|nhấn mạnh|đánh giá|khẳng định|yêu cầu|đề nghị|kêu gọi|tập trung|nhất trí)(?!\w)"
)
CLOSING = {"'": "'", "“": "”", "‘": "’", "«": "»", '"': '"'}
# What may follow a comma inside a name whatever stands behind it.
_ON = re.compile(
    r",\s(?:nhiệm kỳ|khoá|lần thứ|lần \d|giai đoạn|năm (?:19|20)|nghị quyết|kết luận|chỉ thị|quy định|thành phố"
    r"|thị xã|phương hướng|nhiệm vụ|quận|huyện|bch|ban chấp hành|quốc hội|hđnd|hội đồng)\b"
)
# Words that open another clause.
_CLAUSE = re.compile(
    r",\s(?:lần (?:tới|này|sau)|không|chưa|có|ông|bà|anh|chị|đồng chí|các (?:đồng chí|đại biểu|bên|nhà lãnh đạo)"
    r"|đại biểu|đại diện|trong|với|do"
    r"|nhân"
    r"|sáng|chiều|tối|ngày|tại|ở|khi|sau|trước|theo|qua|từ|vì|nên|nhưng|tuy|trên|dưới|bên|cùng|cũng|đây|vừa|mà|thì"
    r"|thay|phó|chủ tịch|bí thư|bộ trưởng|thứ trưởng|thủ tướng|tổng|giám đốc|gs|pgs|ts|uỷ viên|trưởng|nguyên"
    r"|thu hút|tạo|góp|giúp|đánh dấu|nhấn|khẳng|đề|yêu cầu|nhiều|một số|hầu hết|hơn|gần|khoảng|toàn thể|tất cả"
    r"|lãnh đạo|người|chúng|tôi|ta|họ|hàng|đã|sẽ|được|đang|thông qua|bao gồm|gồm|nhất là|đặc biệt|như|nơi|hai|ba"
    r"|\d+ (?:đại biểu|người|doanh nghiệp|đội|nước|tỉnh)|đặt|đáng|kể|mở|diễn ra|thể hiện|tiếp tục|thực hiện"
    r"|chủ động|đổi mới|diễn đàn|sự kiện|hoạt động|một trong)\b"
)
# After a name that says something, what is done there; else part of the name ("hội nghị tổng kết, đánh giá …").
_DONE = re.compile(
    r",\s(?:đánh giá|thảo luận|xem xét|bàn|nghe|trao đổi|rà soát|cho ý kiến|giải quyết|tìm|lấy ý kiến)\b"
)
# What is aimed at belongs to a name that is written as a title: "Hội nghị Đẩy mạnh …, góp phần …".
_AIM = re.compile(r",\s(?:góp phần|tạo|thúc đẩy|nâng cao|giúp|hướng tới)\b")
_FEW = 3  # words of a name that says nothing yet
_ITEM = re.compile(
    r",\s(?P<item>[^,;:.\n\"“()]{2,160}?)"
    r"(?=\s(?:và|cùng|tại|ở|đã|sẽ|vừa|đang|được|có|do|là|cũng|diễn ra|cho biết|mang tên|nhằm|với sự|ngày \d)\s"
    r"|[,;:.\n\"“()]|\Z)"
)
_MANY = re.compile(r"(?:các|những|mọi)\b")
_VERB = re.compile(
    r"\s(?:đã|sẽ|vừa|đang|được|có|là|cũng|cho biết)\s(?!(?:được\s)?(?:diễn ra|tổ chức|khai mạc|bế mạc))"
)
# A bracket that belongs to the name: years, a term, an abbreviation.
_KEPT = re.compile(
    r"\((?:(?:19|20)\d\d ?- ?(?:19|20)?\d\d|[\d/.-]{6,10} ?- ?[\d/.-]{6,10}|(?:khoá|nhiệm kỳ) [^()]{1,20}"
    r"|[^()\s]{2,12}|ngày [^()]{3,12})\)"
)
_SHORT = re.compile(r"\((?:[A-ZĐ&-]{2,12}(?:, |/)?){1,4}\)")
_MORE = re.compile(
    r"\s{1,2}(?:lần thứ|lần \d|năm (?:19|20)\d\d|nhiệm kỳ|khoá|giai đoạn|và|toàn quốc)\b|\s\([a-zđ&]{2,10}\)"
)
_TRAILING = re.compile(
    r"(?:[\s,:-]|\bvới \d+|\b(?:và|của|về|cho|với|tại|ở|trong|cùng|từ|các|những|đối với|theo|lúc"
    r"|(?<!nhỏ và )vừa"
    r"|vào|long trọng|(?<!cá )(?<!công )(?<!doanh )(?<!bệnh )nhân)(?!\w))+\Z"
)


def end(story: Story, start: int, limit: int, *, named: bool, held: bool) -> int:
    """`start` is behind the word that says what kind of meeting it is, `limit` the last place to end at.

    `named` says that this word tells something already: "lễ khai giảng"; `held` that "tổ chức" stands before it,
    so that a verb behind it names it too: "hội nghị đánh giá …".
    """
    if named and story.low.startswith(",", start) and (item := _ITEM.match(story.low, start, limit)):
        start = start if _CLAUSE.match(story.low, start, limit) else item.end("item")
    if not held and _UNNAMED.match(story.low, start, limit):
        return start
    stop = _stop(story, start, limit)
    trailing = _TRAILING.search(story.low, start, stop)
    return max(start, trailing.start() if trailing else stop)


def _stop(story: Story, start: int, limit: int) -> int:
    at = start
    while at < limit and (found := _STOP.search(story.low, at, limit)):
        after = _behind(story, start, found, limit)
        if after is None:
            return found.start()
        if after < 0:
            return -after
        at = after
    return limit


def _behind(story: Story, start: int, found: re.Match[str], limit: int) -> int | None:
    """Where the name goes on behind what could end it; None where that ends it.

    Less than nothing where it ends behind a quotation.
    """
    low, at, what = story.low, found.start(), found.lastgroup
    if what == "open" and _is_subject(story, at):
        return None
    if what != "end" and (story.is_name(at) or story.is_cited(at)):
        return found.end()
    if what == "open":
        return _behind_mark(story, start, found, limit)
    if at == start + 1 and (said := _WITHIN.match(low, at, limit)):
        return said.end()
    if what == "bracket":
        kept = _KEPT.match(low, at, limit) or _SHORT.match(story.text, at, limit)
        return kept.end() if kept else None
    inner = what == "at" and at > start + 20 and low.startswith((" việt nam", " nước bạn"), found.end())
    return found.end() if inner or (what == "comma" and _goes_on(story, start, at, limit)) else None


def _behind_mark(story: Story, start: int, found: re.Match[str], limit: int) -> int | None:
    """A mark that nobody closes is passed over where the name has nothing else."""
    close = _closed(story.low, found[0][-1], found.end(), limit + 80)
    if not close:
        return None if story.low[start : found.start()].strip() else found.end()
    return close if _MORE.match(story.low, close) else -close


def _closed(low: str, mark: str, start: int, end: int) -> int:
    """Behind the mark that closes what `mark` opened, 0 where none does; straight and curly ones are mixed."""
    marks = '"”' if mark in '"“' else CLOSING[mark]
    return min((at + 1 for one in marks if (at := low.find(one, start, end)) >= 0), default=0)


def _is_subject(story: Story, at: int) -> bool:
    """Whether what is quoted is the subject of the document that is cited before it."""
    return any(one.end <= at <= max(one.full_end, one.end + 8) for one in story.cited(at) if one.kind != "named")


def _goes_on(story: Story, start: int, comma: int, limit: int) -> bool:
    """Whether the name goes on over a comma: with its number or term, or with another item of a list."""
    if not story.low[start:comma].strip():
        return False
    if _ON.match(story.low, comma, limit):
        return True
    if _AIM.match(story.low, comma, limit) and story.text[start : start + 2].strip()[:1].isupper():
        return True
    if _DONE.match(story.low, comma, limit):
        return len(story.low[start:comma].split()) <= _FEW
    item = _ITEM.match(story.low, comma, limit)
    return item is not None and not _CLAUSE.match(story.low, comma, limit) and _is_item(story, start, item)


def _is_item(story: Story, start: int, item: re.Match[str]) -> bool:
    """No subject of another clause: neither a person nor a capital begins it, and no verb follows."""
    if inside(story.people, item.start(), item.end()):
        return False
    if _MANY.match(item["item"]):  # "cán bộ, các nhà khoa học và nông dân" lists, "…, các đại biểu" goes on
        return story.low.startswith(" và", item.end())
    if story.text[item.start("item")].isupper():
        return _is_capital_list(story, start, item.start(), item)
    return not _VERB.match(story.low, item.end())


def _is_capital_list(story: Story, start: int, comma: int, item: re.Match[str]) -> bool:
    """Whether capitals stand on both sides ("Tiến sĩ, Thạc sĩ"), and no name of a person or body follows."""
    at = item.start("item")
    if any(one.start == at for one in (*story.people, *story.bodies)):
        return False
    return any(word[0].isupper() for word in story.text[start:comma].split()[-4:])
