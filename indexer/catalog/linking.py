"""Names whose appearances changed in, every appearance's person out: grouped anew by all that the store knows."""

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, delete, select, update

from indexer.catalog import rulings
from indexer.catalog.names import is_full, key_of
from indexer.catalog.people import touch
from indexer.catalog.persons import members, spokesmen
from indexer.catalog.persons.families import Family, families
from indexer.catalog.persons.identity import group
from indexer.catalog.persons.places import other_things
from indexer.catalog.persons.witnesses import everywhere, witnesses
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import appearance, person_name

BATCH = 400  # families that are grouped at once


def relink(connection: Connection, *, names: Collection[str] | None = None) -> tuple[str, ...]:
    """Say whose each appearance is, of the names that changed or of these; articles where that is another now.

    Ids stay with those who bear them: a person that turns out to be two keeps its id where most appearances are,
    and of two that turn out to be one the other's id leads to it.
    """
    if names is not None:
        touch(connection, {key_of(name) for name in names})
    ruled = rulings.load(connection)
    too_known = everywhere(connection)
    changed: set[str] = set()
    for batch in _batches(families(connection, _stale(connection), ruled.pairs)):
        keys = frozenset().union(*batch)
        nobodys = ruled.nobodies | other_things(connection, keys)
        seen = witnesses(connection, keys, but=too_known)
        groups = [
            found
            for family in batch
            for found in group(
                (one for key in family if is_full(key) and key not in nobodys for one in seen.get(key, ())),
                rulings=ruled.pairs,
            )
        ]
        changed |= members.assign(connection, keys, groups, namings=ruled.namings)
        _settle(connection, keys)
    changed.update(spokesmen.resolve(connection))
    return tuple(sorted(changed))


def _stale(connection: Connection) -> list[str]:
    return list(
        connection.scalars(select(person_name.c.key).where(person_name.c.stale).order_by(person_name.c.key))
    )


def _batches(families: Iterable[Family]) -> Iterator[list[Family]]:
    whole = iter(families)
    while batch := list(islice(whole, BATCH)):
        yield batch


def _settle(connection: Connection, keys: Collection[str]) -> None:
    """These names are grouped; those that no article prints any more are forgotten."""
    for portion in portions(keys):
        some = person_name.c.key.in_(portion)
        printed = select(appearance.c.name).where(appearance.c.key == person_name.c.key).exists()
        connection.execute(delete(person_name).where(some, ~printed))
        connection.execute(update(person_name).where(some).values(stale=False))
