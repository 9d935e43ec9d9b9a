"""A mention of a meeting in, how much speaks for it as the event that the text reports out.

The points were set on articles.dev and on 83 reports of the corpus, and against articles that report no meeting.
"""

import re
from collections import Counter
from collections.abc import Sequence

from crawler.letters import fold
from nlp.events.compose import is_body
from nlp.events.dates import Day
from nlp.events.heads import BARE, STARTS
from nlp.events.names import Name
from nlp.events.story import Story, inside
from nlp.events.visits import Visit

HELD, JOINED, WITHIN = 4.0, 3.0, 2.0  # "tổ chức Hội nghị …", "dự Hội nghị …", "tại Hội nghị …"

_OPENING = (3.0, 2.5, 1.0)  # of the sentences that open a report
_ACTION = (5.0, 4.0, 4.0, 3.0)  # and of what a person does in them
_SIGNING = 2.0  # more, for a document that is signed in the first of them
_HISTORY = -6.0  # for a year long before the article's
_SHORT = 800  # letters; in a shorter text nothing stands late
_REACH = 60  # letters before a name that are looked at

_HELD = (
    r"(?:tổ chức|khai mạc|bế mạc|diễn ra|tiến hành|triệu tập|đăng cai|mở|chủ trì|điều hành|mở màn|tiếp tục"
    r"|bước vào)"
)
_JUNCTION = (
    r"(?:\s(?:thành công|trọng thể|long trọng|buổi|cuộc|các|một|lễ|phiên|họp|trực tiếp|trực tuyến|và"
    r"|phát động))*\s?[\"“]?\Z"
)
_BEFORE = re.compile(
    rf"(?:(?P<held>\b{_HELD})|(?P<joined>\b(?:dự|tham dự|đến dự|tham gia))|(?P<within>\b(?:tại|trong|ra mắt)))"
    rf"{_JUNCTION}"
)
_AFTER = re.compile(
    r"(?:\svề\s[\"“][^\"”\n]{3,200}[\"”])?"  # the subject of a document that the name ends with
    rf"\s?,?\s?(?:(?:đã|sẽ|vừa|được|chính thức|đang|long trọng|trọng thể)\s)*(?:{_HELD}|họp|kết thúc"
    r"|do\s[^.;:]{3,90}?tổ chức)(?!\w)"
)
_TOLD_OF = re.compile(
    r"(?:nghị quyết|nhân sự|kết luận|văn kiện|chỉ thị|tinh thần|chuẩn bị|tiến tới|hướng tới|chào mừng|kết quả"
    r"|nội dung|góp ý|trình|phục vụ|thành công|sau|trước|từ|các|những|nhiều|mỗi|đến|quán triệt|chủ trương"
    r"|quyết định|chiến dịch|bộ trưởng|trung tâm)(?:\s(?:cho|của|từ|tại|tốt|việc|các|tổ chức|trung ương|\d+))*\s\Z"
)
_ASIDE = re.compile(
    r"\b(?:nhân dịp|bên lề|trước đó|trong khuôn khổ|cùng ngày|cũng trong|sắp tới|tiếp theo|dịp này)\b"
)
_LATELY = re.compile(r"\b(?:vừa qua|mới đây|hôm nay|vừa diễn ra)\b")
_PLANNED = re.compile(r"\b(?:sẽ|đề xuất|đề nghị|kế hoạch|mong muốn|dự kiến|chuẩn bị|tiến tới|trước khi)\b")
_WORD = re.compile(r"\w+")


def spoken_of(story: Story) -> Counter[str]:
    """How often a meeting of each kind is spoken of, by the first two words of "hội nghị" or "buổi lễ"."""
    return Counter(_two(found[0]) for at in story.spots(STARTS) if (found := BARE.match(story.low, at)))


def points(story: Story, one: Name | Visit, *, days: Sequence[Day], spoken: Counter[str]) -> float:
    """`days` are those of its sentence."""
    number = max(0, story.sentence(one.start) - story.lead)
    total = 3 * (1 - one.start / max(_SHORT, len(story.low))) + _at(_OPENING, number)
    total += _of_words(story, one) + _of_days(story, days) + 3 * _in_title(story, one)
    if isinstance(one, Visit):
        return total + _at(_ACTION, number) + (_SIGNING if one.kind == "khác" and number == 0 else 0)
    total -= 4 if _is_vague(story, one) else 0
    total += min(3.0, 0.5 * spoken[_two(story.low[one.start : one.end])])
    return total + announced(story, one) + (1 if story.has_body(one.start + 1, one.end) else 0)


def naming(story: Story, one: Name | Visit) -> float:
    """How well a mention names the event: where it is announced, and whose it is."""
    early = 1 - one.start / len(story.low)
    if isinstance(one, Visit):
        return one.verbatim + early
    told = HELD if one.ordinal else 0.0  # a number says as well which one it is
    if one.kind in ("tiếp", "làm việc") and inside(story.people, one.start, one.end):
        told += 2.5
    return told + (2.5 if is_body(story, one.says, one.end) else 0.0) + announced(story, one) + early


def announced(story: Story, name: Name) -> float:
    """Points of the words next to it: a meeting that is held; what a document is named after is none."""
    start, end = story.sentences[story.sentence(name.start)]
    start = max(start, name.start - _REACH)
    total = 0.0
    before = _BEFORE.search(story.low, start, name.start)
    if _AFTER.match(story.low, name.end, end):
        total = HELD
    elif before:
        total = {"held": HELD, "joined": JOINED, "within": WITHIN}[before.lastgroup or ""]
    if _TOLD_OF.search(story.low, start, name.start):
        total -= 5
    return total - (5 if story.is_cited(name.start) else 0)


def _is_vague(story: Story, name: Name) -> bool:
    """A meeting with nobody, or a forum that nobody named: "cuộc gặp gỡ cảm động", "diễn đàn cãi vã"."""
    if name.kind in ("tiếp", "làm việc"):
        return not (story.has_body(name.start, name.end) or inside(story.people, name.start, name.end))
    forum = story.low.startswith("diễn đàn", name.start) and not story.text[name.start].isupper()
    return forum and announced(story, name) < JOINED


def _at(table: Sequence[float], number: int) -> float:
    return table[number] if number < len(table) else 0.0


def _two(words: str) -> str:
    return " ".join(words.split()[:2])


def _of_words(story: Story, one: Name | Visit) -> float:
    start, end = story.sentences[story.sentence(one.start)]
    total = 1.5 if _LATELY.search(story.low, start, end) else 0.0
    total -= 2.5 if _ASIDE.search(story.low, start, one.start) else 0
    total -= 1.5 if _PLANNED.search(story.low, start, one.start) else 0
    return total - (3 if story.is_quoted(one.start) else 0)


def _of_days(story: Story, days: Sequence[Day]) -> float:
    """A day in the sentence speaks for it, one far from the article's against it."""
    if not days:
        return 0.0
    if story.published is None:
        return 1.5
    year, month = int(story.published[:4]), int(story.published[5:7])
    if any(_is_near(day, year, month) for day in days):
        return 2.0
    return _HISTORY if all(day.year is not None and day.year < year - 1 for day in days) else -2.0


def _is_near(day: Day, year: int, month: int) -> bool:
    """Whether it may be of the same month or the next to it."""
    apart = abs(day.last[1] - month)
    return min(apart, 12 - apart) <= 1 and (day.year is None or abs(day.year - year) <= 1)


def _in_title(story: Story, one: Name | Visit) -> float:
    """How much of the title the name says."""
    title = frozenset(_WORD.findall(story.title))
    words = _WORD.findall(fold(story.text[one.start : one.end]))
    return len(title.intersection(words)) / len(title) if title else 0.0
