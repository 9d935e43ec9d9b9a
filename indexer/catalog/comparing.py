"""Articles that came in, changed or went in; which of them are copies of which, across all that is stored, out."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, exists, insert, or_, select

from crawler.database import writing
from indexer.catalog.content import unpack_article
from indexer.catalog.copying import regroup
from indexer.catalog.near import Compared, Near, touch
from indexer.catalog.portions import portions
from indexer.catalog.printings import overlap, printing, sample, uncompared, wording
from indexer.catalog.tables import article
from indexer.copies.shingles import key, words

AT_ONCE = 200  # articles in one transaction: a second or two in which nobody else writes


def wait(connection: Connection, article_ids: Collection[str]) -> None:
    """These articles came in, changed or went; belongs in the transaction that changed them."""
    for ids in portions(article_ids):
        connection.execute(delete(uncompared).where(uncompared.c.article_id.in_(ids)))
        connection.execute(insert(uncompared), [{"article_id": one} for one in ids])


def compare(store: Engine, *, advance: Callable[[int], object] = lambda _: None) -> int:
    """Compare every article that waits with all others, and tell the groups anew; how many waited.

    What was compared stays so when the run breaks off.
    """
    compared = 0
    while count := _compare_some(store):
        compared += count
        advance(count)
    if _is_any(store, select(wording.c.id).where(wording.c.stale)):
        with writing(store) as connection:
            regroup(connection)
    return compared


def _is_any(store: Engine, rows: Select[Any]) -> bool:
    """Most runs find nothing to do, and needn't keep others from writing."""
    with store.connect() as connection:
        return connection.scalar(rows.limit(1)) is not None


def _compare_some(store: Engine) -> int:
    if not _is_any(store, select(uncompared.c.article_id)):
        return 0
    with writing(store) as connection:
        waiting = select(uncompared.c.article_id).order_by(uncompared.c.article_id).limit(AT_ONCE)
        ids = tuple(connection.scalars(waiting))
        fresh = _note_wordings(connection, ids)
        near = Near(connection, fresh)
        for id_ in fresh:
            near.add(id_)
        connection.execute(delete(uncompared).where(uncompared.c.article_id.in_(ids)))
    return len(ids)


def _note_wordings(connection: Connection, ids: Sequence[str]) -> dict[int, Compared]:
    """Write which wording each article prints now; those that are new to the store."""
    printed = select(article.c.id, article.c.content).where(article.c.id.in_(ids), article.c.removed.is_(False))
    articles = {row.id: unpack_article(row.content) for row in connection.execute(printed)}
    keys = {id_: key(words(one.text)) for id_, one in articles.items()}
    before = set(connection.scalars(select(printing.c.wording_id).where(printing.c.article_id.in_(ids))))
    known: dict[str, int] = dict(
        connection.execute(select(wording.c.key, wording.c.id).where(wording.c.key.in_(keys.values()))).all()
    )
    missing = {keys[id_]: articles[id_] for id_ in sorted(articles) if keys[id_] not in known}
    fresh = {of: Compared.of(one) for of, one in missing.items()}
    known |= _add(connection, fresh)
    connection.execute(delete(printing).where(printing.c.article_id.in_(ids)))
    rows = [{"article_id": id_, "wording_id": known[of], "place": 0} for id_, of in keys.items()]
    if rows:
        connection.execute(insert(printing), rows)
    touch(connection, before | {known[of] for of in keys.values()})
    _forget_unprinted(connection, before)
    return {known[of]: text for of, text in fresh.items()}


def _add(connection: Connection, fresh: Mapping[str, Compared]) -> dict[str, int]:
    added: dict[str, int] = {}
    for of, text in fresh.items():
        row = insert(wording).values(key=of, size=len(set(text.shingles)), stale=True)
        added[of] = connection.execute(row.returning(wording.c.id)).scalar_one()
    return added


def _forget_unprinted(connection: Connection, ids: Collection[int]) -> None:
    """Wordings that no article prints any more; what was grouped with them is grouped anew."""
    unprinted = ~exists().where(printing.c.wording_id == wording.c.id)
    gone = list(connection.scalars(select(wording.c.id).where(wording.c.id.in_(ids), unprinted)))
    if not gone:
        return
    touch(connection, connection.scalars(select(overlap.c.other_id).where(overlap.c.wording_id.in_(gone))))
    theirs = or_(overlap.c.wording_id.in_(gone), overlap.c.other_id.in_(gone))
    connection.execute(delete(overlap).where(theirs))
    connection.execute(delete(sample).where(sample.c.wording_id.in_(gone)))
    connection.execute(delete(wording).where(wording.c.id.in_(gone)))
