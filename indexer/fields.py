"""The names that a person gives to fields in, those of the query model out; and dates as they are typed."""

import re
from calendar import monthrange
from datetime import date

from indexer.query import KeywordField, Terms
from nlp.directives.meant import meant

KEYWORDS: dict[str, KeywordField] = {
    "source": "source",
    "section": "section",
    "kind": "kind",
    "directive": "directives",
    "person": "persons",
    "organization": "organizations",
    "office": "offices",
    "place": "places",
    "event": "events",
}
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?")
_VIETNAMESE_DATE = re.compile(r"(?:(?P<day>\d{1,2})[/-])?(?P<month>\d{1,2})[/-](?P<year>\d{4})")


def terms(name: str, values: tuple[str, ...]) -> Terms:
    """Articles with one of `values` in the field that people call `name`; documents by number, key or name."""
    if name == "directive":
        values = tuple(dict.fromkeys(one for value in values for one in meant(value) or (value,)))
    return Terms(KEYWORDS[name], values)


def date_range(text: str) -> tuple[str, str]:
    """The first and last day of a day, month or year: "2024-02" -> ("2024-02-01", "2024-02-29").

    Raises ValueError, fit to be shown.
    """
    found = _DATE.fullmatch(text.strip()) or _VIETNAMESE_DATE.fullmatch(text.strip())
    try:
        if not found:
            raise ValueError
        year, month, day = (int(found[name] or 0) for name in ("year", "month", "day"))
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except ValueError:
        raise ValueError(f'"{text}" is no date: write 2024-01-31, 2024-01, 2024 or 31/1/2024.') from None
    return first.isoformat(), last.isoformat()
