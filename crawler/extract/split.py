"""The cleaned lines of a text in, one group of lines for each article in it out."""

import re
from collections.abc import Sequence

from crawler.extract.lines import is_prose, looks_like_title

OPENING = 4  # lines of an article in which its dateline stands
ENOUGH = 3  # paragraphs that each of two articles has at the least
_DATELINE = re.compile(
    r"(?:\([^()]{2,30}\)\s*[-–]?\s*)?(?:(?:sáng|trưa|chiều|tối|đêm)(?:\s+nay)?|hôm\s+nay|ngày)(?:\s+ngày)?,?\s*\(?"
    r"(?P<day>\d{1,2})\s?[/-]\s?(?P<month>\d{1,2})(?:\s?[/-]\s?\d{4})?\)?,?\s+(?:tại|ở)\s",
    re.IGNORECASE,
)


def split(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The lines cut where a second article begins.

    That is at a title in the middle, behind three paragraphs or more of an article that opens with a dateline
    ("Ngày 23/12, tại Hà Nội, …"), before a dateline of another day and three paragraphs more.  Headings of
    chapters and round-ups of one day are left alone: of 18,006 single articles none is cut.
    """
    cuts = [0]
    for at in range(1, len(lines) - 1):
        if _begins(lines, at, since=cuts[-1]):
            cuts.append(at)
    parts = [tuple(lines[start:end]) for start, end in zip(cuts, [*cuts[1:], len(lines)], strict=True)]
    if len(parts) > 1:
        parts[-1] = _without_teaser(parts[-1])
    return tuple(parts)


def _begins(lines: Sequence[str], at: int, *, since: int) -> bool:
    day = _dateline(lines[at + 1])
    if day is None or not looks_like_title(lines[at]):
        return False
    before = next((found for line in lines[since : since + OPENING] if (found := _dateline(line))), None)
    if before is None or before == day or not looks_like_title(lines[since]):
        return False
    return min(_paragraphs(lines[since:at]), _paragraphs(lines[at + 1 :])) >= ENOUGH


def _paragraphs(lines: Sequence[str]) -> int:
    return sum(map(is_prose, lines))


def _dateline(line: str) -> tuple[str, str] | None:
    found = _DATELINE.match(line)
    return (found["day"].lstrip("0"), found["month"].lstrip("0")) if found else None


def _without_teaser(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Pages that print several articles end in the beginning of one more."""
    return lines[:-1] if lines[-1].endswith(("...", "…")) else lines
