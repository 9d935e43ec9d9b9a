"""What a page says and prints of its date in, the time of publication out."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from lxml.html import HtmlElement

from crawler.extract.address import read_url
from crawler.extract.blocks import Block
from crawler.extract.dates import LONGEST_LINE, Stamp, is_labelled, is_recent, is_update, read_date, read_line
from crawler.extract.meta import OF_PAGE, Meta

ABOVE = 6  # blocks above the title in which the date line may stand; page headers with today's date stand higher
NEXT = 2  # blocks above the title in which the line stands that may put the head right
CLOCK = timedelta(minutes=10)  # between a clock in a page's header and the time of its fetch
AGREES = timedelta(hours=36)  # between what is printed and what the head says: time zones, times of upload
MOST_MARKS = 20
_MARKS = (
    '//*[@itemprop="datePublished"]/@datetime | //*[@itemprop="datePublished"]/@content'
    ' | //abbr[contains(@class, "published")]/@title'
)
_TIME = re.compile(r"\d{1,2}[:h]\d{2}")
_SCRIPTED = re.compile(r"""[=(]\s*(["'])(?P<line>[^"'<>]{8,120})\1""")


def find_published(
    meta: Meta,
    blocks: Sequence[Block],
    tree: HtmlElement,
    *,
    title: int | None,
    body: int,
    url: str | None,
    fetched_at: datetime,
) -> Stamp | None:
    """What stands in print by the title, to the minute; else what the head says; else a day printed there, to the
    minute where its mark or the head's word on the page says more; else what a script prints; else the URL's day.

    Print wins where both agree on the day, because it is what readers saw (24h.com.vn's tag is 13 hours before it,
    VnExpress 2019 gives its local time the zone +08:00).  A date in the article's text is never taken.
    """
    dates = list(zip(meta.published, meta.published_from, strict=True))
    told = _told((text, origin) for text, origin in dates if origin != OF_PAGE)
    lines = _printed(blocks, title=title, body=body)
    printed = [
        stamp
        for at, stamp in lines
        if title is None or at > title or not (_is_clock(stamp, fetched_at) or (told and title - at > NEXT))
    ]
    times = [stamp for stamp in printed if stamp.precision == "minute"]
    if told:
        near = [stamp for stamp in times if abs(stamp.moment - told.moment) <= AGREES]
        best: Stamp | None = near[0] if near and near[0] != told else told
    else:
        exact = (*times, *_marked(blocks, title=title, body=body), _told(dates), _lone(tree))
        best = next((one for one in exact if one and _agrees(one, printed)), None) or next(iter(printed), None)
        best = best or _scripted(tree) or read_url(url)
    return best if best and is_recent(best, fetched_at) else None


def _printed(blocks: Sequence[Block], *, title: int | None, body: int) -> list[tuple[int, Stamp]]:
    """Dates by the title and the blocks that print them; those that tell the time of a change come last.

    First come the lines behind the title, then those above it from below: in a page's header stand today and the
    time.  A day alone counts only behind the title or with a label.
    """
    lines = [(at, _with_time(blocks[at : at + 2])) for at in _places(blocks, title=title, body=body)]
    last = len(blocks)
    found = [
        ((is_update(text), at if title is not None and at > title else last - at + last), (at, stamp))
        for at, text in lines
        if (stamp := read_line(text))
        and (stamp.precision == "minute" or is_labelled(text) or (title is not None and at > title))
    ]
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def _is_clock(stamp: Stamp, now: datetime) -> bool:
    """Whether the page prints the time at which it was fetched."""
    return stamp.precision == "minute" and abs(stamp.moment - now) <= CLOCK


def _marked(blocks: Sequence[Block], *, title: int | None, body: int) -> Iterator[Stamp]:
    """Times that the page's own markup gives to what is printed by the title: `<time datetime=…>`."""
    for at in _places(blocks, title=title, body=body):
        if title is not None and len(blocks[at].text) <= LONGEST_LINE:
            for node in blocks[at].node.iter("time"):
                stamp = read_date(node.get("datetime"), origin="meta time")
                if stamp and stamp.precision == "minute" and (node.text or "").strip() in blocks[at].text:
                    yield stamp


def _lone(tree: HtmlElement) -> Stamp | None:
    """The one time that is marked as that of publication anywhere on the page."""
    raw = {str(value) for value in tree.xpath(_MARKS)[:MOST_MARKS]}
    return read_date(raw.pop(), origin="meta itemprop") if len(raw) == 1 else None


def _places(blocks: Sequence[Block], *, title: int | None, body: int) -> list[int]:
    start = max(0, title - ABOVE) if title is not None else 0
    return [at for at in range(start, min(body, len(blocks))) if _may_date(blocks[at], at, title)]


def _told(dates: Iterable[tuple[str, str]]) -> Stamp | None:
    return next((stamp for text, origin in dates if (stamp := read_date(text, origin=origin))), None)


def _agrees(stamp: Stamp, printed: Sequence[Stamp]) -> bool:
    return not printed or any(abs(stamp.moment - one.moment) <= AGREES for one in printed)


def _with_time(blocks: Sequence[Block]) -> str:
    """The block's text, with the time that stands beside it in a block of its own."""
    text, *following = (block.text for block in blocks)
    return f"{text} {following[0]}" if following and _TIME.fullmatch(following[0]) else text


def _may_date(block: Block, at: int, title: int | None) -> bool:
    """A date inside a link is another article's, unless it stands right by the title."""
    return block.linked < 0.5 or (title is not None and abs(at - title) <= 2)


def _scripted(tree: HtmlElement) -> Stamp | None:
    """A date line that a script writes into the page: `….innerHTML="Thứ năm, 20/12/2012, 16:10 GMT+7"`."""
    for script in tree.iter("script"):
        for found in _SCRIPTED.finditer((script.text or "")[:2_000]):
            stamp = read_line(html.unescape(found["line"]))
            if stamp and stamp.precision == "minute":
                return replace(stamp, origin="script")
    return None
