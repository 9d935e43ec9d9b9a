"""A stored article in, the record that engines index out."""

from collections.abc import Iterable

from indexer.catalog.articles import normal_of
from indexer.catalog.shelf import StoredArticle
from indexer.record import Record
from nlp.document import EntityType


def to_record(stored: StoredArticle) -> Record:
    article = stored.article
    return Record(
        id=stored.id,
        version=stored.version,
        title=article.title or "",
        lead=article.lead or "",
        body=article.body,
        source=stored.source,
        kind=article.kind,
        section=article.section,
        external_id=article.external_id,
        published_at=stored.published_at,
        day=stored.day,
        persons=_names(stored, "PER"),
        organizations=_names(stored, "ORG"),
        places=_names(stored, "LOC"),
        events=_distinct(event.name for event in stored.document.events),
        directives=_distinct(filter(None, map(normal_of, stored.document.citations))),
    )


def _names(stored: StoredArticle, type_: EntityType) -> tuple[str, ...]:
    return _distinct(entity.canonical for entity in stored.document.entities if entity.type == type_)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
