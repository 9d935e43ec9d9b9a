"""The main job on the bundled sample site, from the first request to the last highlight."""

from sqlalchemy import Engine

from config import faces, fetching, logs, river, show, wiring
from config.demo.server import PortRefused, serve
from config.demo.site import EVENT, PERSON, SEARCHES
from config.settings import Settings
from indexer import events, people
from indexer.search import Question, search

SOURCE = "demo"

NEXT = """
What to type next:
  make serve                                     the page and the API on this data: http://127.0.0.1:{port}/
  TRACUU_DATA={data} .venv/bin/tracuu search 'kiều bào' --sort newest
  TRACUU_DATA={data} .venv/bin/tracuu show ID
  TRACUU_DATA={data} .venv/bin/tracuu organization VUFO      a body: its names, parts, officers, events, words
  TRACUU_DATA={data} .venv/bin/tracuu directive 12-CT/TW     which documents bear the number, and who cites them
  .venv/bin/tracuu ingest FILE_OR_FOLDER         your own files, in a data folder of their own
  .venv/bin/tracuu --help
"""


def run(settings: Settings) -> int:
    """Serve, crawl, read, index, search; the exit code."""
    store = wiring.open_store(settings)
    out = show.console()
    try:
        with serve(port=settings.demo_port) as site:
            out.rule("1  Crawl")
            out.print(f"the sample site stands at {site.url}/ while this runs")
            tallies = fetching.crawl_in_child(settings, [SOURCE])
    except PortRefused as refused:
        logs.warn(str(refused))
        return 1
    show.crawled(tallies)
    if not tallies[SOURCE].get("new") and not tallies[SOURCE].get("changed"):
        out.print("nothing has changed since the last time: nothing was fetched again")
    out.rule("2  Extract, annotate, index")
    done = river.process(settings, store)
    show.processed(done)
    out.rule("3  Search")
    _ask(settings, store)
    out.rule("4  Who, in which office, said what, where")
    _portray(settings, store)
    out.print(NEXT.format(port=settings.port, data=settings.data))
    return int(done.broken or bool(tallies[SOURCE].get("error")))


def _portray(settings: Settings, store: Engine) -> None:
    out = show.console()
    known = wiring.make_settling(settings, store).registry
    with store.connect() as connection:
        for event in events.find(connection, EVENT)[:1]:
            out.print(f"\n$ tracuu event '{EVENT}'", style="bold green")
            if found := events.dossier(connection, event.id):
                faces.event(found, known, sentences=2)
        for person in people.find(connection, PERSON)[:1]:
            out.print(f"\n$ tracuu person '{PERSON}'", style="bold green")
            if portrait := people.dossier(connection, person.id):
                faces.person(portrait, sentences=1)


def _ask(settings: Settings, store: Engine) -> None:
    engine = wiring.make_engine(settings, store)
    try:
        for text in SEARCHES:
            out = show.console()
            out.print(f"\n$ tracuu search '{text}' --limit 3", style="bold green")
            show.answer(search(store, engine, Question(text, limit=3, facets=())))
    finally:
        engine.close()
