"""Settings in; the store, the engine, the sources and the workers that they choose out."""

import fcntl
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from config.catalog import load as load_sources
from config.corrections import load as load_corrections
from config.demo.server import PORT
from config.settings import Settings, SettingsError
from crawler.child import workers as cores
from crawler.corrections.layout import Corrections
from crawler.database import StoreError, connect, writing
from crawler.source import Listing, Source
from indexer.catalog import known, schema
from indexer.catalog.settling import Settling
from indexer.engine import SearchEngine
from nlp.directives.documents import load as load_documents
from nlp.directives.registry import Document

DEMO_HOME = f"http://127.0.0.1:{PORT}/"


def open_store(settings: Settings) -> Engine:
    """The SQL store, made or brought to today's schema.  Raises StoreError."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{settings.data}: {error.strerror}; choose another folder with TRACUU_DATA") from error
    store = connect(settings.store_url)
    schema.upgrade(store)
    return store


def make_engine(settings: Settings, store: Engine) -> SearchEngine:
    """The search engine of the settings.  It is not asked anything yet."""
    if settings.engine == "embedded":
        from indexer.embedded.engine import EmbeddedEngine  # noqa: PLC0415 - each engine loads only its own library

        return EmbeddedEngine(settings.data / "index")
    if settings.elasticsearch_url is None:
        raise SettingsError("engine is elasticsearch, but TRACUU_ELASTICSEARCH_URL says no address")
    from indexer.elastic.engine import ElasticEngine  # noqa: PLC0415 - each engine loads only its own library

    with writing(store) as connection:
        name = f"tracuu-{schema.store_id(connection)}"
    return ElasticEngine(
        url=str(settings.elasticsearch_url),
        name=name,
        api_key=settings.elasticsearch_api_key,
        ca_certificate=settings.elasticsearch_ca_certificate,
        shards=settings.elasticsearch_shards,
        replicas=settings.elasticsearch_replicas,
    )


def all_sources(settings: Settings) -> tuple[Source, ...]:
    """Every source, bundled and the user's own.  Raises CatalogError."""
    sources = load_sources((settings.sources or settings.data / "sources",))
    return tuple(_on_port(one, settings.demo_port) if one.id == "demo" else one for one in sources)


def corrections(settings: Settings) -> Corrections:
    """How sites are read where the generic reader goes wrong, bundled and the user's own.  Raises CatalogError."""
    return load_corrections((settings.data / "sites",), sources=all_sources(settings))


def own_documents(settings: Settings) -> tuple[Document, ...]:
    """The user's own entries of the registry, `registry/*.yaml` in the data folder.  Raises BadEntry."""
    return load_documents(sorted((settings.data / "registry").glob("*.yaml")))


def make_settling(settings: Settings, store: Engine) -> Settling:
    """What citations are decided with: the registry as it is now, and the provinces of the sources."""
    with store.connect() as connection:
        registry = known.registry(connection, own_documents(settings))
    return Settling(registry, {one.id: one.place for one in all_sources(settings) if one.place})


def worker_count(settings: Settings) -> int:
    return settings.workers or cores()


@contextmanager
def make_executor(settings: Settings) -> Iterator[Executor]:
    """Where batches are worked on.  The threads only wait: each parse runs in a child process of its own."""
    with ThreadPoolExecutor(worker_count(settings), thread_name_prefix="work") as executor:
        yield executor


@contextmanager
def alone(settings: Settings, what: str) -> Iterator[None]:
    """Nobody else does the same on this data folder meanwhile; the kernel frees the lock of a killed process."""
    path = Path(settings.data) / f"{what}.lock"
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"another `tracuu {what}` is at work in {settings.data}; this one did nothing"
            raise StoreError(message) from error
        yield


def _on_port(source: Source, port: int) -> Source:
    """The sample site where this user serves it."""
    home = DEMO_HOME.replace(str(PORT), str(port))

    def moved(url: str) -> str:
        return url.replace(DEMO_HOME, home)

    listings = tuple(
        Listing(moved(one.url), moved(one.next_page) if one.next_page else None, one.pages)
        for one in source.listings
    )
    feeds, sitemaps = tuple(map(moved, source.feeds)), tuple(map(moved, source.sitemaps))
    return replace(source, home=home, listings=listings, feeds=feeds, sitemaps=sitemaps)
