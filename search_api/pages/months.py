"""Citing articles by month in; the columns of a small chart, each a way to those articles, out."""

from calendar import monthrange
from collections import Counter

from indexer.catalog.profiles import Counts
from search_api.pages.links import search_page
from search_api.pages.timeline import MOST_YEARS, Column, height, year_label

MOST_MONTHS = 60  # columns; a longer time is shown by years


def months(counts: Counts, *, key: str) -> tuple[Column, ...]:
    """From the first month to the last without a gap; nothing where no day is known.

    `key` is that of the document that the articles cite.
    """
    known = {_number(month): count for month, count in counts}
    if not known:
        return ()
    first, last = min(known), max(known)
    if last - first >= MOST_MONTHS:
        return _years(known, key)
    highest = max(known.values())
    return tuple(_month(at, first, known.get(at, 0), highest, key) for at in range(first, last + 1))


def _number(month: str) -> int:
    """Months since the year 0: "2024-04" -> 24291."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(at: int, first: int, count: int, highest: int, key: str) -> Column:
    year, month = at // 12, at % 12 + 1
    begin, end = f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]}"
    label = str(year) if month == 1 else f"{month}/{year}" if at == first and month < 10 else ""
    return Column(f"tháng {month}/{year}", label, count, height(count, highest), _articles(key, begin, end))


def _years(known: dict[int, int], key: str) -> tuple[Column, ...]:
    counts: Counter[int] = Counter()
    for month, count in known.items():
        counts[month // 12] += count
    last, highest = max(counts), max(counts.values())
    shown = range(max(min(counts), last - MOST_YEARS + 1), last + 1)
    return tuple(
        Column(
            name=f"năm {year}",
            label=year_label(year, of=len(shown)),
            count=counts[year],
            height=height(counts[year], highest),
            href=_articles(key, f"{year:04}-01-01", f"{year:04}-12-31"),
        )
        for year in shown
    )


def _articles(key: str, first: str, last: str) -> str:
    return search_page((("directive", key), ("from", first), ("to", last)))
