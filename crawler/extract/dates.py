"""A date as a page or a field writes it in, ISO 8601 with +07:00 out, cut to what is known."""

import html
import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone
from typing import cast

from crawler.article import Origin, Precision
from crawler.extract.forms import Printed, find_day, find_timed, is_day

VIETNAM = timezone(timedelta(hours=7))  # every Vietnamese date is local time, whether or not it says so
EPOCH = datetime(1970, 1, 1, tzinfo=VIETNAM)  # what an empty counter turns into
OLDEST, NEWEST = datetime(1900, 1, 1, tzinfo=VIETNAM), datetime(2200, 1, 1, tzinfo=VIETNAM)
LONGEST_LINE = 160  # the longest date line seen is 68 characters; a sentence is no date line


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment in Vietnamese time, known to the minute or to the day, and where it was found."""

    moment: datetime
    precision: Precision
    origin: str = field(default="line", compare=False)  # "meta article:published_time" …

    @property
    def iso(self) -> str:
        if self.precision == "day":
            return self.moment.date().isoformat()
        return self.moment.isoformat(timespec="minutes")

    @property
    def found(self) -> Origin:
        """The kind of place: the first word of `origin`."""
        return cast("Origin", self.origin.split()[0])


def read_date(text: str | None, *, origin: str = "given") -> Stamp | None:
    """The date that the field or tag `origin` holds, in ISO 8601 or as printed.  None for an impossible one.

    Without a zone it is Vietnamese time: "2018-07-28T00:35:00", "2015-03-23 08:06 +07:00",
    "2024-08-04T07:54:00&#x2B;07:00", "Chủ Nhật, 06/04/2025 - 05:30", "Thứ hai, 26 Tháng 10 2020 14:49".
    """
    if not text:
        return None
    text = html.unescape(text.strip())[:LONGEST_LINE]
    found = _from_iso(iso) if (iso := _ISO.match(text)) else _find(text)
    return replace(found, origin=origin) if found else None


def read_line(line: str) -> Stamp | None:
    """The date of a line that is there to tell it: "19:15 | 25/07/2022 GMT+7", "Ngày: 22.04.2024".

    A line with a time may say a little more ("10/10/2017 21:21' Gửi bài này In bài này"); one without must be a
    date and nothing else but a name or a count behind it, since sentences hold dates too.
    """
    line = line.strip()
    if len(line) > LONGEST_LINE or not any(map(str.isdigit, line)):
        return None
    if iso := _ISO.fullmatch(line):
        return _from_iso(iso)
    found = find_timed(line)
    if found is None:
        return _from_day(line)
    rest = line[: found.start] + line[found.end :]
    if len(rest) > MOST_BESIDE or _SENTENCE.search(rest):
        return None
    return _from_print(found, line)


def is_labelled(line: str) -> bool:
    """Whether the line says that its date is the article's: "Ngày: 22.04.2024", "Đăng ngày 5/9/2023"."""
    return _LABEL.match(line.strip()) is not None


def is_update(line: str) -> bool:
    """Whether the line tells when the article was last changed."""
    return _UPDATE.search(line) is not None


def is_recent(stamp: Stamp, now: datetime) -> bool:
    """Whether the moment is not in the future; clocks and zones may be wrong by a day."""
    return stamp.moment <= now + timedelta(days=1)


def _find(text: str) -> Stamp | None:
    found = find_timed(text) or find_day(text)
    return _from_print(found, text) if found else None


def _from_day(line: str) -> Stamp | None:
    label = _BEFORE.match(line)
    line = line[label.end() :] if label else line
    found = find_day(line)
    if found is None or not is_day(line[: found.end]):
        return None
    return _from_print(found, line) if _BEHIND.fullmatch(line[found.end :]) else None


def _from_iso(found: re.Match[str]) -> Stamp | None:
    year, month, day, hour, minute, second, zone = found.groups()
    if hour is None:
        return _stamp(year, month, day)
    if zone is None and (hour, minute, second) == ("00", "00", "00"):
        return _stamp(year, month, day)  # what a date becomes in a database column for times
    local = _stamp(year, month, day, hour, minute)
    if local is None or zone is None:
        return local
    return Stamp((local.moment - _offset(zone) + timedelta(hours=7)), "minute")


def _offset(zone: str) -> timedelta:
    if zone in "Zz":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    return (-1 if zone[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes)


def _from_print(found: Printed, text: str) -> Stamp | None:
    stamp = _stamp(found.year, found.month, found.day, found.hour, found.minute)
    abroad = _ABROAD.search(text)
    if stamp is None or abroad is None or stamp.precision == "day":
        return stamp
    return Stamp(stamp.moment - _offset(f"{abroad[1]}{int(abroad[2]):02}") + timedelta(hours=7), "minute")


def _stamp(
    year: str | int,
    month: str | int,
    day: str | int,
    hour: str | int | None = None,
    minute: str | int | None = None,
) -> Stamp | None:
    try:
        moment = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), tzinfo=VIETNAM)
    except ValueError:
        return None
    if not OLDEST <= moment < NEWEST or moment.date() == EPOCH.date():
        return None
    return Stamp(moment, "day" if hour is None else "minute")


_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"
    r"(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([Zz]|[+-]\d{2}(?::?\d{2})?)?)?"
)
_ABROAD = re.compile(r"\b(?:gmt|utc)\s*([+-])\s*(\d{1,2})\b", re.IGNORECASE)
_LABELS = (
    r"(?:ngày(?:\s+đăng|\s+xuất\s+bản|\s+cập\s+nhật|\s+tạo|\s+viết)?"
    r"|(?:được\s+)?đăng(?:\s+(?:ngày|lúc|vào|tin))?|xuất\s+bản(?:\s+(?:ngày|lúc))?"
    r"|thời\s+gian(?:\s+đăng)?|cập\s+nhật(?:\s+(?:ngày|lúc))?"
    r"|(?:posted|published|updated?)(?:\s+(?:on|at|date))?|date)"
)
_LABEL = re.compile(rf"{_LABELS}\s*:|đăng\s+(?:ngày|lúc)|cập\s+nhật|(?:posted|published)\s+on\b", re.IGNORECASE)
_UPDATE = re.compile(r"cập\s+nhật|sửa\s+đổi|updated?\b", re.IGNORECASE)
_BEFORE = re.compile(rf"{_LABELS}\s*:?\s*", re.IGNORECASE)
_BY = r"(?:by|bởi|đăng\s+bởi|tác\s+giả|người\s+đăng)\b"
_BEHIND = re.compile(  # what stands behind a day on its line: "by admin", "| Tác giả: Hà Thu", "- 120 lượt xem"
    rf"[|\s).,]*|\s*{_BY}.{{1,40}}|\s*[|•·-]\s*(?:{_BY}.{{1,40}}|[\d.,]+\s+(?:lượt\s+(?:xem|đọc)|views?))",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{2,}\s*[.!?…](?:\s|$)|\b(?:tại|đã|được|của|những)\b")
MOST_BESIDE = 60  # characters beside a date and time: "Sống trẻ Giáo dục | Cập nhật …", "… Gửi bài này In bài này"
