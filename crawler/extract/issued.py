"""The lines of an official text in, the day it was issued, as its head or its end says, out."""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise

REACH = 6  # lines round a consolidated text's number, at its end, in which its day stands
_DAY = (
    r"ngày\s{0,3}(?P<day>\d{1,2})(?:\s{0,3}tháng\s{0,3}|\s?[/.-]\s?)(?P<month>\d{1,2})"
    r"(?:\s{0,3}năm\s{0,3}|\s?[/.-]\s?)(?P<year>(?:19|20)\d\d)(?!\d\d)"  # a footnote's digit may follow
)
_DATELINE = re.compile(rf"[^\W\d_]\s?,\s?{_DAY}", re.IGNORECASE)  # "Hà Nội, ngày …"
_BARE = re.compile(
    rf"(?:^|\|)\s?(?:[^\W\d]{{1,9}}\s(?:[^\W\d]{{1,9}}\s){{0,3}}số\s\S{{1,60}}\s)?{_DAY}", re.IGNORECASE
)
_ADOPTED = re.compile(
    rf"(?:luật|pháp lệnh|nghị quyết|hiến pháp) này\s[^.;]{{0,160}}?thông qua\s(?:trong phiên họp\s)?{_DAY}",
    re.IGNORECASE,
)
PREAMBLE = re.compile(r"căn cứ\b", re.IGNORECASE)
_CONSOLIDATED = re.compile(r"(?:^|\|)\s?số\s?:?\s?\d+\s?/\s?VBHN|xác thực văn bản hợp nhất", re.IGNORECASE)


def is_dateline(line: str) -> bool:
    """Whether the line is place and day: "Hà Nội, ngày 05 tháng 01 năm 2022"."""
    return len(line) < 80 and _DATELINE.search(line) is not None


def in_head(lines: Sequence[str]) -> str | None:
    """The day of the line with place and day, YYYY-MM-DD; it may break over two lines, and stand without place.

    Days of the preamble are other documents'.
    """
    end = next((at for at, line in enumerate(lines) if PREAMBLE.match(line)), len(lines))
    head = lines[:end]
    joined = (f"{one} {two}" for one, two in pairwise((*head, "")))
    return next((day for line in joined if (day := _day(_DATELINE.search(line)))), None) or next(
        (day for line in head if (day := _day(_BARE.search(line)))), None
    )


def in_end(lines: Sequence[str], *, consolidated: bool) -> str | None:
    """The day on which the Assembly adopted its act; on which a consolidated text was signed: by its number."""
    if consolidated:
        near = (_DATELINE.search(_round(lines, at, REACH)) for at in _signatures(lines))
    else:
        near = (_ADOPTED.search(_round(lines, at, 2)) for at, line in enumerate(lines) if "thông qua" in line)
    return next((day for found in near if (day := _day(found))), None)


def _signatures(lines: Sequence[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if _CONSOLIDATED.search(line)]


def _round(lines: Sequence[str], at: int, reach: int) -> str:
    return " ".join(" ".join(line[:500] for line in lines[max(0, at - reach) : at + reach]).split())


def _day(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    try:
        return dt.date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
    except ValueError:
        return None
