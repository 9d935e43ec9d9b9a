"""A stored article in, the record that engines index out."""

from collections.abc import Iterable, Mapping

from indexer.catalog.shelf import StoredArticle
from indexer.record import Record
from nlp.directives.key import is_decided
from nlp.document import EntityType, Office
from nlp.offices.titled import titled


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
        persons=_called(stored, "PER", stored.called.persons),
        organizations=_called(stored, "ORG", stored.called.organizations),
        offices=_distinct(_titled(one, stored.called.organizations) for one in stored.document.offices),
        titles=_distinct(one.office for one in stored.document.offices),
        places=_names(stored, "LOC"),
        events=stored.called.events,
        directives=_distinct(filter(None, stored.numbers)),
        documents=_distinct(key for one in stored.document.citations if is_decided(key := one.canonical) and key),
    )


def _names(stored: StoredArticle, type_: EntityType) -> tuple[str, ...]:
    return _distinct(entity.canonical for entity in stored.document.entities if entity.type == type_)


def _called(stored: StoredArticle, type_: EntityType, names: Mapping[str, str]) -> tuple[str, ...]:
    """What they are called across all articles, in the order of this one; names that are nobody's are left out."""
    return _distinct(names[name] for name in _names(stored, type_) if name in names)


def _titled(one: Office, bodies: Mapping[str, str]) -> str:
    """The office with what its body is called."""
    return titled(one.office, bodies.get(one.organization, one.organization) if one.organization else None)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
