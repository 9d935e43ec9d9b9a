"""A story in, the meetings of persons that it tells as an action out: who receives, meets or visits whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.document import Entity
from nlp.events.story import Story, inside

MAX_VISITS = 60  # in a text
_LONG = 60  # letters between a person and the verb, from which on the name is put together without them

_VERB = re.compile(
    r"(?<!\w)(?<!trực )(?<!gián )(?<!liên )"
    r"(?<!các )(?<!những )(?<!nhiều )(?<!chuyến )(?<!chuyến thăm )(?<!chuyến thăm và )(?:"
    r"(?P<tiếp>(?:đón tiếp|tiếp thân mật|tiếp xã giao|tiếp)(?:,? (?:và )?(?:làm việc|hội đàm) với| kiến)?(?! tục"
    r"| theo| đến| nối| đó| tới| nhận| cận| diễn| quản| công dân| giáp| thu| bước)"
    r"|hội kiến(?: với)?|gặp(?: gỡ| mặt| song phương)?(?:,? (?:và )?(?:trao đổi|nói chuyện|làm việc) với"
    r"| với)?(?! khó| phải| nhiều| nạn| may| rất| nhau)"
    r"|(?:cuộc |buổi )(?:hội kiến|gặp gỡ|gặp|tiếp xúc|tiếp)(?: song phương| thân mật"
    r"| riêng)?(?:,? (?:và )?(?:trao đổi|làm việc))? với)"
    r"|(?P<việc>(?:đến |tới |về )?(?:thăm và |dự và )?làm việc (?:với|tại)|(?:tiến hành )?hội đàm với|điện đàm với"
    r"|(?:cuộc |buổi )(?:làm việc|hội đàm|điện đàm|trao đổi)(?: [\w ]{0,30})? (?:với|tại))"
    r")\s(?=\S)"
)
_STARTS = frozenset((
    "tiếp", "đón", "hội", "gặp", "cuộc", "buổi", "đến", "tới", "về", "thăm", "dự", "làm", "tiến", "điện",
))  # fmt: skip
_AUXILIARY = re.compile(r"(?<!\w)(?:(?:đã|vừa|sẽ|có|đang|tiến hành|cuộc|buổi) ){1,3}\Z")
# Two that meet: "Chủ tịch A và Tổng thống B đã hội đàm".
_MUTUAL = re.compile(
    r"(?<!\w)(?P<what>hội kiến|hội đàm|điện đàm|gặp nhau|gặp gỡ)"
    r"(?=\s(?:tại|vào|ở|ngày|sáng|chiều|bên lề|nhân|và chứng kiến)\b|[.,\n]|\Z)"
)
# Where the title of the one who acts begins: behind the day, the place, another clause.
_BEFORE = re.compile(
    r"(?:[,;:(\"“\n]|\d{4}|\d[/-]\d{1,2}\)?|\b(?:nay|qua|tại|theo|khi|do|việc|và|của|là|cho biết"
    r"|hà nội)(?!\w))\s*(?=[^,;:(\"“\n]*\Z)"
)
_OBJECT_END = re.compile(
    r"[,.;:(\n]|\s-\s|\b(?:đang|nhân|về|sang|đến|tới|trong|ngày|sáng|chiều|tối|để|nhằm|tại|do|dẫn đầu|bên lề"
    r"|theo|vào|sau|trước|cùng|khi|hôm|tham dự|dự)(?!\w)"
)
_REPORTER = re.compile(r"\b(?:phóng viên|pv|báo chí|báo giới)\b")
_BYLINE = re.compile(r"[A-ZĐ][\w.&]{1,14}\)?\s?-\s?(?=\S)")  # "ANTĐ - ", "VOV) -"
_DATELINE = re.compile(r"\)?\s?[-:]\s")  # "TTXVN - Sáng 28/5"
# Many that have no name: "tiếp các cựu chiến binh", "gặp 50 học sinh".
_PEOPLE = re.compile(
    r"(?:hơn |gần |đoàn |lãnh đạo |\d{1,4} |các |đại diện |một số |những )+(?:đoàn|em|cháu|thiếu nhi"
    r"|học sinh|sinh viên|đại biểu|cán bộ"
    r"|nhà|cựu|nữ|doanh nghiệp|tập đoàn|lãnh đạo|bà con|cử tri|người|gia đình|già làng|thầy|giáo viên|công nhân"
    r"|nông dân"
    r"|chiến sĩ|cộng đồng|văn nghệ|vận động viên|tổ chức|công ty|hội|phóng viên|chuyên gia|đại sứ|trưởng)\b"
)
_CAPITALS = re.compile(r"\b[A-ZĐ]\w")
_CLAUSE = re.compile(
    r"\b(?:cho biết|nói|khẳng định|nhấn mạnh|đề nghị|yêu cầu|mong|rằng|sau khi|trước khi|khi|nếu|để|bị|được)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Visit:
    """[start, end) is the action with its two sides; `name` is what it is called."""

    start: int
    end: int
    kind: str
    name: str
    verbatim: bool
    host: str | None = None


def visits(story: Story) -> Iterator[Visit]:
    count = 0
    last = 0
    begun = -1
    for at in story.spots(_STARTS):
        if count == MAX_VISITS:
            return
        found = _VERB.match(story.low, at) if at >= last else None
        if found is None or story.is_name(at + 1):
            continue
        last = found.end()
        visit = _visit(story, found)
        # In "A đã tiếp B đang làm việc tại …" the second verb is the guest's.
        if visit and visit.start != begun:
            count, begun = count + 1, visit.start
            yield visit


def encounters(story: Story) -> Iterator[Visit]:
    """That two persons met each other."""
    for at in story.spots(("hội", "điện", "gặp")):
        found = _MUTUAL.match(story.low, at)
        start = story.sentences[story.sentence(at)][0]
        people = inside(story.people, start, at)[-2:]
        if found is None or len(people) < 2 or _verb_start(story, at) - people[1].end > _LONG // 2:
            continue
        between = story.low[people[0].end : people[1].start]
        if re.search(r"(?:\A|\s)và\s", between) and len(between) < 2 * _LONG and not _CLAUSE.search(between):
            kind = "làm việc" if "đàm" in found["what"] else "tiếp"
            begins = _title_start(story, start, people[0].start)
            name = " ".join(story.text[begins : found.end()].split())
            yield Visit(begins, found.end(), kind, name, verbatim=True)


def _visit(story: Story, found: re.Match[str]) -> Visit | None:
    start, limit = story.sentences[story.sentence(found.start())]
    kind = "tiếp" if found["tiếp"] else "làm việc"
    verb = _verb_start(story, found.start())
    subject = _subject(story, start, verb)
    end = _object_end(story, found.end(), min(limit, found.end() + 140), kind=kind)
    if subject is None or end is None or (kind == "tiếp" and subject.type == "ORG"):
        return None
    if _REPORTER.search(story.low, start, subject.end) or _REPORTER.match(story.low, found.end()):
        return None
    begins = _title_start(story, start, subject.start)
    verbatim = verb - subject.end <= _LONG
    name = story.text[begins:end]
    if not verbatim:
        name = f"{story.text[begins : subject.end]} {story.text[found.start() : end]}"
    host = subject.canonical if kind == "tiếp" and subject.type == "PER" else None
    return Visit(begins, end, kind, " ".join(name.split()), verbatim, host)


def _verb_start(story: Story, at: int) -> int:
    """Where the verb that goes on at `at` begins: before "đã", "vừa", "có buổi"."""
    found = _AUXILIARY.search(story.low, max(0, at - 24), at)
    return found.start() if found else at


def _subject(story: Story, start: int, verb: int) -> Entity | None:
    """The person that acts, or the body: the first of the clause, whose title may stand behind."""
    people = inside(story.people, start, verb + 1)
    for one in people:
        if _acts(story.low[one.end : verb]):
            return one
    bodies = inside(story.bodies, max(start, verb - 120), verb + 1)
    for one in bodies:
        if _acts(story.low[one.end : verb]) and not _DATELINE.match(story.low, one.end):
            return one
    return None


def _acts(between: str) -> bool:
    """Whether nothing but an office stands between a person and the verb: who speaks at a meeting holds none."""
    if between.endswith((" tại ", " trong ", " sau ")):
        return False
    near = len(between) <= _LONG // 2 or between.lstrip().startswith((",", "-", "(", "và ", "cùng "))
    return near and not _CLAUSE.search(between)


def _object_end(story: Story, start: int, limit: int, *, kind: str) -> int | None:
    """Where the one who is met is named to the end; None where nobody is named.

    One works with a town too, but receives no town.
    """
    stop, at = limit, start
    while found := _OBJECT_END.search(story.low, at, limit):
        at = found.end()
        if not story.is_name(found.start()) and not _in_title(story, found):
            stop = found.start()
            break
    named = [*inside(story.people, start, stop), *inside(story.bodies, start, stop)]
    places = inside(story.places, start, stop)
    if named and story.low[max(one.end for one in named) : stop].startswith(" và "):
        named += places
    last = max((one.end for one in named or (places if kind == "làm việc" else ())), default=None)
    if last is None and _PEOPLE.match(story.low, start, stop):
        return stop
    # A foreign name that nobody knows is still a name: two capitals.
    return last or (stop if len(_CAPITALS.findall(story.text, start, stop)) > 1 else None)


def _in_title(story: Story, found: re.Match[str]) -> bool:
    """As in "Đại sứ Mỹ tại Việt Nam Marc E. Knapper": the name comes behind."""
    if found[0] != "tại":
        return False
    return bool(inside(story.people, found.end(), found.end() + 40))


def _title_start(story: Story, start: int, person: int) -> int:
    for one in story.offices:
        if one.end <= person <= one.end + 2:
            return one.start
    start = max((one.end for one in inside(story.people, start, person)), default=start)
    before = _BEFORE.search(story.low, max(start, person - 160), person)
    begins = before.end() if before else start
    byline = _BYLINE.match(story.text, begins, person)
    return byline.end() if byline else begins
