"""A page whose title, lead or text is missing in, elements that may hold it out."""

import re
from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement

from crawler.diagnosis.hint import Candidate, marks, near
from crawler.diagnosis.sheet import Sheet
from crawler.extract.blocks import Block, key
from crawler.extract.caption import is_caption
from crawler.extract.lead import SHORTEST
from crawler.extract.residue import is_residue

LEADS = re.compile(
    r"sapo|lead|desc|summary|intro|chapeau|tom-?tat|trich-?dan|excerpt|teaser|gioi-?thieu", re.IGNORECASE
)
TITLES = re.compile(r"title|headline|tieu-?de|heading", re.IGNORECASE)
LONGEST_LEAD = 900  # characters; the longest of 400 leads of 2013 has 713
LONGEST_TITLE = 250
NEAR = 15  # blocks around the title
BESIDE = 6  # likewise, for a paragraph of prose that is neither named nor set apart
PROSE = 60  # characters of a block that is prose
PARTS = 0.6  # of the page's prose that the element of its text holds


def leads(sheet: Sheet) -> Iterator[Candidate]:
    """Paragraphs set apart by name, by weight or as a heading, by the title or as the first of the text."""
    title = key(sheet.article.title or "") if sheet.article else ""
    kept = {key(text) for text in sheet.article.paragraphs} if sheet.article else set()
    for at, block in enumerate(sheet.blocks):
        if not SHORTEST <= len(block.text) <= LONGEST_LEAD or block.linked > 0.3 or key(block.text) == title:
            continue
        named = LEADS.search(marks(block, 2)) is not None
        close = near(at, (sheet.title, sheet.first), NEAR) if at != sheet.title else False
        apart = block.bold > 0.8 and (at == sheet.first or block.is_heading)
        outside = key(block.text) not in kept and near(at, (sheet.title,), BESIDE) and len(block.text) >= PROSE
        if (named or (close and apart) or outside) and not is_caption(block):
            yield Candidate(block.node, block.text, 2.0 * named + 1.0 * close + 0.5 * apart)


def titles(sheet: Sheet) -> Iterator[Candidate]:
    """Headings, and what is named as one, above the text."""
    for block in sheet.blocks[: sheet.first]:
        long_enough = len(block.text.split()) >= 3 and len(block.text) <= LONGEST_TITLE
        named = TITLES.search(marks(block, 2)) is not None
        if long_enough and not block.is_link and (named or block.is_heading):
            yield Candidate(block.node, block.text, 1.0 * named + 1.0 * block.is_heading)


def bodies(sheet: Sheet) -> Iterator[Candidate]:
    """The smallest elements that hold most of the page's prose; many links make it a list."""
    prose = [block for block in sheet.blocks if _is_prose(block)]
    total = sum(len(block.text) for block in prose)
    weights: Counter[HtmlElement] = Counter()
    for block in prose:
        for node in (block.node, *block.node.iterancestors()):
            weights[node] += len(block.text)
    inner: set[HtmlElement] = set()
    for node, weight in sorted(weights.items(), key=lambda pair: -_depth(pair[0])):
        if weight >= PARTS * total and node.tag not in {"p", "body", "html"} and node not in inner:
            inner.update(node.iterancestors())
            yield Candidate(node, str(weight), float(weight))


def _is_prose(block: Block) -> bool:
    return len(block.text) >= PROSE and block.linked < 0.3 and not is_residue(block.text)


def _depth(node: HtmlElement) -> int:
    return sum(1 for _ in node.iterancestors())
