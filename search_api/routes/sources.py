"""GET /v1/sources: what is collected, and how far it has come."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from crawler.source import Source
from crawler.store import PageStore, SourceCount
from search_api.services import Served, Services

router = APIRouter(prefix="/v1", tags=["sources"])


class SourceState(BaseModel):
    """One site, or what came as files under one name."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    home: str | None = Field(description="null for what came as files")
    articles_per_day: int = Field(description="what it normally yields; 0 where nothing is expected")
    paused: bool
    pages: dict[str, int] = Field(description="number of article pages and files by state")
    last_fetched_at: datetime | None = Field(description="when its server last answered; null for never")

    @classmethod
    def of(cls, source: Source, count: SourceCount | None) -> Self:
        return cls(
            id=source.id,
            name=source.name,
            home=source.home,
            articles_per_day=source.articles_per_day,
            paused=source.paused,
            pages=dict(count.states) if count else {},
            last_fetched_at=count.last_fetched_at if count else None,
        )

    @classmethod
    def of_files(cls, count: SourceCount) -> Self:
        return cls(
            id=count.source_id,
            name=count.source_id,
            home=None,
            articles_per_day=0,
            paused=False,
            pages=dict(count.states),
            last_fetched_at=count.last_fetched_at,
        )


class SourceList(BaseModel):
    model_config = ConfigDict(frozen=True)

    sources: tuple[SourceState, ...]


@router.get("/sources", summary="What is collected")
def list_sources(services: Served) -> SourceList:
    """Every source that is set up, and after them what the store holds besides."""
    return SourceList(sources=states(services))


def states(services: Services) -> tuple[SourceState, ...]:
    counts: Mapping[str, SourceCount] = {one.source_id: one for one in PageStore(services.store).sources()}
    known = {source.id for source in services.sources}
    listed = [SourceState.of(source, counts.get(source.id)) for source in services.sources]
    return (*listed, *(SourceState.of_files(one) for id_, one in counts.items() if id_ not in known))
