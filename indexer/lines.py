"""Articles in, the lines by which lists show them out."""

from typing import Any

from sqlalchemy import Connection, Select, select

from indexer.catalog.tables import article
from indexer.roll import Line


def lines_of(connection: Connection, articles: Select[Any], *, limit: int) -> tuple[Line, ...]:
    """The newest first, those without a day last; `articles` selects their ids."""
    chosen = (
        select(article)
        .with_only_columns(
            article.c.id, article.c.title, article.c.url, article.c.source, article.c.published, article.c.day
        )
        .where(article.c.id.in_(articles), article.c.removed.is_(False))
        .order_by(article.c.day.desc().nulls_last(), article.c.published_at.desc().nulls_last(), article.c.id)
        .limit(limit)
    )
    return tuple(Line(*row) for row in connection.execute(chosen))
