"""Counts by year and month in; the columns of a small chart, each a way to narrow the search, out."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.search import Answer
from search_api.pages.links import chosen, within
from search_api.parameters import SearchParameters

MOST_YEARS = 60  # columns; of a longer time the last ones are shown
ALL_LABELLED = 8  # years; of more, at 18 rem, the labels touch


@dataclass(frozen=True, slots=True)
class Column:
    """`height` is in hundredths of the highest one; `label` is empty where there is no room for it."""

    name: str
    label: str
    count: int
    height: int
    href: str


def timeline(answer: Answer, asked: SearchParameters) -> tuple[Column, ...]:
    """Years, or the months of the year where there is but one; nothing where no time is known."""
    counted = {field: {one.value: one.count for one in buckets} for field, buckets in answer.facets}
    years = {int(year): count for year, count in counted.get("year", {}).items()}
    if len(years) == 1:
        return _months(next(iter(years)), counted.get("month", {}), asked)
    return _years(years, asked) if years else ()


def _years(counts: Mapping[int, int], asked: SearchParameters) -> tuple[Column, ...]:
    last = max(counts)
    shown = range(max(min(counts), last - MOST_YEARS + 1), last + 1)
    pairs, highest = chosen(asked), max(counts.values())
    return tuple(
        Column(
            name=f"năm {year}",
            label=year_label(year, of=len(shown)),
            count=counts.get(year, 0),
            height=height(counts.get(year, 0), highest),
            href=within(pairs, f"{year:04}-01-01", f"{year:04}-12-31"),
        )
        for year in shown
    )


def _months(year: int, counts: Mapping[str, int], asked: SearchParameters) -> tuple[Column, ...]:
    pairs, highest = chosen(asked), max(counts.values(), default=0)
    return tuple(
        Column(
            name=f"tháng {month}/{year}",
            label=f"T{month}",
            count=count,
            height=height(count, highest),
            href=within(pairs, f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{monthrange(year, month)[1]}"),
        )
        for month in range(1, 13)
        for count in (counts.get(f"{year:04}-{month:02}", 0),)
    )


def year_label(year: int, *, of: int) -> str:
    """Every year is named where there is room for all, else every fifth."""
    return str(year) if of <= ALL_LABELLED or year % 5 == 0 else ""


def height(count: int, highest: int) -> int:
    """At least 3 where there is anything: a single article must not vanish beside thousands."""
    return max(3, round(100 * count / highest)) if count else 0
