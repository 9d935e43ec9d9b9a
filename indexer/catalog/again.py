"""Make stored pages pending again, though nothing about them changed: for a rebuild."""

from sqlalchemy import Engine, update

from crawler.database import writing
from crawler.pages import page
from indexer.catalog.tables import article, recognition

NEVER = 0  # a version that no code has


def reopen(store: Engine, *, extraction: bool) -> None:
    """Every text is annotated again by the next `process`; with `extraction` every page is read again first."""
    versions = {"annotate_version": NEVER} | ({"extract_version": NEVER} if extraction else {})
    with writing(store) as connection:
        connection.execute(update(page).where(page.c.processed_version_id.is_not(None)).values(versions))
        connection.execute(update(recognition).values(version=NEVER))
        connection.execute(update(article).values(annotate_version=NEVER))
