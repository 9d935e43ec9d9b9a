"""A day in, its next round anniversaries out: when documents are reviewed."""

from dataclasses import dataclass
from datetime import date

EVERY = 5  # years: "sơ kết 5 năm", "tổng kết 10 năm"


@dataclass(frozen=True, slots=True)
class Anniversary:
    day: str  # YYYY-MM-DD
    years: int


def coming(issued_on: str, *, today: date, most: int = 3) -> tuple[Anniversary, ...]:
    """The next ones from `today` on, that day included; of 29 February on 1 March."""
    first = date.fromisoformat(issued_on)
    years = max(EVERY, (today.year - first.year) // EVERY * EVERY)
    found: list[Anniversary] = []
    while len(found) < most:
        day = _after(first, years)
        if day >= today:
            found.append(Anniversary(day.isoformat(), years))
        years += EVERY
    return tuple(found)


def _after(first: date, years: int) -> date:
    try:
        return first.replace(year=first.year + years)
    except ValueError:
        return date(first.year + years, 3, 1)
