"""A story in, who presided, who spoke and who was there out, each with where it is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nlp.document import Entity
from nlp.events.sentences import Span
from nlp.events.story import Story, inside


@dataclass(frozen=True, slots=True)
class Part:
    """A person (or the body that spoke), by canonical name, and where the text says so."""

    at: int
    name: str


_MEETING = (
    r"(?:hội nghị|đại hội|hội thảo|toạ đàm|kỳ họp|phiên|cuộc|buổi|lễ|diễn đàn|chương trình|sự kiện|đối thoại|họp"
    r"|hội đàm)"
)
_PRESIDE = r"(?:chủ trì|điều hành|chủ toạ)"
# A body presides over a task too, and a director over a company: a meeting or the end of a clause must follow.
_PRESIDED = re.compile(
    rf"(?P<after>\b(?:tham gia |tham dự và |dự và )?(?:đồng )?{_PRESIDE}\s(?:{_MEETING}[^,.;:]{{0,60}}?\s)?"
    r"(?:(?:có|gồm|là|còn có|gồm có)(?:\scác|\ssự)?\b:?|(?=(?:các )?đồng chí\b)))"
    rf"|(?P<under>\b(?:dưới|với) sự (?:đồng )?{_PRESIDE}(?: chung)?(?: của)?\b)"
    rf"|(?P<before>(?<!giám đốc )(?<!ban )(?<!sự )(?<!quan )(?<!vị )(?<!chức )(?<!nước )\b{_PRESIDE}(?!\w)"
    rf"(?=\s(?:và|các|một|{_MEETING}|tại)\b|\s?[.,;:)\n]|\s?\Z))"
)
_TASK = re.compile(
    rf"{_PRESIDE},? (?:và )?(?:phối hợp|xây dựng|soạn|nghiên cứu|tham mưu|thực hiện|thẩm|biên|các (?!{_MEETING}))"
)
_SPEECH = re.compile(
    r"\b(?:phát biểu|trình bày|tham luận|có bài (?:phát biểu|tham luận)|đọc (?:diễn văn|chúc văn|báo cáo|lời)"
    r"|chia sẻ"
    r"|thông qua báo cáo|báo cáo tại|báo cáo với|giới thiệu chuyên đề|quán triệt các)(?!\w)"
)
_PRESENT = re.compile(
    r"\b(?:tham dự|đến dự|tới dự|cùng dự|dự(?! kiến| án| thảo| toán| báo| luật| định| phòng| trữ| bị| đoán)|có mặt"
    r"|tham gia|trao tặng|trao bằng khen|trao cờ|tặng hoa)(?!\w)"
)
# Between a person and the verb stand offices, bodies and the other persons of the list, and no other verb.
_OTHER_VERB = re.compile(
    r"\b(?:cho biết|cho rằng|cho hay|nhấn mạnh|khẳng định|phát biểu|yêu cầu|đề nghị|bổ nhiệm|bầu|theo"
    r"|của thủ tướng"
    r"|tiếp|nói)(?!\w)"
)
_CREDIT = re.compile(r"(?:ảnh|nguồn|video|clip|đồ hoạ|tin|bài)\s?:\s?\Z")


def chairs(story: Story) -> Iterator[Part]:
    """Those who presided, host or led; of a list, all."""
    for found in _PRESIDED.finditer(story.low):
        start, end = story.sentences[story.sentence(found.start())]
        if not found["before"]:
            people = _list_after(story, found.end(), end)
        elif _TASK.match(story.low, found.start()):
            continue
        else:
            people = _list_before(story, start, found.start()) or _opened(story, start, found.end(), end)
        yield from (Part(found.start(), one.canonical) for one in people)


def speakers(story: Story) -> Iterator[Part]:
    """Those who are quoted, and those who are said to speak, present or report, in the order of the text."""
    quoted = [Part(one.start, one.speaker) for one in story.quotes if one.speaker]
    told = [
        Part(found.start(), one.canonical)
        for found in _SPEECH.finditer(story.low)
        if (one := _speaker(story, story.sentences[story.sentence(found.start())], found.span()))
    ]
    yield from sorted(quoted + told, key=lambda part: part.at)


def present(story: Story) -> Iterator[Part]:
    """All persons in the sentences that say who came."""
    told = -1
    for found in _PRESENT.finditer(story.low):
        number = story.sentence(found.start())
        if number == told:
            continue
        told = number
        for one in inside(story.people, *story.sentences[number]):
            if not _is_credit(story, one):
                yield Part(one.start, one.canonical)


def actor(story: Story, at: int) -> str | None:
    """The person who does what stands at `at`."""
    people = inside(story.people, story.sentences[story.sentence(at)][0], at)
    return people[-1].canonical if people else None


def _speaker(story: Story, sentence: Span, verb: Span) -> Entity | None:
    """The nearest person before the verb in its clause; where the verb opens the sentence, the first one after."""
    before = [one for one in inside(story.people, sentence[0], verb[0]) if not _is_credit(story, one)]
    if before:
        return None if _OTHER_VERB.search(story.low, before[-1].end, verb[0]) else before[-1]
    if len(story.low[sentence[0] : verb[0]].split()) > 6:
        return None
    after = inside(story.people, verb[1], min(sentence[1], verb[1] + 250))
    return after[0] if after and not _is_credit(story, after[0]) else None


def _list_before(story: Story, start: int, end: int) -> Sequence[Entity]:
    """The persons of the subject that ends at `end`."""
    people = [one for one in inside(story.people, start, end) if not _is_credit(story, one)]
    while people and _OTHER_VERB.search(story.low, people[0].end, end):
        people.pop(0)
    return people


def _opened(story: Story, start: int, at: int, end: int) -> Sequence[Entity]:
    """The person behind "Chủ trì Hội nghị, …", where that opens the sentence."""
    if len(story.low[start:at].split()) > 4:
        return ()
    return inside(story.people, at, min(end, at + 250))[:1]


def _list_after(story: Story, start: int, end: int) -> Sequence[Entity]:
    people = []
    at = start
    for one in inside(story.people, start, end):
        if _OTHER_VERB.search(story.low, at, one.start) or _PRESENT.search(story.low, at, one.start):
            break
        people.append(one)
        at = one.end
    return people


def _is_credit(story: Story, one: Entity) -> bool:
    """Whether it is who took a photograph or wrote the article; such a name is also glued to what follows."""
    glued = story.text[one.end : one.end + 1].isupper()
    return glued or bool(_CREDIT.search(story.low, max(0, one.start - 12), one.start))
