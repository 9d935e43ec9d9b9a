"""A story in, the meetings that it tells of out, each with all its mentions, the main one first."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.letters import fold
from nlp.directives.ordinal import ordinal
from nlp.events.compose import encounter
from nlp.events.dates import Day
from nlp.events.heads import BARE
from nlp.events.names import Name, names
from nlp.events.story import Story
from nlp.events.visits import Visit, signings, visits

MAIN = 6.5  # points that the main event needs; measured on articles.dev and on articles that report none

_HELD = (
    r"(?:tổ chức|khai mạc|bế mạc|diễn ra|tiến hành|triệu tập|đăng cai|mở|chủ trì|điều hành|mở màn"
    r"|tiếp tục|bước vào)"
)
_JUNCTION = (
    r"(?:\s(?:thành công|trọng thể|long trọng|buổi|cuộc|các|một|lễ|phiên|trực tiếp|và|phát động))*\s?[\"“]?\Z"
)
_BEFORE = re.compile(
    rf"(?:(?P<held>\b{_HELD})|(?P<joined>\b(?:dự|tham dự|đến dự|tham gia))|(?P<within>\b(?:tại|trong"
    rf"|ra mắt))){_JUNCTION}"
)
_AFTER = re.compile(
    rf"\s?,?\s?(?:(?:đã|sẽ|vừa|được|chính thức|đang|long trọng|trọng thể)\s)*(?:{_HELD}|họp|kết thúc"
    rf"|do\s[^.;:]{{3,90}}?tổ chức)(?!\w)"
)
_TOLD_OF = re.compile(
    r"(?:nghị quyết|nhân sự|kết luận|văn kiện|chỉ thị|tinh thần|chuẩn bị|tiến tới|hướng tới|chào mừng|kết quả"
    r"|nội dung|góp ý|trình|phục vụ"
    r"|thành công|sau|trước|từ|các|những|nhiều|mỗi|đến|quán triệt|chủ trương|quyết định|chiến dịch|bộ trưởng"
    r"|trung tâm)"
    r"(?:\s(?:cho|của|từ|tại|tốt|việc|các|tổ chức|trung ương|\d+))*\s\Z"
)
_ASIDE = re.compile(
    r"\b(?:nhân dịp|bên lề|trước đó|trong khuôn khổ|cùng ngày|cũng trong|sắp tới|tiếp theo|nhân dịp này|dịp này)\b"
)
_WORD = re.compile(r"\w+")
_OPENING = (3.0, 2.5, 1.0)  # points of the sentences that open a report
_ACTION = (5.0, 4.0, 4.0, 3.0)  # and of what a person does in them


@dataclass(frozen=True, slots=True)
class Told:
    """An event with all its mentions, that which names it best first."""

    mentions: tuple[Name | Visit, ...]
    score: float

    @property
    def named(self) -> Name | Visit:
        return self.mentions[0]


def choose(story: Story, days: Sequence[Day]) -> list[Told]:
    """The best first; the first is the main event where it has `MAIN` points."""
    bare = Counter(found[0].split()[0] + found[0][-4:] for found in BARE.finditer(story.low))
    scored = [(_points(story, one, days, bare), one) for one in _candidates(story)]
    groups: list[list[tuple[float, Name | Visit]]] = []
    for points, one in scored:
        group = next((group for group in groups if _one(story, group[0][1], one)), None)
        if group is None:
            groups.append([(points, one)])
        else:
            group.append((points, one))
    told = [_told(story, group) for group in groups]
    told = sorted(told, key=lambda one: -one.score)
    if (not told or told[0].score < MAIN) and (met := encounter(story)):
        return [Told((met,), MAIN), *told]
    return told


def _candidates(story: Story) -> Iterable[Name | Visit]:
    """A meeting that is named inside an action is that action."""
    actions = list(visits(story))
    yield from actions
    for one in names(story):
        if one.told and not any(action.start <= one.start < action.end for action in actions):
            yield one
    yield from signings(story)


def _told(story: Story, group: list[tuple[float, Name | Visit]]) -> Told:
    ordered = sorted(group, key=lambda pair: -_naming(story, pair[1]))
    best = max(points for points, _ in group)
    return Told(tuple(one for _, one in ordered), best + min(2.0, 0.5 * (len(group) - 1)))


def _naming(story: Story, one: Name | Visit) -> float:
    """How well a mention names the event: where it is announced, and whose it is."""
    if isinstance(one, Visit):
        return 1.0 + one.verbatim - one.start / len(story.low)
    body = 2.5 if any(one.start < body.start < one.end for body in story.bodies) else 0.0
    return body + _announced(story, one) - one.start / len(story.low)


def _points(story: Story, one: Name | Visit, days: Sequence[Day], bare: Counter[str]) -> float:
    number = story.sentence(one.start)
    start, end = story.sentences[number]
    points = 3 * (1 - one.start / len(story.low)) + (_OPENING[number] if number < len(_OPENING) else 0)
    points += _of_days(story, [day for day in days if start <= day.start < end])
    points += 3 * _in_title(story, one)
    if _ASIDE.search(story.low, start, one.start):
        points -= 2.5
    if any(quote.start <= one.start < quote.end for quote in story.quotes):
        points -= 3
    if isinstance(one, Visit):
        return points + (_ACTION[number] if number < len(_ACTION) else 0)
    return points + _of_name(story, one, bare)


def _of_name(story: Story, name: Name, bare: Counter[str]) -> float:
    points = min(3.0, 0.5 * bare[_key(story.low, name)])
    points += 1 if any(name.start < body.start < name.end for body in story.bodies) else 0
    return points + _announced(story, name)


def _announced(story: Story, name: Name) -> float:
    """Points of the words before and after: a meeting that is held; one that is told of counts against it."""
    low = story.low
    start, end = story.sentences[story.sentence(name.start)]
    points = 0.0
    before = _BEFORE.search(low, max(start, name.start - 60), name.start)
    if _AFTER.match(low, name.end, end) or (before and before["held"]):
        points = 4.0
    elif before:
        points = 3.0 if before["joined"] else 2.0
    if _TOLD_OF.search(low, max(start, name.start - 60), name.start):
        points -= 5
    if any(one.start <= name.start < one.full_end for one in story.citations):
        points -= 5
    return points


def _key(low: str, name: Name) -> str:
    first = low[name.start : name.end].split()
    return first[0] + " ".join(first[:2])[-4:]


def _of_days(story: Story, days: Sequence[Day]) -> float:
    """A day in the sentence speaks for it, one far from the article's against it."""
    if not days:
        return 0.0
    if story.published is None:
        return 1.5
    month = int(story.published[5:7])
    near = any(
        min(abs(day.last[1] - month), 12 - abs(day.last[1] - month)) <= 1
        and (day.year is None or abs(day.year - int(story.published[:4])) <= 1)
        for day in days
    )
    return 2.0 if near else -2.0


def _in_title(story: Story, one: Name | Visit) -> float:
    """How much of the title the name says."""
    title = set(_WORD.findall(story.title))
    if not title:
        return 0.0
    return len(title & set(_WORD.findall(fold(story.text[one.start : one.end])))) / len(title)


def _one(story: Story, first: Name | Visit, second: Name | Visit) -> bool:
    """Whether two mentions name one event."""
    if first.kind != second.kind or isinstance(first, Visit) != isinstance(second, Visit):
        return False
    if isinstance(first, Name) and isinstance(second, Name) and first.ordinal and second.ordinal:
        return ordinal(first.ordinal) == ordinal(second.ordinal)
    one, two = (frozenset(_WORD.findall(fold(story.text[each.start : each.end]))) for each in (first, second))
    return len(one & two) / min(len(one), len(two)) >= 0.75


def is_told_by_itself(story: Story, told: Told, days: Sequence[Day]) -> bool:
    """Whether an event beside the main one is told of for its own sake: it is held, or on a day of its own."""
    named = told.named
    if not isinstance(named, Name):
        return False
    points = _announced(story, named)
    start, end = story.sentences[story.sentence(named.start)]
    if points >= 0 and any(start <= day.start < end for day in days):
        return True
    return points >= (4 if named.kind == "khác" else 3)
