"""A parsed page and the corrections in, what the layout of its site says of it out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from lxml.html import HtmlElement

from crawler.article import Article, FetchedPage
from crawler.corrections.find import Found, elements, find, texts
from crawler.corrections.layout import Correction, Corrections, Layout
from crawler.corrections.text import read_paragraphs, unsigned
from crawler.extract.blocks import key
from crawler.extract.byline import signature, told_author
from crawler.extract.dates import Stamp, is_recent, read_date, read_line
from crawler.extract.meta import Meta, is_address, read_meta

ADDRESSES = "//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"
LEAST = 200  # characters of a body that make an article of a page which the generic reader refuses


@dataclass(frozen=True, slots=True)
class Sight:
    """What the layout's selectors found on one page; None and empty tuples where they found nothing."""

    correction: str  # its id
    layout: Layout
    title: str | None = None
    lead: str | None = None
    author: str | None = None
    signed: tuple[str, ...] = ()  # the lines as printed that name the author
    published: Stamp | None = None
    section: str | None = None
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()  # texts that were taken out

    @property
    def lost(self) -> tuple[str, ...]:
        """Keys of the layout whose selectors found nothing of use: the page is read there as any other."""
        values = {"body": self.paragraphs, "captions": True, "when": True}  # a page may have no picture
        names = [name for name, _ in self.layout.selectors()]
        return tuple(name for name in names if not (values[name] if name in values else getattr(self, name)))

    def tell(self, meta: Meta) -> Meta:
        """The head as if it said what the selectors found, so that the generic reader looks for it in print."""
        titles = (self.title, *meta.titles) if self.title else meta.titles
        leads = (self.lead, *meta.leads) if self.lead else meta.leads
        return replace(meta, titles=titles, leads=leads)

    def correct(self, article: Article) -> Article:
        """The generic reader's article with everything that the selectors found in its place."""
        title, lead = self.title or article.title, self.lead or article.lead
        elsewhere = {key(one) for one in (title, lead, *self.signed, *self.captions) if one}
        paragraphs = tuple(one for one in article.paragraphs if key(one) not in elsewhere)
        if self.paragraphs:
            paragraphs, author = unsigned(self.paragraphs, besides=elsewhere)
            article = replace(article, author=article.author or author)
        captions = tuple(dict.fromkeys((*article.captions, *self.captions)))
        corrected = replace(article, title=title, lead=lead, paragraphs=paragraphs, captions=captions)
        if self.author:
            corrected = replace(corrected, author=self.author)
        if self.published:
            corrected = replace(
                corrected,
                published=self.published.iso,
                precision=self.published.precision,
                published_from="site",
            )
        return replace(corrected, section=self.section) if self.section else corrected

    def alone(self, *, url: str | None) -> Article | None:
        """The article of a page that the generic reader takes for none, where the layout finds title and text."""
        if not self.title or sum(map(len, self.paragraphs)) < LEAST:
            return None
        return self.correct(Article(self.title, None, (), url=url))

    def verdicts(self) -> tuple[tuple[str, str], ...]:
        """What was taken or dropped by which key, for those who ask: ("site-lead", "Sáng 5/3 …")."""
        names = ("title", "lead", "author", "section")
        taken = [(f"site-{name}", value) for name in names if (value := getattr(self, name))]
        taken += [("site-published", self.published.iso)] if self.published else []
        taken += [("site-body", one) for one in self.paragraphs] + [("site-caption", one) for one in self.captions]
        return (*taken, *(("site-drop", one) for one in self.dropped))


def look(tree: HtmlElement, corrections: Corrections, fetched: FetchedPage) -> Sight | None:
    """What the page's layout says of it; what that drops is gone from `tree` then.  None where no layout holds."""
    if not corrections.items:
        return None
    correction = corrections.of(fetched.source_id, fetched.url or address(tree))
    if correction is None or (layout := _choose(tree, correction, fetched.fetched_at)) is None:
        return None
    title, lead, section = (_line(find(tree, one)) for one in (layout.title, layout.lead, layout.section))
    signed, captions = texts(find(tree, layout.author)), texts(find(tree, layout.captions))
    published = _moment(find(tree, layout.published), fetched.fetched_at)
    dropped = _drop(tree, layout)
    known = {key(one) for one in (title, lead, *signed, *captions) if one}
    return Sight(
        correction.id,
        layout,
        title=title,
        lead=lead,
        author=_names(signed),
        signed=signed,
        published=published,
        section=section,
        paragraphs=read_paragraphs(tree, elements(tree, layout.body), known=known, tables=layout.tables),
        captions=captions,
        dropped=dropped,
    )


def address(tree: HtmlElement) -> str | None:
    """Where the page says that it belongs: for one that was saved by hand."""
    return next(filter(is_address, map(str.strip, map(str, tree.xpath(ADDRESSES)))), None)


def _choose(tree: HtmlElement, correction: Correction, fetched_at: datetime) -> Layout | None:
    """The first layout that is the page's."""
    return next((one for one in correction.layouts if _holds(tree, one, fetched_at)), None)


def _holds(tree: HtmlElement, layout: Layout, fetched_at: datetime) -> bool:
    if layout.when and not find(tree, layout.when):
        return False
    if layout.since is None and layout.until is None:
        return True
    day = _day(tree, layout, fetched_at)
    return (layout.since or day) <= day <= (layout.until or day)


def _day(tree: HtmlElement, layout: Layout, fetched_at: datetime) -> date:
    """The article's day: as the layout finds it, else as the head says, else the day on which it was fetched."""
    own = _moment(find(tree, layout.published), fetched_at)
    told = own or next(filter(None, map(read_date, read_meta(tree).published)), None)
    return told.moment.date() if told else fetched_at.date()


def _moment(found: Sequence[Found], fetched_at: datetime) -> Stamp | None:
    """The first moment told there; an element may tell it in `datetime` too, which is then more exact."""
    for one in found:
        written = [one] if isinstance(one, str) else [one.get("datetime") or "", *texts([one])]
        stamps = [stamp for text in written if (stamp := read_line(text) or read_date(text))]
        best = min(stamps, key=lambda stamp: stamp.precision != "minute", default=None)
        if best and is_recent(best, fetched_at):
            return best
    return None


def _names(signed: Sequence[str]) -> str | None:
    """The persons named in those lines, joined as everywhere; None where they name none."""
    names = [told_author([line], site="") or signature(line, alone=True) for line in signed]
    return "; ".join(dict.fromkeys(filter(None, names))) or None


def _line(found: Sequence[Found]) -> str | None:
    return next(iter(texts(found)), None)


def _drop(tree: HtmlElement, layout: Layout) -> tuple[str, ...]:
    """The texts of what was taken out; what stands behind an element stays."""
    nodes = [node for selector in layout.drop for node in elements(tree, selector)]
    gone = texts(nodes)
    for node in nodes:
        if node.getparent() is not None:
            node.drop_tree()
    return gone
