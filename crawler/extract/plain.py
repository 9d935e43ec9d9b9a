"""A plain text in, the articles that it holds out, without what the page around them left in it."""

from collections.abc import Iterator, Sequence

from crawler.article import Article, FetchedPage, Rejected
from crawler.extract.byline import is_source, signature
from crawler.extract.dates import Stamp, is_labelled, is_recent, read_line
from crawler.extract.decode import decode
from crawler.extract.garble import check
from crawler.extract.header import is_motto, read_header
from crawler.extract.lines import Line, is_prose, looks_like_title, read_lines
from crawler.extract.related import Stripped, strip
from crawler.extract.split import split

TOP = 8  # lines in which the date line stands, behind a breadcrumb and the title
HEAD = 15  # lines in which an official text prints the motto
LONGEST_LEAD = 600  # characters; the longest lead of the articles measured has 441


def read_text(page: FetchedPage) -> tuple[Article, ...]:
    """The articles of the text; more than one only where a second title and dateline stand in its middle.

    Raises Rejected: "too-large", "garbled" or "no-text".
    """
    text = decode(page)
    check(text)
    lines = read_lines(text)
    if any(is_motto(line.text) for line in lines[:HEAD]):
        return (_document([line.text for line in lines], page.url),)
    lines, stamp = _take_date(lines)
    stripped = strip(lines)
    if not stripped.lines:
        raise Rejected("no-text")
    if stamp and not is_recent(stamp, page.fetched_at):
        stamp = None
    return tuple(_articles(stripped, page.url, stamp=stamp))


def _document(lines: Sequence[str], url: str | None) -> Article:
    header = read_header(lines)
    title = " ".join(part for part in (header.type, header.subject) if part)
    return Article(
        title=title or None, lead=None, paragraphs=tuple(lines), kind="document", url=url, document=header
    )


def _take_date(lines: Sequence[Line]) -> tuple[tuple[Line, ...], Stamp | None]:
    """The lines without the date lines at their top, and the date: the first with a time, else a day.

    A day alone counts with a label or behind the title: before it stands the day of the visit.
    """
    found: list[Stamp] = []
    kept: list[Line] = []
    titled = False
    for at, line in enumerate(lines):
        stamp = read_line(line.text) if at < TOP else None
        if stamp is None:
            titled = titled or looks_like_title(line.text)
            kept.append(line)
        elif stamp.precision == "minute" or is_labelled(line.text) or titled:
            found.append(stamp)
    return tuple(kept), next(
        (stamp for stamp in found if stamp.precision == "minute"), found[0] if found else None
    )


def _articles(stripped: Stripped, url: str | None, *, stamp: Stamp | None) -> Iterator[Article]:
    """One article a part; the date line at the top tells of the first."""
    start = 0
    for part in split(stripped.lines):
        end = start + len(part)
        captions = dict.fromkeys(text for at, text in stripped.captions if start < at <= end or at == start == 0)
        yield _article(part, url, stamp=stamp if start == 0 else None, captions=tuple(captions))
        start = end


def _article(lines: Sequence[str], url: str | None, *, stamp: Stamp | None, captions: tuple[str, ...]) -> Article:
    title = lines[0] if len(lines) > 1 and looks_like_title(lines[0]) else None
    rest = [line for line in lines if line != title]
    author = None
    while len(rest) > 1 and author is None:
        author = signature(rest[-1])
        if author is None and not is_source(rest[-1]):
            break
        rest.pop()
    has_lead = title is not None and len(rest) > 1 and is_prose(rest[0]) and len(rest[0]) <= LONGEST_LEAD
    return Article(
        title=title,
        lead=rest[0] if has_lead else None,
        paragraphs=tuple(rest[1:] if has_lead else rest),
        url=url,
        author=author,
        published=stamp.iso if stamp else None,
        precision=stamp.precision if stamp else None,
        published_from=stamp.found if stamp else None,
        captions=captions,
    )
