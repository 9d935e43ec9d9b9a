"""A page in, the titles of other articles that it links to out."""

from crawler.article import FetchedPage, Rejected
from crawler.extract.blocks import key
from crawler.extract.decode import decode
from crawler.extract.tree import parse

SHORTEST = 28  # characters of an anchor text that is a title and no entry of a menu


def linked_titles(page: FetchedPage) -> frozenset[str]:
    """Keys of the anchor texts of links; none for a page that cannot be read."""
    try:
        tree = parse(decode(page))
    except Rejected:
        return frozenset()
    anchors = ("".join(link.itertext()) for link in tree.iter("a") if link.get("href"))
    return frozenset(key(text) for text in anchors if len(" ".join(text.split())) >= SHORTEST)
