"""GET /health/live and /health/ready, for whatever watches over the process."""

import logging

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from crawler.database import StoreError
from indexer.catalog import outbox
from indexer.engine import EngineError, SearchEngine
from search_api.services import Served

router = APIRouter(prefix="/health", tags=["health"])
log = logging.getLogger(__name__)


class Live(BaseModel):
    model_config = ConfigDict(frozen=True)

    live: bool = True


class Readiness(BaseModel):
    """Whether questions can be answered.  An index that lags behind the store still answers."""

    model_config = ConfigDict(frozen=True)

    ready: bool
    reasons: tuple[str, ...] = Field(description="engine-unavailable, index-unusable, store-unavailable")
    indexed: int | None = Field(description="articles in the index; null where unknown")
    outbox_lag: int | None = Field(description="articles that the index has still to follow; null where unknown")


@router.get("/live", summary="Is the process there?")
def show_live() -> Live:
    return Live()


@router.get("/ready", summary="Can it answer?", responses={503: {"model": Readiness}})
def show_ready(services: Served, response: Response) -> Readiness:
    """503 where it can't.  The log says more than a stranger should know."""
    indexed, engine_fault = _of_engine(services.engine)
    lag, store_fault = _of_store(services.store, follower=services.engine.name)
    reasons = tuple(filter(None, (engine_fault, store_fault)))
    if reasons:
        response.status_code = 503
    return Readiness(ready=not reasons, reasons=reasons, indexed=indexed, outbox_lag=lag)


def _of_engine(engine: SearchEngine) -> tuple[int | None, str | None]:
    """How many articles are indexed, and what is wrong."""
    try:
        if why := engine.check():
            log.warning("not ready: %s", why)
            return None, "index-unusable"
        return engine.count(), None
    except EngineError as error:
        log.warning("not ready: %s", error)
        return None, "engine-unavailable"


def _of_store(store: Engine, *, follower: str) -> tuple[int | None, str | None]:
    """How many changes wait for the engine, and what is wrong."""
    try:
        with store.connect() as connection:
            return outbox.lag(connection, follower), None
    except (StoreError, SQLAlchemyError) as error:
        log.warning("not ready: %s", error)
        return None, "store-unavailable"
