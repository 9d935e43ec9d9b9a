"""A fetched page in, how it was read out: the same articles or reason that `extract` gives, and why."""

from dataclasses import replace

from crawler.article import Article, FetchedPage, Rejected
from crawler.corrections.layout import NONE, Corrections
from crawler.explain.verdict import Explained, Verdict
from crawler.explain.web import explain_web
from crawler.extract.page import HTML, extract, settle
from crawler.extract.plain import Sorted, sort_lines
from crawler.extract.remark import remark


def explain(page: FetchedPage, corrections: Corrections = NONE) -> Explained:
    """How the page was read.  Never raises Rejected: that is one of the things explained."""
    try:
        found = _explain(settle(page), corrections)
    except Rejected as rejected:
        return Explained(reason=rejected.reason, signs=rejected.signs)
    return replace(found, articles=tuple(map(remark, found.articles)))


def _explain(page: FetchedPage, corrections: Corrections) -> Explained:
    if page.media_type in HTML:
        return explain_web(page, corrections)
    if page.media_type == "text/plain":
        return _text(sort_lines(page))
    return _whole(extract(page, corrections))


def _text(lines: Sorted) -> Explained:
    verdicts = tuple(Verdict(line.text, lines.rules[line.at]) for line in lines.lines)
    if not lines.articles:
        return Explained(reason="no-text", verdicts=verdicts)
    first = lines.articles[0]
    origins = {"published": first.published_from, "author": "signature" if first.author else None}
    return Explained(lines.articles, origins=_known(origins), verdicts=verdicts)


def _whole(articles: tuple[Article, ...]) -> Explained:
    """Nothing was taken apart: every text is the article's."""
    verdicts: list[Verdict] = []
    for one in articles:
        verdicts += [Verdict(text, rule) for text, rule in ((one.title, "title"), (one.lead, "lead")) if text]
        rule = "official-text" if one.kind == "document" else "as-given"
        verdicts += [Verdict(text, rule) for text in one.paragraphs]
        verdicts += [Verdict(text, "caption") for text in one.captions]
    return Explained(articles, origins=_known({"published": articles[0].published_from}), verdicts=tuple(verdicts))


def _known(origins: dict[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((field, origin) for field, origin in origins.items() if origin)
