"""A page in, how it is read and what it lacks out, with hints where the missing pieces may stand.

Runs in a child that can be killed; what comes back pickles.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crawler.article import Article, FetchedPage, Rejected
from crawler.corrections.layout import Corrections
from crawler.corrections.sight import Sight, look
from crawler.diagnosis.hint import Candidate, Hint, to_hints
from crawler.diagnosis.moments import moments
from crawler.diagnosis.passages import bodies, leads, titles
from crawler.diagnosis.persons import authors
from crawler.diagnosis.sheet import Sheet, take
from crawler.extract.decode import decode
from crawler.extract.page import HTML, extract
from crawler.extract.tree import parse

THIN = 300  # characters of text: a notice, a picture with a caption, or a reader gone wrong
NO_TEXT = "no-text"  # the reason of a page on which the generic reader found nothing, though there may be much
# What can be missing, in the order in which it is told, with the key of a layout that would bring it.
LACKS = {"title": "title", "lead": "lead", "minute": "published", "author": "author", "thin": "body"}
_SEEK: dict[str, Callable[[Sheet], Iterable[Candidate]]] = {
    "title": titles,
    "lead": leads,
    "minute": moments,
    "author": authors,
    "thin": bodies,
}


@dataclass(frozen=True, slots=True)
class Checkup:
    """One page.  `reason` says why it was rejected; `lost` are keys of its layout that found nothing."""

    name: str  # its address, or its file
    reason: str | None
    title: str | None
    published: str | None
    paragraphs: tuple[str, ...]
    lacks: tuple[str, ...]  # of LACKS
    layout: str | None = None
    lost: tuple[str, ...] = ()
    hints: tuple[Hint, ...] = ()
    lead: str | None = None
    author: str | None = None


def examine(page: FetchedPage, corrections: Corrections) -> Checkup:
    """The page read as always, and looked through for what is missing."""
    name = page.url or page.name
    sight = _sight(page, corrections)
    layout, lost = (sight.layout.name, sight.lost) if sight else (None, ())
    try:
        article = extract(page, corrections)[0]
    except Rejected as rejected:
        sought = ("title", "thin") if rejected.reason == NO_TEXT else ()
        return Checkup(name, rejected.reason, None, None, (), sought, layout, lost, _hints(page, None, sought))
    lacks = missing(article)
    return Checkup(
        article.url or name,
        None,
        article.title,
        article.published,
        article.paragraphs if article.kind == "article" else (),  # forms repeat in official texts
        lacks,
        layout,
        lost,
        _hints(page, article, lacks),
        article.lead,
        article.author,
    )


def missing(article: Article) -> tuple[str, ...]:
    """What a reader would miss; an official text has no lead, no minute and no author."""
    if article.kind == "document":
        return ()
    there = {
        "title": article.title,
        "lead": article.lead,
        "minute": article.precision == "minute",
        "author": article.author,
        "thin": len(article.body) >= THIN,
    }
    return tuple(lack for lack in LACKS if not there[lack])


def _hints(page: FetchedPage, article: Article | None, lacks: Iterable[str]) -> tuple[Hint, ...]:
    """For what is lacking; and for the title always, since one that others have too is none."""
    if page.media_type not in HTML:
        return ()
    sheet = take(page, article)
    lacks = dict.fromkeys(("title", *lacks))
    return tuple(hint for lack in lacks for hint in to_hints(LACKS[lack], sheet.tree, _SEEK[lack](sheet)))


def _sight(page: FetchedPage, corrections: Corrections) -> Sight | None:
    """What the corrections find on the page; parsed anew, as looking takes things out of the tree."""
    if page.media_type not in HTML or not corrections.items:
        return None
    try:
        return look(parse(decode(page)), corrections, page)
    except Rejected:
        return None
