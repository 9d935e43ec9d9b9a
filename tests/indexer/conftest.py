"""A store in which tests tell at once what was found in articles."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from crawler.article import Article, FetchedPage
from crawler.database import writing
from crawler.store import PageStore
from indexer.catalog import articles, events, organizations, people
from indexer.catalog.articles import Found, Origin
from indexer.catalog.settling import Settling
from indexer.catalog.tying import STEPS
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument

Tell = Callable[..., str]


@pytest.fixture
def tell(store: Engine) -> Tell:
    """Save an article with what is said to be found in it; its id.

    `name` tells articles apart: the same one again is the article edited.  Articles of one `text` are copies.
    """

    def save(
        found: AnnotatedDocument, *, name: str, text: str | None = None, day: str | None = "2023-05-04"
    ) -> str:
        one = Article(title=None, lead=None, paragraphs=(text or f"Tin {name}.",), published=day)
        origin = _origin(store, name)
        with writing(store) as connection:
            (id_,) = articles.save(
                connection,
                origin,
                [Found(one, AnnotatedDocument())],
                annotate_version=1,
                by=Settling(Registry([])),
            )
            ids = organizations.write(connection, id_, found, day=day)
            people.write(connection, id_, one.text, found, day=day, organizations=ids)
            events.write(connection, id_, found, day=day)
        return id_

    return save


@pytest.fixture
def tie(store: Engine) -> Callable[[], tuple[str, ...]]:
    """Count bodies, tell persons apart and group events; the articles that are called otherwise now."""

    def run() -> tuple[str, ...]:
        changed: set[str] = set()
        for _, step in STEPS:
            with writing(store) as connection:
                changed |= set(step(connection))
        return tuple(sorted(changed))

    return run


def _origin(store: Engine, name: str) -> Origin:
    body = f"{name} {datetime.now(UTC).isoformat()}".encode()
    page = FetchedPage(None, "mau", "text/html", body, datetime(2023, 12, 20, tzinfo=UTC))
    PageStore(store).save_file(page, identity=name)
    waiting = PageStore(store).pending(extract_version=1, annotate_version=1, limit=100)
    (last,) = [one for one in waiting if one.identity == name]
    return Origin(last.page_id, last.version_id, name, "mau")
