"""Places in articles in, the sentences that hold them out."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from indexer.catalog.content import unpack_article
from indexer.catalog.portions import portions
from indexer.catalog.tables import article
from indexer.roll import Line, Passage


def passages(connection: Connection, places: Sequence[Row[Any]]) -> tuple[Passage, ...]:
    """For each row with `article_id`, `start`, `end`, `sentence_start` and `sentence_end`, in the order given."""
    there = _articles(connection, (place.article_id for place in places))
    return tuple(_passage(place, *there[place.article_id]) for place in places)


def _articles(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[Line, str]]:
    """Lines and texts by id."""
    found = {}
    for some in portions(ids):
        for row in connection.execute(select(article).where(article.c.id.in_(some))):
            line = Line(row.id, row.title, row.url, row.source, row.published, row.day)
            found[row.id] = line, unpack_article(row.content).text
    return found


def _passage(place: Row[Any], line: Line, text: str) -> Passage:
    begins = place.sentence_start
    return Passage(line, text[begins : place.sentence_end], begins, place.start - begins, place.end - begins)
