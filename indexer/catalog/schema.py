"""A store of any earlier version in, one of today's version out."""

import secrets
from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, insert, select

from crawler.database import StoreError, writing
from indexer.catalog.tables import fact


def upgrade(engine: Engine) -> None:
    """Bring the store to today's schema, in one transaction where the database allows it.

    Raises StoreError for a store that a later tracuu has written.
    """
    with as_file(files("indexer.catalog") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        if _is_current(engine, config):
            return
        with writing(engine) as connection:  # one transaction: a kill leaves the schema as it was
            config.attributes["connection"] = connection
            _run(config, engine)


def store_id(connection: Connection) -> str:
    """Eight letters that tell this store from every other, made once."""
    known = connection.scalar(select(fact.c.value).where(fact.c.key == "store_id"))
    if known is None:
        known = secrets.token_hex(4)
        connection.execute(insert(fact).values(key="store_id", value=known))
    return known


def _is_current(engine: Engine, config: Config) -> bool:
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    return now == ScriptDirectory.from_config(config).get_current_head()


def _run(config: Config, engine: Engine) -> None:
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        message = f"{engine.url}: the store was written by a later tracuu ({error}); install that version"
        raise StoreError(message) from error
