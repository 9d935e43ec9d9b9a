"""An HTML page in, how it was read out."""

from collections.abc import Iterator, Sequence

from crawler.article import Article, FetchedPage, Rejected
from crawler.corrections.layout import Corrections
from crawler.corrections.sight import Sight
from crawler.explain.origins import find_origins
from crawler.explain.verdict import Explained, Verdict
from crawler.extract.apart import Page, take_apart
from crawler.extract.blocks import Block, key
from crawler.extract.dates import read_line
from crawler.extract.listing import roles
from crawler.extract.reading import Reading
from crawler.extract.web import read


def explain_web(fetched: FetchedPage, corrections: Corrections) -> Explained:
    """Raises Rejected for what cannot be taken apart."""
    page = take_apart(fetched, corrections)
    try:
        found = read(page)
    except Rejected as rejected:
        verdicts = tuple(_refused(page.blocks))
        article = page.sight.alone(url=page.url) if page.sight else None
        if page.sight is None or article is None:
            return Explained(reason=rejected.reason, signs=rejected.signs, verdicts=verdicts)
        return _corrected(page.sight, article, (), verdicts)
    if isinstance(found, Reading):
        article, origins, verdicts = found.article, find_origins(found), tuple(_read(found))
    else:
        article, origins, verdicts = found, (), tuple(_official(page, found))
    if page.sight:
        return _corrected(page.sight, page.sight.correct(article), origins, verdicts)
    return Explained((article,), origins=origins, verdicts=verdicts)


def _refused(blocks: Sequence[Block]) -> Iterator[Verdict]:
    for block, role in zip(blocks, roles(blocks), strict=True):
        yield Verdict(block.text, f"list-{role}")


def _read(reading: Reading) -> Iterator[Verdict]:
    article, title, lead = reading.article, reading.page.title, reading.lead
    if title.text and title.at is None:
        yield Verdict(title.text, "title-from-head")
    if lead.text and lead.at is None:
        yield Verdict(lead.text, "lead-from-head")
    captions = set(article.captions)
    for at, block in enumerate(reading.page.blocks):
        rule = _rule(reading, at)
        yield Verdict(block.text, "known" if rule == "caption" and block.text not in captions else rule)


def _rule(reading: Reading, at: int) -> str:
    page = reading.page
    if at == page.title.at:
        return "title"
    if at == reading.lead.at:
        return "lead"
    if rule := reading.signed.lines.get(at) or reading.body.rules.get(at):
        return rule
    if at >= reading.body.end:
        return "below"
    return "above" if at < page.behind_title else _beside_title(page, at)


def _beside_title(page: Page, at: int) -> str:
    if key(page.blocks[at].text) == key(page.title.text or ""):
        return "known"
    return "date-line" if read_line(page.blocks[at].text) else "beside-title"


def _official(page: Page, document: Article) -> Iterator[Verdict]:
    """Rows of tables are one line of the text, and a block each cell."""
    cells = {cell for line in document.paragraphs for cell in (line, *line.split(" | "))}
    for at, block in enumerate(page.blocks):
        if at == page.title.at and block.text == document.title:
            yield Verdict(block.text, "title")
        else:
            yield Verdict(block.text, "official-text" if block.text in cells else "outside-document")


def _corrected(
    sight: Sight, article: Article, origins: Sequence[tuple[str, str]], verdicts: Sequence[Verdict]
) -> Explained:
    """The verdicts of the correction first; then the generic ones, of which it may have replaced some."""
    told = tuple(Verdict(text, rule) for rule, text in sight.verdicts())
    named = {one.rule.removeprefix("site-") for one in told}
    parts = (article.title, article.lead, *article.paragraphs, *article.captions)
    texts = {key(text) for text in parts if text}
    said = {key(one.text) for one in told if one.taken}
    rest = (
        Verdict(one.text, "site-instead") if one.taken and key(one.text) not in texts else one
        for one in verdicts
        if not (one.taken and key(one.text) in said)
    )
    kept = [(field, origin) for field, origin in origins if field not in named]
    found = [(field, "site") for field in ("title", "lead", "author", "published", "section") if field in named]
    return Explained((article,), origins=(*found, *kept), verdicts=(*told, *rest))
