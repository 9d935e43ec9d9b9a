"""What every route works with, and how a route gets it."""

from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from crawler.source import Source
from indexer.engine import SearchEngine
from search_api.known import Known


@dataclass(frozen=True, slots=True)
class Services:
    """The SQL store, the engine that answers from it, the sources that are collected, what documents are known."""

    store: Engine
    engine: SearchEngine
    sources: tuple[Source, ...]
    known: Known = field(default_factory=Known)


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(_services)]
