"""The date of an event as it is kept in, its first and last day out."""

import calendar
import datetime as dt


def span(date: str | None) -> tuple[dt.date, dt.date] | None:
    """First and last day of "2022-07-25", "2019-05" (the whole month) or two of them with a stroke between.

    None where there is none, or where it is no date of the calendar.
    """
    if not date:
        return None
    first, _, last = date.partition("/")
    try:
        return _days(first)[0], _days(last or first)[1]
    except ValueError:
        return None


def _days(text: str) -> tuple[dt.date, dt.date]:
    if len(text) == len("2019-05"):
        year, month = int(text[:4]), int(text[5:])
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    day = dt.date.fromisoformat(text)
    return day, day
