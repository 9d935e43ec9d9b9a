"""Articles that have come in or changed in; copies, bodies, persons and events told anew, out.

Each step takes up only what has changed since it was last done, and looks at it with all that the store knows.
"""

from collections.abc import Callable

from sqlalchemy import Connection, Engine

from crawler.database import writing
from indexer.catalog import outbox
from indexer.catalog.comparing import compare
from indexer.catalog.counting import recount
from indexer.catalog.grouping import regroup
from indexer.catalog.linking import relink

# Bodies first: they tell persons apart; and persons tell events apart.
STEPS: tuple[tuple[str, Callable[[Connection], tuple[str, ...]]], ...] = (
    ("bodies", recount),
    ("persons", relink),
    ("events", regroup),
)


def tie(store: Engine, *, lap: Callable[[str], object] = lambda _: None) -> int:
    """The number of articles whose names mean somebody or something else now; the engines follow them.

    `lap` is called with the name of each step when it is done.
    """
    compare(store)  # engines need not know
    lap("copies")
    changed: set[str] = set()
    for name, step in STEPS:
        with writing(store) as connection:
            found = step(connection)
            outbox.put(connection, found)
        changed.update(found)
        lap(name)
    return len(changed)
