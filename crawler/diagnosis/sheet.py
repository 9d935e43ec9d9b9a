"""A page and what was read of it in, its blocks with the places of title and text out."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from crawler.article import Article, FetchedPage
from crawler.extract.blocks import Block, key, read_blocks
from crawler.extract.decode import decode
from crawler.extract.tree import parse


@dataclass(frozen=True, slots=True)
class Sheet:
    """`title` is the block that prints it; `first` to `behind` are those of the text.  None where unknown."""

    page: FetchedPage
    article: Article | None
    tree: HtmlElement
    blocks: tuple[Block, ...]
    title: int | None
    first: int | None
    behind: int | None


def take(page: FetchedPage, article: Article | None) -> Sheet:
    """Raises Rejected for what holds no text at all."""
    tree = parse(decode(page))
    blocks = read_blocks(tree.find("body"))
    if article is None:
        return Sheet(page, None, tree, blocks, None, None, None)
    places: dict[str, list[int]] = {}
    for at, block in enumerate(blocks):
        places.setdefault(key(block.text), []).append(at)
    title = _title(blocks, places.get(key(article.title or ""), []))
    texts = [at for text in article.paragraphs for at in places.get(key(text), ())]
    texts = [at for at in texts if title is None or at > title] or texts
    return Sheet(page, article, tree, blocks, title, min(texts, default=None), max(texts) + 1 if texts else None)


def _title(blocks: tuple[Block, ...], places: list[int]) -> int | None:
    """The heading among the places that print the title, which may also end a trail above it."""
    return next((at for at in places if blocks[at].is_heading), next(iter(places), None))
