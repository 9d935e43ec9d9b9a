"""GET /v1/articles/{id}/copies and /versions: who prints the same text, what was edited, and how texts differ."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from sqlalchemy import Engine

from indexer.differences import Part
from indexer.reprints import compared, reprints
from indexer.versions import Version, change, versions
from search_api.changes import Changes, CopyList, VersionEntry, VersionList
from search_api.problems import NotFound
from search_api.routes.articles import ArticleId, find
from search_api.services import Served

router = APIRouter(prefix="/v1", tags=["articles"])
Number = Annotated[int, Path(ge=1, le=1_000_000)]


@router.get("/articles/{id}/copies", summary="The articles that print the same text, the original first")
def list_copies(services: Served, article_id: ArticleId) -> CopyList:
    """Those cut, extended, edited or spelt otherwise too.

    Of each and the text in the middle of the group, 0.7 of the shorter one stands in the longer one; beside the
    original, which is the earliest, it may be less: `containment` says how much.
    """
    find(services.store, article_id)
    with services.store.connect() as connection:
        found = reprints(connection, article_id)
    return CopyList.of(found, article=article_id)


@router.get("/articles/{id}/copies/{other}", summary="What another article says otherwise")
def show_difference(services: Served, article_id: ArticleId, other: Annotated[str, Path()]) -> Changes:
    return Changes.of(article_id, other, difference(services.store, article_id, other))


@router.get("/articles/{id}/versions", summary="What the article said before each edit")
def list_versions(services: Served, article_id: ArticleId) -> VersionList:
    return VersionList(versions=tuple(map(VersionEntry.of, edits(services.store, article_id))))


@router.get("/articles/{id}/versions/{number}", summary="What an edit changed in the text")
def show_change(
    services: Served,
    article_id: ArticleId,
    number: Number,
    since: Annotated[int | None, Query(ge=1, description="a version; else the one before `number`")] = None,
) -> Changes:
    first = since or max(1, number - 1)
    return Changes.of(str(first), str(number), edit(services.store, article_id, first, number))


def difference(store: Engine, article_id: str, other: str) -> tuple[Part, ...]:
    """Raises NotFound."""
    with store.connect() as connection:
        try:
            return compared(connection, article_id, other)
        except KeyError as error:
            raise NotFound(f"There is no article {error.args[0]!r}") from error


def edits(store: Engine, article_id: str) -> tuple[Version, ...]:
    """Raises NotFound."""
    with store.connect() as connection:
        found = versions(connection, article_id)
    if not found:
        raise NotFound(f"There is no article {article_id!r}; a search gives the ids of those that there are")
    return found


def edit(store: Engine, article_id: str, first: int, last: int) -> tuple[Part, ...]:
    """Raises NotFound."""
    with store.connect() as connection:
        try:
            return change(connection, article_id, first, last)
        except KeyError as error:
            raise NotFound(f"The article {article_id!r} has no version {error.args[0]}") from error
