"""Names whose appearances changed in, every appearance's person out: grouped anew by all that the store knows."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, select, update

from crawler.version import MOST_KEYS
from indexer.catalog import rulings
from indexer.catalog.names import is_full, key_of
from indexer.catalog.people import touch
from indexer.catalog.persons import members, spokesmen
from indexer.catalog.persons.identity import Ruling, group
from indexer.catalog.persons.witnesses import everywhere, witnesses
from indexer.catalog.rollbook import appearance, person_name
from indexer.catalog.rulings import Rulings

BATCH = 400  # families that are grouped at once

Family = frozenset[str]  # names that may be one person's: one alone, unless somebody said so of more


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
    for families in _batches(_stale(connection), ruled):
        keys = frozenset().union(*families)
        seen = witnesses(connection, keys, but=too_known)
        groups = [
            found
            for family in families
            for found in group(
                (one for key in family if _may_be_somebody(key, ruled) for one in seen.get(key, ())),
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


def _may_be_somebody(key: str, ruled: Rulings) -> bool:
    return is_full(key) and key not in ruled.nobodies


def _batches(keys: Sequence[str], ruled: Rulings) -> Iterator[list[Family]]:
    """Families that share an id, or did, are in one batch: no two persons may come to bear it."""
    families = _bound(ruling for ruling in ruled.pairs if ruling.same)
    clans = _bound(ruled.pairs)
    batch: dict[Family, None] = {}
    for clan in dict.fromkeys(clans.get(key, frozenset({key})) for key in keys):
        batch.update(dict.fromkeys(families.get(key, frozenset({key})) for key in sorted(clan)))
        if len(batch) >= BATCH:
            yield list(batch)
            batch = {}
    if batch:
        yield list(batch)


def _bound(pairs: Iterable[Ruling]) -> dict[str, Family]:
    """By name, all the names that rulings bind to it, one by one or over others."""
    together: dict[str, Family] = {}
    for ruling in pairs:
        named = {key for _, key in ruling.one | ruling.other}
        whole = frozenset().union(named, *(together.get(key, ()) for key in named))
        together.update(dict.fromkeys(whole, whole))
    return together


def _settle(connection: Connection, keys: Collection[str]) -> None:
    """These names are grouped; those that no article prints any more are forgotten."""
    wanted = sorted(keys)
    for start in range(0, len(wanted), MOST_KEYS):
        some = person_name.c.key.in_(wanted[start : start + MOST_KEYS])
        printed = select(appearance.c.name).where(appearance.c.key == person_name.c.key).exists()
        connection.execute(delete(person_name).where(some, ~printed))
        connection.execute(update(person_name).where(some).values(stale=False))
