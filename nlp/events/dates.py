"""A story in, the days that it names out, each with where it stands."""

import datetime as dt
import re
from dataclasses import dataclass

from nlp.events.story import Story

MAX_DAYS = 200  # in a text

_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_S = r"\s?[/.-]\s?"
_PART = r"(?:sáng|trưa|chiều tối|chiều|tối|đêm|khuya|ngày|mùng|mồng|hôm)"
_CUE = rf"(?:(?:từ|đến|vào|trong|các|hết|{_PART}|nay|qua|mai|thứ \w{{2,4}}|chủ nhật|tuần)[,:]?\s?[(]?\s?|\()"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5}
_AHEAD = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
_DAY = re.compile(
    # from one day to another: "từ ngày 3 đến 5-6", "ngày 12 và 13/4", "25/1 đến ngày 1/2/2021", "7-10/12"
    rf"(?<!\w)(?P<range>{_CUE}(?:{_PART} |các ngày )*(?P<d1>{_D})(?:{_S}(?P<m1>{_M})(?:{_S}(?P<y1>{_YEAR}))?)?\s?"
    rf"(?:-|đến|tới|và|,)\s?(?:hết )?(?:{_PART} )*(?P<d2>{_D})(?:{_S}|\stháng\s)(?P<m2>{_M})"
    rf"(?:(?:{_S}|\snăm\s)(?P<y2>{_YEAR}))?(?![\d/]|\s?%))"
    rf"|(?<!\w)(?P<one>{_CUE}(?P<d>{_D})(?:{_S}|\stháng\s)(?P<m>{_M})(?:(?:{_S}|\s?,?\snăm\s)(?P<y>{_YEAR}))?"
    r"(?!\d|/\d|[.,]\d|\s?%))"
    rf"|(?<!\w)(?P<near>(?:{_PART})\s(?P<ahead>nay|qua|mai|kia))(?!\w|[,:]?\s?\(?\d{{1,2}}\s?[/.-]\s?\d)"
    rf"|(?<!\w)(?P<week>(?:{_PART}|vào)\s(?:thứ (?P<weekday>hai|ba|tư|năm|sáu|bảy)"
    rf"|(?P<sunday>chủ nhật)))(?!\w)(?!\stừ|[,:]?\s?\(?\d{{1,2}}\s?[/.-]\s?\d)"
    rf"|(?<!\w)(?P<month>tháng\s(?P<mm>{_M})(?:(?:{_S}|\snăm\s)(?P<my>{_YEAR})|\s(?:này|tới|vừa qua|sắp tới"
    rf"|qua)))(?!\d)"
)
_STARTS = frozenset((
    "từ", "đến", "vào", "trong", "các", "hết", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "ngày", "mùng",
    "mồng", "hôm", "nay", "qua", "mai", "thứ", "chủ", "tuần", "tháng",
))  # fmt: skip
_BRACKET = re.compile(r"\(\s?\d")
# Of the moon's calendar, or what a day is remembered by.
_OTHER = re.compile(
    r"(?:tức|nhằm|âm lịch|truyền thống|thành lập|sinh|quốc khánh|giải phóng|quốc tế)\s?(?:ngày\s?)?\(?\Z"
)
_VISITED = 90  # letters in which a visit is told of before its days
_JOURNEY = re.compile(r"\b(?:trong khuôn khổ|nhân|trong) (?:chuyến|dịp) (?:thăm|công du|công tác)[^.;]{0,80}\Z")
_MOON = re.compile(r"\s?(?:âm lịch|\(âm lịch|năm (?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\b|tết)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or first and last, as far as they are said: a year is None where it is not."""

    start: int
    end: int
    first: tuple[int | None, int, int | None]  # year, month, day; no day where a whole month is meant
    last: tuple[int | None, int, int | None]

    @property
    def year(self) -> int | None:
        return self.last[0]


def days(story: Story) -> tuple[Day, ...]:
    """In the order of the text; not those inside the citation of a document, which are the document's.

    Relative days need `story.published`.
    """
    found: list[Day] = []
    last = 0
    for at in sorted((*story.spots(_STARTS), *_brackets(story.low))):
        if len(found) == MAX_DAYS:
            break
        match = _DAY.match(story.low, at) if at >= last else None
        if match is None:
            continue
        last = match.end()
        if not (_is_other(story, match) or _is_of_journey(story, match)) and (day := _day(match, story.published)):
            found.append(day)
    return tuple(found)


def _is_of_journey(story: Story, match: re.Match[str]) -> bool:
    """Whether these are the days that a visit lasts in whose course things happen."""
    return bool(match["range"] and _JOURNEY.search(story.low, max(0, match.start() - _VISITED), match.start()))


def _brackets(low: str) -> list[int]:
    return [found.start() for found in _BRACKET.finditer(low)]


def dated(day: Day, *, year: int | None, published: str | None) -> str | None:
    """As an event's date is kept.  A missing year is that which is next to `published`, else `year`.

    None where no year is known, or where it is no day of the calendar.
    """
    last = _settled(day.last, year=year, published=published)
    if last is None:
        return None
    first = last
    if day.first != day.last:
        first = _settled((day.first[0] or int(last[:4]), *day.first[1:]), year=year, published=published) or last
    return last if first >= last else f"{first}/{last}"


def _settled(said: tuple[int | None, int, int | None], *, year: int | None, published: str | None) -> str | None:
    given, month, day = said
    known = given or (_nearest(month, day or 15, published) if published else year)
    if known is None:
        return None
    if day is None:
        return f"{known}-{month:02}"
    try:
        return dt.date(known, month, day).isoformat()
    except ValueError:
        return None


def _nearest(month: int, day: int, published: str) -> int | None:
    try:
        to = dt.date.fromisoformat(published)
    except ValueError:
        return None
    years = (to.year - 1, to.year, to.year + 1)
    return min(years, key=lambda year: abs((dt.date(year, month, min(day, 28)) - to).days))


def _is_other(story: Story, match: re.Match[str]) -> bool:
    at = match.start()
    if story.is_cited(at):
        return True
    before = story.low[max(0, at - 16) : at]
    return bool(
        _OTHER.search(before) or _OTHER.search(before + match[0][:6]) or _MOON.match(story.low, match.end())
    )


def _day(match: re.Match[str], published: str | None) -> Day | None:
    start, end = match.span()
    what = match.lastgroup
    if match["range"]:
        year, month = _number(match["y2"]), int(match["m2"])
        last = (year, month, int(match["d2"]))
        first = (_number(match["y1"]) or None, _number(match["m1"]) or month, int(match["d1"]))
        if first[0] and year and year - first[0] > 1:
            return None  # what is remembered, and when: "(30/4/1975 - 30/4/2005)"
        return Day(start, end, first, last)
    if match["one"]:
        said = (_number(match["y"]), int(match["m"]), int(match["d"]))
        return Day(start, end, said, said)
    if match["month"]:
        whole = (_number(match["my"]), int(match["mm"]), None)
        return Day(start, end, whole, whole)
    to = _date(published)
    if to is None or what is None:
        return None
    if match["near"]:
        to += dt.timedelta(days=_AHEAD[match["ahead"]])
    else:
        wanted = 6 if match["sunday"] else _WEEKDAYS[match["weekday"]]
        to -= dt.timedelta(days=(to.weekday() - wanted) % 7)
    said = (to.year, to.month, to.day)
    return Day(start, end, said, said)


def _number(printed: str | None) -> int | None:
    return int(printed) if printed else None


def _date(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(published) if published else None
    except ValueError:
        return None
