"""Names that changed in, with each the names that may be the same persons' out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, select

from indexer.catalog.names import is_full
from indexer.catalog.persons.identity import Ruling
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import person_name

Family = frozenset[str]  # mostly one name alone


def families(connection: Connection, keys: Sequence[str], pairs: Iterable[Ruling]) -> Iterator[Family]:
    """A foreign family name is of the family of those that end with it; rulings bind names, whatever they say."""
    together: dict[str, Family] = {}
    for named in (*_ruled(pairs), *_bynames(connection, keys)):
        whole = frozenset().union(named, *(together.get(key, ()) for key in named))
        together.update(dict.fromkeys(whole, whole))
    return iter(dict.fromkeys(together.get(key, frozenset({key})) for key in keys))


def _ruled(pairs: Iterable[Ruling]) -> Iterator[Family]:
    return (frozenset(key for _, key in ruling.one | ruling.other) for ruling in pairs)


def _bynames(connection: Connection, keys: Sequence[str]) -> Iterator[Family]:
    for tails in portions({key.rpartition(" ")[2] for key in keys}):
        alone = select(person_name.c.key).where(person_name.c.key.in_(tails))
        for names in portions({key for key in connection.scalars(alone) if is_full(key)}):
            same: dict[str, set[str]] = defaultdict(set)
            longer = select(person_name.c.tail, person_name.c.key).where(person_name.c.tail.in_(names))
            for tail, key in connection.execute(longer):
                same[tail].add(key)
            yield from map(frozenset, same.values())
