"""The store, the engine and the sources in; an ASGI application that answers questions out."""

from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from sqlalchemy import Engine
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from crawler.source import Source
from indexer.engine import SearchEngine
from nlp.directives.registry import Document
from search_api import failures
from search_api.guard import Guard
from search_api.head import Head
from search_api.intake import Intake
from search_api.known import Known
from search_api.problems import TABLE
from search_api.routes import (
    articles,
    bodies,
    changes,
    citations,
    directives,
    docs,
    documents,
    events,
    gatherings,
    health,
    histories,
    organizations,
    pages,
    people,
    persons,
    search,
    sources,
)
from search_api.services import Services

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
STATIC = Path(__file__).parent / "pages" / "static"
FAMILIES = (
    *(search, articles, changes, people, organizations, events, directives, citations, sources, health),
    *(pages, histories, persons, bodies, gatherings, documents, docs),
)
PROBLEM = {
    "description": "What went wrong",
    "content": {failures.PROBLEM_JSON: {"schema": failures.ProblemDetail.model_json_schema()}},
}
DESCRIPTION = (
    "Vietnamese news: who said what, in which office and at which event, and the Party and State documents cited."
)


def create_app(
    *,
    store: Engine,
    engine: SearchEngine,
    sources: tuple[Source, ...],
    hosts: tuple[str, ...] = LOOPBACK,
    documents: Iterable[Document] = (),
) -> FastAPI:
    """`hosts` are the names that the server is called by: a stranger's page can't reach in under its own.

    `documents` are the user's own entries of the registry, besides those that ship and that are collected.

    The caller closes the engine.
    """
    app = FastAPI(
        title="tracuu",
        version=version("tracuu"),
        description=DESCRIPTION,
        docs_url=None,  # FastAPI's own page loads its parts from elsewhere
        redoc_url=None,
        responses={"default": PROBLEM},
        middleware=[
            Middleware(Guard),
            Middleware(Head),
            Middleware(Intake),
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
        ],
    )
    app.state.services = Services(store, engine, sources, Known(documents))
    for error, problem in TABLE:
        app.add_exception_handler(error, failures.handler(problem))
    app.add_exception_handler(HTTPException, failures.refuse)
    for family in FAMILIES:
        app.include_router(family.router)
    app.mount("/static", StaticFiles(directory=STATIC))
    return app
