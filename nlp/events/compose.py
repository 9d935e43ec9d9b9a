"""A story in, the name of a meeting that it names nowhere out: from who met, or from whose session it is."""

import re
from collections import Counter

from nlp.events.names import Name
from nlp.events.story import Story, inside
from nlp.events.visits import Visit

_MET = re.compile(
    r"\b(?P<what>(?:cuộc|buổi) (?:gặp|tiếp|hội kiến|làm việc|hội đàm|trao đổi)|hội đàm)"
    r"\s(?:này |song phương )?(?:(?:đã|được) )?(?:diễn ra|kết thúc|kéo dài|tổ chức)"
)
# A report that opens in the midst of it: "Tại cuộc hội kiến, …".
_AT_IT = re.compile(r"tại (?P<what>(?:cuộc|buổi) (?:gặp|tiếp|hội kiến|làm việc|hội đàm|trao đổi)|hội đàm),\s")
_HELD = re.compile(
    r"(?:^|,\s|\n)(?P<body>[^,\n]{4,90}?)\s(?:đã |vừa |sẽ )?(?:tổ chức|họp|tiến hành)\s\Z", re.MULTILINE
)
_BODY = re.compile(
    r"\b(?:(?:tiểu |thường trực |đảng )?(?:ban|bộ|uỷ ban|uỷ)|hội(?! nghị| thảo| đồng cổ đông| nhập)|liên hiệp"
    r"|công đoàn"
    r"|đoàn(?! kết)|tổng cục|hđnd|ubnd|quốc hội|mặt trận|chính phủ|quỹ)\s\w"
)
_MEETING = ("cuộc họp", "buổi họp", "phiên họp")
_ASSEMBLED = re.compile(r"\s(?:(?:đã|vừa|tiếp tục|tiến hành|sẽ|tổ chức|cuộc|khẩn) ){0,4}họp\Z")
_NO_MEETING = re.compile(r"họp (?:báo|mặt|lớp|đại hội|đồng|tác)\b")
_OPENING = 2  # sentences in which a report says who met
_OFTEN = 2  # times that both sides must be named


def encounter(story: Story) -> Visit | None:
    """That two persons met, where the text only says that "the meeting" took place."""
    met = next((met for at in story.spots(("cuộc", "buổi", "hội")) if (met := _MET.match(story.low, at))), None)
    if met is None and story.sentences:
        met = _AT_IT.match(story.low, story.sentences[min(story.lead, len(story.sentences) - 1)][0])
    if met is None:
        return None
    often = Counter(one.canonical for one in story.people)
    sides = [name for name, times in often.most_common(2) if times >= _OFTEN]
    if len(sides) < 2:
        return None
    first, second = (_titled(story, name) for name in sorted(sides, key=lambda name: _first(story, name)))
    what = met["what"].capitalize()
    kind = "làm việc" if "làm việc" in what or "đàm" in what else "tiếp"
    return Visit(met.start(), met.end(), kind, f"{what} giữa {first} và {second}", verbatim=False)


def assembly(story: Story) -> Visit | None:
    """That a body met, where an opening sentence says so and the text goes on about "the meeting"."""
    if not any(story.low.startswith(_MEETING, at) for at in story.spots(("cuộc", "buổi", "phiên"))):
        return None
    opening = story.sentences[story.lead : story.lead + _OPENING]
    for at in story.spots(("họp",)):
        start, end = next((one for one in opening if one[0] <= at < one[1]), (at, at))
        before = _ASSEMBLED.search(story.low, start, at + 3)
        bodies = inside(story.bodies, start, before.start() + 1) if before else ()
        if before and bodies and bodies[-1].end >= before.start() and not _NO_MEETING.match(story.low, at, end):
            body = story.text[bodies[-1].start : bodies[-1].end]
            return Visit(bodies[-1].start, at + 3, "phiên họp", f"họp {body}", verbatim=False)
    return None


def session(story: Story, name: Name) -> str | None:
    """The name "phiên họp lần thứ hai" with the body before "tổ chức", where the name has no body in it."""
    about = story.low.startswith(" về ", name.says)  # that says already which one it is
    if name.kind != "phiên họp" or about or is_body(story, name.says, name.end):
        return None
    start = story.sentences[story.sentence(name.start)][0]
    held = _HELD.search(story.low, start, name.start)
    if held is None or not is_body(story, *held.span("body")):
        return None
    first, last = held.span("body")
    return f"{story.text[name.start : name.end]} {story.text[first:last]}"


def is_body(story: Story, start: int, end: int) -> bool:
    """Whether [start, end) holds a body, known or with a word for one."""
    return bool(inside(story.bodies, start, end) or _BODY.search(story.low, start, end))


def _titled(story: Story, name: str) -> str:
    office = next((one.surface for one in story.offices if one.person == name and not one.former), None)
    return f"{office} {name}" if office else name


def _first(story: Story, name: str) -> int:
    return next(one.start for one in story.people if one.canonical == name)
