"""Names in, those that are a place's or a body's, taken for a person's by a slip, out."""

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from crawler.letters import fold
from indexer.catalog.names import key_of
from indexer.catalog.portions import portions
from indexer.catalog.tables import mention

# Articles in which it is a place or a body, for each in which it is a person.  Of 420 names that are both in 2,600
# articles, all that have more are no person but one ("Việt Nam", "Bayern Munich"), read by eye.
MOSTLY = 5


def other_things(connection: Connection, keys: Collection[str]) -> frozenset[str]:
    counted: dict[str, Counter[str]] = {"PER": Counter(), "LOC": Counter(), "ORG": Counter()}
    for some in portions(fold(key) for key in keys):
        chosen = (
            select(mention.c.type, mention.c.canonical, func.count())
            .where(mention.c.type.in_(list(counted)), mention.c.folded.in_(some))
            .group_by(mention.c.type, mention.c.canonical)
        )
        for type_, name, articles in connection.execute(chosen):
            counted[type_][key_of(name)] += articles
    return frozenset(
        key for key in keys if counted["LOC"][key] + counted["ORG"][key] > MOSTLY * counted["PER"][key]
    )
