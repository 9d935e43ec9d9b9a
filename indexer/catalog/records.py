"""A stored article in, the record that engines index out."""

from collections.abc import Iterable

from indexer.catalog.shelf import StoredArticle
from indexer.record import Record
from nlp.directives.key import is_decided
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
        directives=_distinct(filter(None, stored.numbers)),
        documents=_distinct(key for one in stored.document.citations if is_decided(key := one.canonical) and key),
    )


def _names(stored: StoredArticle, type_: EntityType) -> tuple[str, ...]:
    return _distinct(entity.canonical for entity in stored.document.entities if entity.type == type_)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
