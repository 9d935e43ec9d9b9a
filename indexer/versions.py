"""An article in; what it said before each edit, and what the edits changed, out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from sqlalchemy import Connection, select, union_all

from crawler.article import Article
from indexer.catalog.content import unpack_article
from indexer.catalog.tables import article, article_version
from indexer.differences import Part, counted, differences, parts_of

FACTS = ("title", "author", "published")  # beside the text, what an edit is told by


@dataclass(frozen=True, slots=True)
class Version:
    """What the article said from `saved_at` on; the last one is what it says now.

    `facts` are those that changed, with what was there before and what then; `gone` and `new` count syllables of
    the whole text, of which `parts` tell how it came out of the one before.  All are empty for the first.
    """

    number: int
    saved_at: datetime
    article: Article
    facts: Mapping[str, tuple[str | None, str | None]]
    gone: int
    new: int
    parts: tuple[Part, ...] = ()


def versions(connection: Connection, id_: str) -> tuple[Version, ...]:
    """From the first to the last; empty where there is no such article."""
    stored = _stored(connection, id_)
    if not stored:
        return ()
    first = Version(stored[0][0], stored[0][1], stored[0][2], {}, 0, 0)
    return (first, *(_after(one[2], *other) for one, other in pairwise(stored)))


def change(connection: Connection, id_: str, first: int, last: int) -> tuple[Part, ...]:
    """How version `first` became version `last`; KeyError for a number that the article has not."""
    texts = {number: parts_of(one) for number, _, one in _stored(connection, id_)}
    return differences(texts[first], texts[last])


def _stored(connection: Connection, id_: str) -> list[tuple[int, datetime, Article]]:
    columns = ("revision", "saved_at", "content")
    now = select(*(article.c[name] for name in columns)).where(article.c.id == id_)
    before = select(*(article_version.c[name] for name in columns)).where(article_version.c.article_id == id_)
    rows = connection.execute(union_all(now, before)).all()
    ordered = sorted(rows, key=lambda row: row.revision)
    return [(row.revision, row.saved_at, unpack_article(row.content)) for row in ordered]


def _after(old: Article, number: int, saved_at: datetime, new: Article) -> Version:
    facts = {
        name: (getattr(old, name), getattr(new, name))
        for name in FACTS
        if getattr(old, name) != getattr(new, name)
    }
    parts = differences(parts_of(old), parts_of(new))
    gone, fresh = counted(parts)
    return Version(number, saved_at, new, facts, gone, fresh, parts)
