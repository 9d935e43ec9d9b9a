"""What extraction gave in, the JSON shape of `tracuu extract` out."""

from collections.abc import Sequence
from dataclasses import asdict

from crawler.article import Article

Shape = dict[str, object]
_NOTHING = Article(title=None, lead=None, paragraphs=())


def to_dict(name: object, articles: Sequence[Article] | None, *, reason: str | None = None) -> Shape:
    """The object of the page with the id `name`; of one rejected or failed for `reason` where `articles` is None.

    A page of several articles shows the first, and each of them among its `parts`.
    """
    if not articles:
        return {**_shape(name, _NOTHING), "outcome": "rejected", "reason": reason}
    shape = _shape(name, articles[0])
    if len(articles) > 1:
        shape["parts"] = [_shape(_part(name, number), one) for number, one in enumerate(articles)]
    return shape


def _part(name: object, number: int) -> object:
    """Parts are named as the ids of articles are: "x", "x-2", "x-3" …"""
    return name if number == 0 else f"{name}-{number + 1}"


def _shape(name: object, article: Article) -> Shape:
    return {
        "id": name,
        "outcome": article.kind,
        "reason": None,
        "url": article.url,
        "title": article.title,
        "lead": article.lead,
        "author": article.author,
        "published": article.published,
        "precision": article.precision,
        "section": article.section,
        "tags": list(article.tags),
        "captions": list(article.captions),
        "paragraphs": list(article.paragraphs),
        "text": article.text,
        "parts": [],
        "document": asdict(article.document) if article.document else None,
        "language": article.language,
        "flags": list(article.flags),
        "published_from": article.published_from,
    }
