"""GET /v1/articles/{id}, and the article that the page shows."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path
from sqlalchemy import Engine

from indexer.catalog import shelf
from indexer.catalog.linked import Linked, identified, linked
from indexer.catalog.shelf import StoredArticle
from search_api.problems import NotFound
from search_api.schemas import ArticleDetail
from search_api.services import Served

router = APIRouter(prefix="/v1", tags=["articles"])
ArticleId = Annotated[str, Path(alias="id", description="as a search gives it")]


@router.get("/articles/{id}", summary="One article with what was found in it")
def show_article(services: Served, article_id: ArticleId) -> ArticleDetail:
    """The whole text and its annotations.  Every `start` and `end` counts code points of `text`."""
    stored, links = find(services.store, article_id)
    return ArticleDetail.of(replace(stored, document=identified(stored.document, links)))


def find(store: Engine, article_id: str) -> tuple[StoredArticle, Linked]:
    """The article, and who and what its names are.  Raises NotFound."""
    with store.connect() as connection:
        found = shelf.read(connection, [article_id]).get(article_id)
        links = linked(connection, article_id)
    if found is None:
        raise NotFound(f"There is no article {article_id!r}; a search gives the ids of those that there are")
    return found, links
