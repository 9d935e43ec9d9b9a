"""A page and selectors to try in, what each of them finds there out.  Runs in a child that can be killed."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.article import FetchedPage, Rejected
from crawler.corrections.find import elements, texts
from crawler.corrections.layout import Correction, Corrections, Layout
from crawler.corrections.selector import to_selector
from crawler.corrections.sight import look
from crawler.diagnosis.naming import names
from crawler.extract.blocks import key, read_blocks
from crawler.extract.decode import decode
from crawler.extract.page import HTML
from crawler.extract.tree import parse

OPENING = 40  # characters of a text by which an element without a name is known


@dataclass(frozen=True, slots=True)
class Trial:
    """One selector under one key of a layout."""

    piece: str
    written: str
    weight: float = 0.0  # of the weightiest hint at it


def probe(page: FetchedPage, trials: tuple[Trial, ...]) -> tuple[str | None, ...]:
    """What each finds on the page, as it would stand in the article; of a body the number of its characters."""
    if page.media_type not in HTML:
        return (None,) * len(trials)
    try:
        tree = parse(decode(page))
    except Rejected:
        return (None,) * len(trials)
    return tuple(_try(tree, page, one) for one in trials)


def probe_drop(page: FetchedPage, trials: tuple[Trial, ...]) -> tuple[tuple[str, ...], ...]:
    """The texts, paragraph by paragraph, that each would take out."""
    try:
        tree = parse(decode(page))
    except Rejected:
        return ((),) * len(trials)
    found = [elements(tree, to_selector(one.written)) for one in trials]
    return tuple(texts(block.text for node in nodes for block in read_blocks(node)) for nodes in found)


def locate(page: FetchedPage, marks: frozenset[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Where the paragraphs with these keys stand: selectors for the element of each, by its key."""
    try:
        tree = parse(decode(page))
    except Rejected:
        return ()
    blocks = [block for block in read_blocks(tree.find("body")) if key(block.text) in marks]
    return tuple((key(one.text), (*names(tree, one.node), *_by_text(one.node, one.text))) for one in blocks)


def _try(tree: HtmlElement, page: FetchedPage, trial: Trial) -> str | None:
    layout = Layout("trial").with_pieces({trial.piece: to_selector(trial.written)})
    sight = look(tree, Corrections((Correction(page.source_id, (layout,)),)), page)
    if sight is None:
        return None
    if trial.piece == "body":
        length = sum(map(len, sight.paragraphs))
        return str(length) if length else None
    if trial.piece == "published":
        return sight.published.iso if sight.published and sight.published.precision == "minute" else None
    return {"title": sight.title, "lead": sight.lead, "author": sight.author}[trial.piece]


def _by_text(node: HtmlElement, text: str) -> tuple[str, ...]:
    """The element by the words that it begins with."""
    opening = text[:OPENING]
    if '"' in opening or "\xa0" in opening or node.tag in {"body", "div", "article", "section", "td"}:
        return ()
    return (f'//{node.tag}[starts-with(normalize-space(.), "{opening.strip()}")]',)
