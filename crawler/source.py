"""A place to collect from, as data."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """A page that lists articles, newest first."""

    url: str
    next_page: str | None = None  # URL of page n, with "{page}" for n; None where there is only one
    pages: int = 1  # how many pages a run reads at the most


@dataclass(frozen=True, slots=True)
class Source:
    """One site.  Facts about it live in config/sources/<id>.yaml."""

    id: str
    name: str
    home: str
    article: re.Pattern[str]  # searched in an absolute URL; a match is an article's address
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    listings: tuple[Listing, ...] = ()
    delay_s: float = 2.0  # seconds between two requests to this site
    articles_per_day: int = 0  # what the source normally yields; 0 says nothing is expected
    recheck_days: int = 3  # an article is asked for again (conditionally) while younger than this
    max_pages: int = 2_000  # a run's budget of requests
    allow_private: bool = False  # may stand on loopback or a private address
    verify_tls: bool = True
    place: str | None = None  # slug of the province whose paper it is ("quang-nam"): whose "UBND tỉnh" it means
    paused: bool = False
    unverified: tuple[str, ...] = ()  # parts of this record that nobody has tried against the live site
