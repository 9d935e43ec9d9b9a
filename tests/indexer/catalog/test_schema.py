"""A store is made and upgraded by its migrations alone, and they give just the tables that the code names."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from crawler.database import StoreError, connect, metadata, writing
from indexer.catalog import gatherings, ledger, rollbook, schema, tables


def test_migrations_give_the_tables_that_the_code_names(store: Engine) -> None:
    named = {tables.article, ledger.citation, rollbook.person, gatherings.event}
    assert named <= set(metadata.tables.values())
    with store.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_upgrading_twice_changes_nothing(store: Engine) -> None:
    with writing(store) as connection:
        before = schema.store_id(connection)

    schema.upgrade(store)

    with writing(store) as connection:
        assert schema.store_id(connection) == before


def test_a_store_of_a_later_version_is_refused_in_words(store: Engine) -> None:
    with writing(store) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError, match="later tracuu"):
        schema.upgrade(store)


def test_two_stores_have_different_ids(store: Engine, tmp_path: Path) -> None:
    other = connect(f"sqlite:///{tmp_path / 'other.sqlite'}")
    schema.upgrade(other)

    with writing(store) as first, writing(other) as second:
        assert schema.store_id(first) != schema.store_id(second)
    other.dispose()
