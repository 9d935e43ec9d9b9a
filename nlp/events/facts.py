"""An event's mentions in, what the text says of it out: day, place, body, persons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nlp.document import Event
from nlp.events.choose import Told
from nlp.events.compose import session
from nlp.events.dates import Day, dated
from nlp.events.names import Name
from nlp.events.places import Place
from nlp.events.roles import Part, actor, chairs, present, speakers
from nlp.events.story import Story, inside
from nlp.events.visits import Visit
from nlp.events.year import year

_HELD_ON = re.compile(
    r"\s?,?\s?\(?(?:(?:được |sẽ |đã |dự kiến |chính thức |do [^.;]{3,80}?)*"
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|họp|kéo dài)\s?)?"
    r"(?:tại [^,.;]{2,60}?,?\s)?(?:vào |trong |lúc |hồi |từ |\d+h\d* )*\Z"
)
_REPORTED = re.compile(r"\b(?:cho biết|cho hay|thông báo|ban hành)\b")
_MEETING_IS = re.compile(
    r"\b(?:hội nghị|đại hội|hội thảo|toạ đàm|kỳ họp|phiên họp|buổi lễ|lễ|diễn đàn|cuộc họp|buổi làm việc|cuộc gặp"
    r"|buổi tiếp)(?: này| lần này)?\s(?:đã |sẽ |dự kiến |được |chính thức )*"
    r"(?:diễn ra|tổ chức|khai mạc|bế mạc|kéo dài|họp)"
)
_VISIT_IS = re.compile(r"\b(?:(?:đến |tới )?thăm và làm việc|buổi tiếp|cuộc gặp|buổi làm việc|hội đàm)\b")
_HELD_BY = re.compile(r"\btổ chức(?:\s(?:thành công|trọng thể|long trọng|buổi|cuộc|các|một|đón|phiên))*\s?\Z")
_BY = re.compile(r"\bdo\s[^.;:]{3,90}?(?=tổ chức)")
_ONLINE = re.compile(r"\b(?:trực tuyến|điểm cầu|đầu cầu|online)\b")
_ATTENDANCE = re.compile(
    r"(?<![\d.,/])(?P<number>\d{1,3}(?:\.\d{3})?)\s(?:đại biểu|người tham dự|đồng chí|cán bộ|khách mời"
    r"|nhà khoa học"
    r"|đảng viên|hội viên|chuyên gia|đoàn viên|học viên|sinh viên)"
)
_NEAR = 90  # letters behind "hội nghị diễn ra" in which the day and the place stand


@dataclass(frozen=True, slots=True)
class Facts:
    story: Story
    days: tuple[Day, ...]
    places: tuple[Place, ...]


def event(facts: Facts, told: Told, *, main: bool, until: int) -> Event:
    """Persons are looked for before `until`, and for the main event only."""
    story, named = facts.story, told.named
    name, verbatim = _name(story, named)
    date = _date(facts, told)
    presiding, speaking, there = _people(facts, told, date, until) if main else ((), (), ())
    return Event(
        name=name,
        kind=named.kind,
        date=date,
        place=_place(facts, told),
        organizer=_organizer(story, told),
        chairs=presiding,
        speakers=speaking,
        attendees=there,
        main=main,
        start=named.start if verbatim else None,
        end=named.end if verbatim else None,
        ordinal=named.ordinal if isinstance(named, Name) else None,
        period=named.period if isinstance(named, Name) else None,
        online=bool(_ONLINE.search(story.low, *story.sentences[story.sentence(named.start)])),
        attendance=_attendance(story) if main else None,
    )


def day_of(facts: Facts, told: Told) -> Day | None:
    """The day next to a mention, else in a sentence that says when the meeting is, else in the opening."""
    story = facts.story
    for one in told.mentions:
        if day := _next_day(facts, one.start, one.end):
            return day
    for found in _MEETING_IS.finditer(story.low):
        end = min(story.sentences[story.sentence(found.start())][1], found.end() + _NEAR)
        if day := next((day for day in facts.days if found.end() <= day.start < end), None):
            return day
    opening = story.sentences[min(3, len(story.sentences) - 1)][1]
    return next((day for day in facts.days if day.start < opening and day.last[2]), None)


def _name(story: Story, named: Name | Visit) -> tuple[str, bool]:
    """The name, and whether the text has it as it is."""
    if isinstance(named, Visit):
        return named.name, named.verbatim
    composed = session(story, named)
    return " ".join((composed or story.text[named.start : named.end]).split()), composed is None


def _date(facts: Facts, told: Told) -> str | None:
    return _in_year(facts, told, day_of(facts, told))


def _in_year(facts: Facts, told: Told, day: Day | None) -> str | None:
    if day is None:
        return None
    named = told.named if isinstance(told.named, Name) else None
    known = None if facts.story.published else year(facts.story, named, facts.days, day.last[1])
    return dated(day, year=known, published=facts.story.published)


def _next_day(facts: Facts, start: int, end: int) -> Day | None:
    """In the sentence: right after the name, else the last before it, else the first after it."""
    story = facts.story
    first, last = story.sentences[story.sentence(start)]
    here = [day for day in facts.days if first <= day.start < last]
    after = [day for day in here if day.start >= end]
    before = [day for day in here if day.start < start and not _REPORTED.search(story.low, day.end, start)]
    if after and _HELD_ON.fullmatch(story.low, end, after[0].start):
        return after[0]
    return before[-1] if before else after[0] if after else None


def _place(facts: Facts, told: Told) -> str | None:
    story = facts.story
    for one in told.mentions:
        if place := _next_place(facts, one.start, one.end):
            return _printed(story, place)
    is_said = _VISIT_IS if isinstance(told.named, Visit) else _MEETING_IS
    for found in is_said.finditer(story.low):
        end = min(story.sentences[story.sentence(found.start())][1], found.end() + _NEAR)
        if place := next((one for one in facts.places if found.end() <= one.at < end), None):
            return _printed(story, place)
    return None


def _next_place(facts: Facts, start: int, end: int) -> Place | None:
    """In the sentence, outside the name: close behind it, else the last before it, else further behind."""
    first, last = facts.story.sentences[facts.story.sentence(start)]
    here = [one for one in facts.places if first <= one.at < last and not start < one.at < end]
    after = [one for one in here if end <= one.at <= end + 120]
    if after and after[0].at <= end + 60:
        return after[0]
    before = [one for one in here if one.at < start]
    return before[-1] if before else after[0] if after else None


def _printed(story: Story, place: Place) -> str:
    return " ".join(story.text[place.start : place.end].split())


def _organizer(story: Story, told: Told) -> str | None:
    """The body before "tổ chức" or after "do", else the one whose meeting the name says it is."""
    for one in told.mentions:
        first, last = story.sentences[story.sentence(one.start)]
        if held := _HELD_BY.search(story.low, first, one.start):
            return _subject(story, first, held.start())
        by = _BY.search(story.low, one.end, min(last, one.end + 140))
        if by and (bodies := inside(story.bodies, *by.span())):
            return bodies[0].canonical
    for one in told.mentions:
        bodies = inside(story.bodies, one.start, one.end)
        owned = [body for body in bodies if story.low[: body.start].endswith("của ")]
        if isinstance(one, Name) and (owned or (bodies and one.kind in ("đại hội", "kỳ họp", "phiên họp"))):
            return (owned or bodies)[-1 if owned else 0].canonical
    return None


def _subject(story: Story, start: int, end: int) -> str | None:
    """The first body of the clause that ends at `end`; of a list of bodies, the first."""
    bodies = inside(story.bodies, max(start, story.low.rfind(",", start, end)), end)
    bodies = bodies or inside(story.bodies, start, end)
    while bodies:
        before = [one for one in inside(story.bodies, start, bodies[0].start) if one.end <= bodies[0].start]
        if not before or story.low[before[-1].end : bodies[0].start].strip() not in (",", ";", "và"):
            return bodies[0].canonical
        bodies = before[-1:]
    return None


def _people(facts: Facts, told: Told, date: str | None, until: int) -> tuple[tuple[str, ...], ...]:
    story, named = facts.story, told.named
    if isinstance(named, Visit) and named.kind == "khác":
        signer = actor(story, named.start)
        return (), (), (signer,) if signer else ()
    counted = [_distinct(facts, told, parts(story), date, until) for parts in (chairs, speakers, present)]
    people = {one.canonical for one in story.people}
    presiding, speaking, there = counted
    if isinstance(named, Visit) and named.host:
        presiding = (named.host,)
    speaking = tuple(name for name in speaking if name in people)
    return presiding, speaking, tuple(name for name in there if name not in (*presiding, *speaking))


def _distinct(facts: Facts, told: Told, parts: Iterable[Part], date: str | None, until: int) -> tuple[str, ...]:
    """Each once, in the order of the text; not those that a sentence with another day tells of."""
    return tuple(dict.fromkeys(part.name for part in parts if part.at < until and _on(facts, told, date, part.at)))


def _on(facts: Facts, told: Told, date: str | None, at: int) -> bool:
    """Whether the sentence is of the event's own days, as far as it says."""
    first, last = facts.story.sentences[facts.story.sentence(at)]
    here = [day for day in facts.days if first <= day.start < min(last, at + 1)]
    if not here or date is None:
        return True
    said = [_in_year(facts, told, day) for day in here]
    return any(one is None or one[:10] in date or date[:10] in one for one in said)


def _attendance(story: Story) -> int | None:
    found = _ATTENDANCE.search(story.low)
    return int(found["number"].replace(".", "")) if found else None
