"""Articles that are copies of one another in; the order in which they were printed, the original first, out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from crawler.article import Article
from crawler.letters import fold

DAY_S = 86_400
LONGEST = 60  # characters of a line that is nothing but where the article is from
LEAST = 3  # letters of a name that can say which paper is meant
_CREDIT = re.compile(r"\W*(?:theo|nguồn|dẫn nguồn)\s*:?\s+(.+)", re.IGNORECASE)
_TRAILING = re.compile(r"[(\s]theo\s*:?\s+([^().]{2,40})\)?\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printing:
    """One article of a text; `at` is the latest time at which it can have come out, `seen` when it was first seen,
    `names` what its paper is called (letters and digits alone), `credits` the paper from which it says that it is,
    in the same form.
    """

    id: str
    wording: str
    at: float
    seen: datetime
    names: frozenset[str]
    credits: str | None


def printing(
    id_: str, article: Article, *, wording: str, source: str, at: float, seen: datetime, host: str
) -> Printing:
    site = host.removeprefix("www.").removeprefix("m.")
    names = {plain(name) for name in (source, site, site.partition(".")[0])}
    return Printing(
        id_, wording, at, seen, frozenset(name for name in names if len(name) >= LEAST), credit(article)
    )


def latest(published_at: int | None, *, precision: str | None, seen: datetime) -> float:
    """Seconds since 1970: the minute that it bears; of a day its end, or when it was seen if that was before."""
    seen_at = seen.timestamp()
    if published_at is None:
        return seen_at
    if precision == "minute":
        return published_at
    return min(published_at + DAY_S, max(seen_at, published_at))


def credit(article: Article) -> str | None:
    """The paper that the last line, or the author, says the article is from: "(Theo Dân trí)" -> "dantri"."""
    last = article.paragraphs[-1].rstrip().rpartition("\n")[2] if article.paragraphs else ""
    for line in filter(None, (article.author, last)):
        found = (_CREDIT.match(line) if len(line) <= LONGEST else None) or _TRAILING.search(line[-LONGEST:])
        if found and (name := plain(found[1])):
            return name
    return None


def ordered(printings: Iterable[Printing]) -> tuple[Printing, ...]:
    """The earliest first, else the first seen; those that say they are from another one of them after the rest."""
    known = tuple(printings)
    names = frozenset().union(*(one.names for one in known))

    def place(one: Printing) -> tuple[bool, float, datetime, str]:
        return bool(one.credits and one.credits in names - one.names), one.at, one.seen, one.id

    return tuple(sorted(known, key=place))


def plain(name: str) -> str:
    """Letters and digits without accents: "Dân trí" -> "dantri", "dantri.com.vn" -> "dantricomvn"."""
    return "".join(filter(str.isalnum, fold(name))).removeprefix("bao")
