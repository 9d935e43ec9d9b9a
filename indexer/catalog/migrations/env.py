"""Run the migrations on the connection that `indexer.catalog.schema` hands over."""

from alembic import context

from crawler.database import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
