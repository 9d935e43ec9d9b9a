"""A story and the mentions of an event in, its day and its place out."""

import re
from dataclasses import dataclass

from nlp.events.choose import Told
from nlp.events.dates import Day, dated
from nlp.events.places import Place
from nlp.events.story import Story
from nlp.events.visits import Visit
from nlp.events.year import Years

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
_LIMITS = ("từ ", "đến ", "hết ", "trước ", "sau ")
_LIMIT = re.compile(r"(?:từ|đến|hết)\b")
_OPENING = 4  # sentences that open a report
_BEHIND = 90  # letters behind "hội nghị diễn ra" in which the day and the place stand
_CLOSE, _FAR = (
    60,
    120,
)  # letters behind a name in which a place is that of the meeting: at once, else for want of one


@dataclass(frozen=True, slots=True)
class Setting:
    story: Story
    days: tuple[Day, ...]
    places: tuple[Place, ...]

    def day(self, told: Told, *, main: bool) -> Day | None:
        """The day next to a mention; of the main event, else that of "the meeting", else that of the opening."""
        found = [day for one in told.mentions if (day := self._next_day(one.start, one.end))]
        named = next((day for day in found if day.last[2]), None)
        if named or not main:
            return named or next(iter(found), None)
        return self._day_of_meeting() or next(iter(found), None)

    def _day_of_meeting(self) -> Day | None:
        for start, end in self._said(_MEETING_IS):
            if day := next((day for day in self.days if start <= day.start < end), None):
                return day
        return next((day for day in self.days if day.start < self._opening() and self._is_of_report(day)), None)

    def _is_of_report(self, day: Day) -> bool:
        """Whether it may be the day of what is reported: no month, no day from or up to which something holds."""
        start, low = day.start, self.story.low
        return day.last[2] is not None and not (_LIMIT.match(low, start) or low.endswith(_LIMITS, 0, start))

    def date(self, day: Day | None, years: Years) -> str | None:
        if day is None:
            return None
        return dated(day, year=years.of(day.last[1]), published=self.story.published)

    def place(self, told: Told, *, main: bool) -> str | None:
        """The place next to a mention, those with a day first; of the main event, else that of "the meeting"."""
        for one in sorted(told.mentions, key=lambda one: self._next_day(one.start, one.end) is None):
            if place := self._next_place(one.start, one.end):
                return self._printed(place)
        if not main:
            return None
        for start, end in self._said(_VISIT_IS if isinstance(told.named, Visit) else _MEETING_IS):
            if place := next((one for one in self.places if start <= one.at < end), None):
                return self._printed(place)
        return self._place_of_day()

    def _place_of_day(self) -> str | None:
        """That of "Ngày 26/11, tại …," which opens a report."""
        low = self.story.low
        for day in self.days:
            if day.start >= self._opening():
                return None
            behind = next((one for one in self.places if one.at >= day.end), None)
            if behind and self._is_of_report(day) and not low[day.end : behind.at].strip(" ,)"):
                return self._printed(behind)
        return None

    def _opening(self) -> int:
        """Where the sentences that open the report end."""
        return self.story.sentences[min(_OPENING + self.story.lead, len(self.story.sentences)) - 1][1]

    def _said(self, phrase: re.Pattern[str]) -> list[tuple[int, int]]:
        """What stands behind each place that says that the meeting was."""
        story = self.story
        found = [one.end() for one in phrase.finditer(story.low)]
        return [(at, min(story.sentences[story.sentence(at - 1)][1], at + _BEHIND)) for at in found]

    def _next_day(self, start: int, end: int) -> Day | None:
        """In the sentence: right after the name, else the last before it, else the first after it."""
        low = self.story.low
        here = self.story.within(self.days, start)
        after = [day for day in here if day.start >= end]
        before = [day for day in here if day.start < start and not _REPORTED.search(low, day.end, start)]
        if after and _HELD_ON.fullmatch(low, end, after[0].start):
            return after[0]
        return before[-1] if before else after[0] if after else None

    def _next_place(self, start: int, end: int) -> Place | None:
        """In the sentence, outside the name: close behind it, else the last before it, else further behind."""
        here = [one for one in self.story.within(self.places, start) if not start < one.start < end]
        after = [one for one in here if end <= one.at <= end + _FAR]
        if after and after[0].at <= end + _CLOSE:
            return after[0]
        before = [one for one in here if one.at < start]
        return before[-1] if before else after[0] if after else None

    def _printed(self, place: Place) -> str:
        return " ".join(self.story.text[place.start : place.end].split())
