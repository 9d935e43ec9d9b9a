"""A story and an event in it in, the body that holds it and the persons that take part out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nlp.events.choose import Told
from nlp.events.names import Name
from nlp.events.roles import Part, actor, chairs, present, speakers
from nlp.events.story import Story, inside
from nlp.events.visits import Visit

_HELD_BY = re.compile(r"\btổ chức(?:\s(?:thành công|trọng thể|long trọng|buổi|cuộc|các|một|đón|phiên))*\s?\Z")
_BY = re.compile(r"\bdo\s[^.;:]{3,90}?(?=tổ chức)")
_LISTED = re.compile(
    r"\s?[,;]?\s?(?:và|cùng với|cùng|(?:phối|kết) hợp (?:với|cùng)|chủ trì, phối hợp với)?\s?(?:báo\s)?"
)
_DATELINE = re.compile(r"\)\s?[-:]?\s|\s?[-:]\s")  # "(TNO) Ngày 28/5", "TTXVN - Sáng 28/5"
_MANY = re.compile(
    r"(?<![\d.,/])(?P<number>\d{1,3}(?:\.\d{3})?)\s(?:đại biểu|người|đồng chí|cán bộ|khách mời|nhà khoa học"
    r"|đảng viên"
    r"|hội viên|chuyên gia|đoàn viên|học viên|sinh viên)"
    r"(?! (?:chết|bị|thiệt|mất|nghèo|khác))"
)
_CAME = re.compile(
    r"\b(?:tham dự|đến dự|tới dự|cùng dự|dự (?:hội|đại|buổi|lễ)|tham gia|có mặt|thu hút|gặp nhau)(?!\w)"
)
_AFTER = 140  # letters behind a name in which "do … tổ chức" stands


@dataclass(frozen=True, slots=True)
class Cast:
    """Canonical names, each once; nobody stands in two of the last three where the first says it already."""

    chairs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    attendees: tuple[str, ...] = ()


def cast(story: Story, named: Name | Visit, *, belongs: Callable[[int], bool]) -> Cast:
    """`belongs` says whether what stands at a place is of this event."""
    if isinstance(named, Visit) and named.kind == "khác":
        signer = actor(story, named.start)
        return Cast(attendees=(signer,) if signer else ())
    known = {one.canonical for one in story.people}
    presiding = _distinct(chairs(story), belongs)
    if isinstance(named, Visit) and named.host:
        presiding = (named.host,)
    speaking = tuple(name for name in _distinct(speakers(story), belongs) if name in known)
    there = tuple(name for name in _distinct(present(story), belongs) if name not in (*presiding, *speaking))
    return Cast(presiding, speaking, there)


def organizer(story: Story, told: Told) -> str | None:
    """The body before "tổ chức" or after "do", else the one whose meeting the name says it is."""
    for one in told.mentions:
        first, last = story.sentences[story.sentence(one.start)]
        if held := _HELD_BY.search(story.low, first, one.start):
            return _subject(story, first, held.start())
        by = _BY.search(story.low, one.end, min(last, one.end + _AFTER))
        if by and (bodies := inside(story.bodies, *by.span())):
            return bodies[0].canonical
    return next((owner for one in told.mentions if isinstance(one, Name) and (owner := _owner(story, one))), None)


def attendance(story: Story) -> int | None:
    """How many took part, where a sentence says that they came."""
    for found in _MANY.finditer(story.low):
        if _CAME.search(story.low, *story.sentences[story.sentence(found.start())]):
            return int(found["number"].replace(".", ""))
    return None


def _subject(story: Story, start: int, end: int) -> str | None:
    """The first body of the clause that ends at `end`; of a list of bodies, the first."""
    clause = inside(story.bodies, max(start, story.low.rfind(",", start, end)), end)
    bodies = [one for one in inside(story.bodies, start, end) if not _DATELINE.match(story.low, one.end)]
    clause = [one for one in clause if one in bodies]
    at = bodies.index(clause[0]) if clause else 0
    while at and _LISTED.fullmatch(story.low, bodies[at - 1].end, bodies[at].start):
        at -= 1
    return bodies[at].canonical if bodies else None


def _owner(story: Story, name: Name) -> str | None:
    bodies = inside(story.bodies, name.start, name.end)
    owners = [one for one in bodies if story.low.endswith("của ", 0, one.start)]
    if owners:
        return owners[-1].canonical
    return bodies[0].canonical if bodies and name.kind in ("đại hội", "kỳ họp", "phiên họp") else None


def _distinct(parts: Iterable[Part], belongs: Callable[[int], bool]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.name for part in parts if belongs(part.at)))
