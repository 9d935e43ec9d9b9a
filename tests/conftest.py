"""What many tests need: an empty store, and the folder of real material where there is one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from crawler.database import connect
from indexer.catalog import schema

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Engine]:
    engine = connect(f"sqlite:///{tmp_path / 'store.sqlite'}")
    schema.upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def shared() -> Path:
    """The real articles, pages and gold, which belong to others and are not part of the project."""
    if not SHARED.is_dir():
        pytest.skip(f"{SHARED.name}/ with real material does not lie beside the checkout")
    return SHARED
