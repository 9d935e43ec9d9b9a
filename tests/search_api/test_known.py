"""The registry that a server answers from follows the store, and is not made again for nothing."""

from datetime import UTC, datetime

from sqlalchemy import Engine, update

from crawler.database import writing
from indexer.catalog import decisions, outbox
from indexer.catalog.decisions import Decision
from indexer.catalog.known import pack
from indexer.catalog.ledger import text_document
from indexer.catalog.tables import article
from nlp.directives.registry import Document
from search_api.known import Known

COLLECTED = Document(key="tw.tb.k13.00999", type="Thông báo", title="Một thông báo")
OWN = Document(key="tw.tb.k13.00998", type="Thông báo", title="Của riêng")


def _look(known: Known, store: Engine):
    with store.connect() as connection:
        return known.registry(connection)


def _collect(store: Engine, id_: str, document: Document) -> None:
    with writing(store) as connection:
        row = {"article_id": id_, "key": document.key, "content": pack(document)}
        connection.execute(text_document.insert().values(row))
        connection.execute(update(article).where(article.c.id == id_).values(saved_at=datetime.now(UTC)))
        outbox.put(connection, [id_])


def test_it_is_made_once_for_a_store_that_stays_as_it_is(filled):
    store, _ = filled
    known = Known()
    assert _look(known, store) is _look(known, store)


def test_an_article_that_is_no_document_changes_nothing(filled):
    store, id_ = filled
    known = Known()
    before = _look(known, store)
    with writing(store) as connection:
        outbox.put(connection, [id_])
    assert _look(known, store) is before


def test_the_text_of_a_document_is_known_as_soon_as_it_is_collected(filled):
    store, id_ = filled
    known = Known()
    assert _look(known, store).get(COLLECTED.key) is None
    _collect(store, id_, COLLECTED)
    assert _look(known, store).get(COLLECTED.key) == COLLECTED
    with writing(store) as connection:
        connection.execute(update(article).where(article.c.id == id_).values(removed=True))
        outbox.put(connection, [id_], deleted=True)
    assert _look(known, store).get(COLLECTED.key) is None


def test_what_a_person_has_taken_is_known_at_once(filled):
    store, _ = filled
    known = Known([OWN])
    assert _look(known, store).get(OWN.key) == OWN
    claim = {"kind": "title", "key": OWN.key, "value": "Tên đúng", "relation": None}
    with writing(store) as connection:
        decisions.record(connection, "proposal", Decision("abc", "yes", "An", content=claim))
    found = _look(known, store).get(OWN.key)
    assert found is not None
    assert found.title == "Tên đúng"


def test_citing_articles_are_counted_again_when_one_came(filled):
    store, id_ = filled
    known = Known()
    with store.connect() as connection:
        before = known.citing(connection)
        assert known.citing(connection) is before
    with writing(store) as connection:
        outbox.put(connection, [id_])
    with store.connect() as connection:
        assert known.citing(connection) is not before
