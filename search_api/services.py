"""What every route works with, and how a route gets it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy import Engine

from crawler.source import Source
from indexer.engine import SearchEngine


@dataclass(frozen=True, slots=True)
class Services:
    """The SQL store, the engine that answers from it, and the sources that are collected."""

    store: Engine
    engine: SearchEngine
    sources: tuple[Source, ...]


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services


Served = Annotated[Services, Depends(_services)]
