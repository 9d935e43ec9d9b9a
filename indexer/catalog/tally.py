"""The store in, how many articles cite each document out; and marks that tell whether anything has changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from indexer.catalog import outbox
from indexer.catalog.ledger import citation, decision, text_document
from indexer.catalog.tables import article


def citing_articles(connection: Connection) -> dict[str, int]:
    """Numbers of articles by the key of the document that they cite; of every document that is cited."""
    chosen = (
        select(citation.c.canonical, func.count(citation.c.article_id.distinct()))
        .join(article, article.c.id == citation.c.article_id)
        .where(citation.c.decided, article.c.removed.is_(False))
        .group_by(citation.c.canonical)
    )
    return dict(connection.execute(chosen).all())


def cited_as(connection: Connection, normal: str) -> tuple[str, ...]:
    """Keys of the documents that are cited under this number (in its normal form)."""
    chosen = select(citation.c.canonical).where(citation.c.normal == normal, citation.c.decided).distinct()
    return tuple(connection.scalars(chosen.order_by(citation.c.canonical)))


def changes(connection: Connection) -> tuple[int, int]:
    """Another pair after any change of an article or a decision; two look-ups in an index."""
    return outbox.last_seq(connection), connection.scalar(select(func.max(decision.c.id))) or 0


def texts(connection: Connection) -> tuple[int, datetime | None]:
    """Another pair when an official text was collected, edited or removed; reads every row of them."""
    there = (
        select(func.count(), func.max(article.c.saved_at))
        .select_from(text_document.join(article, article.c.id == text_document.c.article_id))
        .where(article.c.removed.is_(False))
    )
    row: Any = connection.execute(there).one()
    return row[0], row[1]
