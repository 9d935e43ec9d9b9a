"""What is new in the registry or in other reports in; the citations on which it bears settled again, out."""

import json
from collections.abc import Callable, Sequence
from hashlib import sha256

from sqlalchemy import Connection, Engine, delete, func, insert, select

from crawler.database import writing
from indexer.catalog import reports
from indexer.catalog.ledger import lookup, registered
from indexer.catalog.settling import BATCH, Settling, settle_again
from indexer.catalog.tables import article
from nlp.directives.lookups import lookups_of_document
from nlp.directives.registry import Document, Registry

AT_ONCE = 500  # names in one question to the database

Advance = Callable[[int], None]


def follow_registry(store: Engine, by: Settling, *, advance: Advance | None = None) -> int:
    """Settle again the articles on whose citations a change of the registry can bear; their number.

    A registry that was never followed is only noted: articles are settled with it when they come in.
    """
    with store.connect() as connection:
        ids = affected(connection, by.registry)
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        with writing(store) as connection:
            settle_again(connection, batch, by=by)
        if advance:
            advance(len(batch))
    with writing(store) as connection:
        _note(connection, by.registry)
    return len(ids) + _help_each_other(store, by)


def _help_each_other(store: Engine, by: Settling) -> int:
    """Settle again what a later report of the same event has made clear; the number of articles."""
    with store.connect() as connection:
        ids = reports.helped(connection)
    for start in range(0, len(ids), BATCH):
        with writing(store) as connection:
            settle_again(connection, ids[start : start + BATCH], by=by)
    return len(ids)


def affected(connection: Connection, registry: Registry) -> tuple[str, ...]:
    """The articles that cite, or may cite, what has changed in the registry since it was last followed."""
    before = {row.key: row for row in connection.execute(select(registered))}
    now = {one.key: _digest(one) for one in registry}
    changed = [one for one in registry if before.get(one.key) is None or before[one.key].digest != now[one.key]]
    gone = [row for key, row in before.items() if now.get(key) != row.digest]
    names = {name for one in changed for name in lookups_of_document(one)}
    names |= {name for row in gone for name in json.loads(row.lookups)}
    return _looking_up(connection, sorted(names), registry)


def _looking_up(connection: Connection, names: Sequence[str], registry: Registry) -> tuple[str, ...]:
    ids: set[str] = set()
    for start in range(0, len(names), AT_ONCE):
        mine = (
            select(lookup.c.article_id)
            .join(article, article.c.id == lookup.c.article_id)
            .where(lookup.c.lookup.in_(names[start : start + AT_ONCE]), article.c.removed.is_(False))
            .where(func.coalesce(article.c.registry, "") != registry.version)
        )
        ids.update(connection.scalars(mine))
    return tuple(sorted(ids))


def _note(connection: Connection, registry: Registry) -> None:
    connection.execute(delete(registered))
    rows = [
        {"key": one.key, "digest": _digest(one), "lookups": json.dumps(sorted(lookups_of_document(one)))}
        for one in registry
    ]
    if rows:
        connection.execute(insert(registered), rows)


def _digest(one: Document) -> str:
    return sha256(repr(one).encode()).hexdigest()[:16]
