"""A text in, the first day and time printed in it out, as numbers: the forms that Vietnamese pages use."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printed:
    """As printed; `hour` and `minute` are None for a day alone.  `start` and `end` are places in the text."""

    year: int
    month: int
    day: int
    hour: int | None
    minute: int | None
    start: int
    end: int


def find_timed(text: str) -> Printed | None:
    """The first day with a time beside it: "Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "10 giờ 30, 5 tháng Ba 2026"."""
    found = _DATE_TIME.search(text) or _TIME_DATE.search(text)
    return _read(found) if found else None


def find_day(text: str) -> Printed | None:
    found = _DATE_ALONE.search(text)
    return _read(found) if found else None


def is_day(text: str) -> bool:
    """Whether the text is a day and nothing else but signs."""
    return _DAY_LINE.fullmatch(text) is not None


def _read(found: re.Match[str]) -> Printed:
    parts = found.groupdict()
    day, month, year = (next(filter(None, map(parts.get, names))) for names in _NAMES)
    hour = parts.get("hour")
    return Printed(
        year=int(year) + (2000 if len(year) == 2 else 0),
        month=_MONTHS.get(" ".join(month.lower().split())) or int(month),
        day=int(day),
        hour=None if hour is None else _hour(int(hour), (parts["half"] or "").lower().replace(".", "")),
        minute=None if hour is None else int(parts["minute"]),
        start=found.start(),
        end=found.end(),
    )


def _hour(hour: int, half: str) -> int:
    """Hour of 24; several papers write a 24-hour time with AM or PM behind it ("00:35 AM", "14:30 PM")."""
    if hour == 12:
        return 0 if half in {"am", "sa", "đêm"} else hour
    return hour + 12 if hour < 12 and hour in _LATE.get(half, ()) else hour


_LATE = {  # hours of 12 to which twelve are added: "1:30 trưa" is 13:30, "11:30 trưa" is 11:30
    "pm": range(12), "ch": range(12), "trưa": range(1, 4), "chiều": range(1, 8), "tối": range(5, 12),
    "đêm": range(8, 12),
}  # fmt: skip
_VIETNAMESE = (
    "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai"
)  # fmt: skip
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = {
    **{name: at for at, name in enumerate(_VIETNAMESE, start=1)},
    **{name: at for at, name in enumerate(_ENGLISH, start=1)},
    **{name[:3]: at for at, name in enumerate(_ENGLISH, start=1)},
    "giêng": 1,
    "bốn": 4,
    "bẩy": 7,
    "chạp": 12,
    "sept": 9,
}
_WORDS = r"mười\s+một|mười\s+hai|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|chạp"
_NAMED = rf"(?:{'|'.join(_ENGLISH)}|sept|{'|'.join(name[:3] for name in _ENGLISH)})"
_WEEKDAY = (
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mon|tue|wed|thu|fri|sat|sun)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:{_WEEKDAY},?\s*)?(?:ngày\b:?\s*)?(?:"
    r"(?<![\d/.-])(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4}|\d{2})(?!\d|[/.]\d)"
    rf"|(?<![\d/.-])(?P<year1>{_YEAR})(?P<sign>[-/])(?P<month1>\d{{1,2}})(?P=sign)(?P<day1>\d{{1,2}})(?![\d/-])"
    rf"|(?<!\d)(?P<day2>\d{{1,2}})\s+(?:tháng|thg\.?)\s+(?P<month2>\d{{1,2}}|{_WORDS})"
    rf"(?:\s*[,/-]\s*|\s+năm\s+|\s+)(?P<year2>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<day3>\d{{1,2}})\s+th(?P<month3>\d{{1,2}}),?\s+(?P<year3>{_YEAR})(?!\d)"
    rf"|\bth(?:áng\s+)?(?P<month4>\d{{1,2}}|{_WORDS})\s+(?P<day4>\d{{1,2}})\s*,\s*(?P<year4>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<day5>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<month5>{_NAMED})\b\.?,?[\s-]+(?P<year5>{_YEAR})(?!\d)"
    rf"|\b(?P<month6>{_NAMED})\b[.,]?\s+(?P<day6>\d{{1,2}})(?:st|nd|rd|th)?\s*[,/\s]\s*(?P<year6>{_YEAR})(?!\d))"
)
_NAMES = tuple(tuple(f"{part}{number}" for number in ("", *range(1, 7))) for part in ("day", "month", "year"))
_TIME = (
    r"(?<![\d:])(?P<hour>[01]?\d|2[0-3])\s?(?::|h:?|g|giờ)\s?(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"(?:['’′]|p\b|\s?phút\b)?(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?|sa|ch|sáng|trưa|chiều|tối|đêm)(?!\w))?"
)
_ZONE = r"\(?\s*(?:gmt|utc)\s*\+?\s*0?7(?:[:.]?00)?\s*\)?"
_GAP = rf"(?:\s|[,;|()•·/–—-]|ngày\b|lúc\b|at\b|on\b|{_WEEKDAY}|{_ZONE}){{0,12}}"
_DATE_TIME = re.compile(rf"{_DAY}{_GAP}{_TIME}(?:{_GAP}{_ZONE})?", re.IGNORECASE)
_TIME_DATE = re.compile(rf"{_TIME}{_GAP}{_DAY}(?:{_GAP}{_ZONE})?", re.IGNORECASE)
_DATE_ALONE = re.compile(_DAY, re.IGNORECASE)
_DAY_LINE = re.compile(rf"[|\s(]*{_DAY}[|\s).,]*", re.IGNORECASE)
