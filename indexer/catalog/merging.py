"""What people decided of bodies, and abbreviations with one meaning, in; which body is in truth which, out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, func, select, update

from indexer.bodies.key import is_abbreviation, name_of
from indexer.catalog import decisions
from indexer.catalog.decisions import Decision, Made
from indexer.catalog.gatherings import named, organization
from indexer.catalog.ledger import decision
from indexer.catalog.organizations import ids_by_key, ids_of, touch

KIND = "organization"
NONE, APART = "none", "apart"  # choices that are no body's id: the name is no body's; it stays a body of its own
_LONGEST_ABBREVIATION = 10


def call(connection: Connection, body: str, alias: str, *, made_by: str, reason: str | None = None) -> None:
    """A person says that `alias` is a name of the body of this id."""
    name = name_of(alias)
    made = Decision(ids_of(connection, [name])[name.key], body, made_by, reason=reason, surface=alias)
    decisions.record(connection, KIND, made)


def equate(connection: Connection, body: str, other: str, *, made_by: str, reason: str | None = None) -> None:
    """A person says that the body `other` (an id) is in truth `body`."""
    decisions.record(connection, KIND, Decision(other, body, made_by, reason=reason))


def part(connection: Connection, body: str, *, made_by: str, reason: str | None = None) -> None:
    """A person says that the body is no other one, whatever was decided or found before."""
    decisions.record(connection, KIND, Decision(body, APART, made_by, reason=reason))


def drop(connection: Connection, body: str, *, made_by: str, reason: str | None = None) -> None:
    """A person says that this is no body."""
    decisions.record(connection, KIND, Decision(body, NONE, made_by, reason=reason))


def body_of(connection: Connection, asked: str) -> str | None:
    """The body of this very id or name, whatever it is taken for: what was said of it can be taken back."""
    there = connection.scalar(select(organization.c.id).where(organization.c.id == asked.strip()))
    key = name_of(asked).key
    return there or ids_by_key(connection, {key}).get(key)


def merge(connection: Connection) -> set[str]:
    """Bring every body into line with what was decided and found; those that change, which are counted again."""
    made = _made(connection)
    found = _respelled(connection) | _meant(connection)
    wanted = _roots(
        {id_: body for id_, body in found.items() if made.get(body) != id_}
        | {id_: choice for id_, choice in made.items() if choice not in (NONE, id_)}
    )
    changed: set[str] = set()
    gone = {id_ for id_, choice in made.items() if choice == NONE}
    odd = organization.c.same.is_not(None) | organization.c.dropped | organization.c.id.in_({*wanted, *gone})
    for row in connection.execute(select(organization).where(odd)).all():
        same, dropped = wanted.get(row.id), row.id in gone
        if (same, dropped) != (row.same, row.dropped):
            mine = update(organization).where(organization.c.id == row.id)
            connection.execute(mine.values(same=same, dropped=dropped))
            touch(connection, filter(None, (row.id, row.same, same)))
            changed.add(row.id)
    return changed


def conflicts(connection: Connection) -> tuple[Made, ...]:
    """Decisions on bodies that no article names any more, or that bid to take one for a body that is not there."""
    known = set(connection.scalars(select(organization.c.id)))
    seen = set(connection.scalars(select(named.c.organization_id).distinct()))
    return tuple(
        one
        for one in decisions.all_made(connection)
        if one.kind == KIND and not _holds(one, known=known, seen=seen)
    )


def _holds(one: Made, *, known: set[str], seen: set[str]) -> bool:
    """An alias may wait for the first article that prints it."""
    there = one.target in seen or one.surface is not None
    return there and (one.choice in (NONE, APART) or one.choice in known)


def _made(connection: Connection) -> dict[str, str]:
    """The last choice on each body."""
    chosen = select(decision.c.target, decision.c.choice).where(decision.c.kind == KIND).order_by(decision.c.id)
    return dict(connection.execute(chosen).all())


def _respelled(connection: Connection) -> dict[str, str]:
    """Bodies whose name is now known for a spelling of another's: lists have grown since it got its id."""
    chosen = select(organization.c.id, organization.c.key, organization.c.name)
    rows = connection.execute(chosen.where(organization.c.stale | organization.c.same.is_not(None))).all()
    keys = {row.id: name_of(row.name).key for row in rows}
    bodies = ids_by_key(connection, {keys[row.id] for row in rows if keys[row.id] != row.key})
    return {row.id: bodies[keys[row.id]] for row in rows if bodies.get(keys[row.id], row.id) != row.id}


def _meant(connection: Connection) -> dict[str, str]:
    """Abbreviations that stand alone in some articles, each with the only body that others call by it."""
    alone = select(organization.c.id, organization.c.name).where(
        func.length(organization.c.name) <= _LONGEST_ABBREVIATION, organization.c.name.not_like("% %")
    )
    ids = {name: id_ for id_, name in connection.execute(alone) if is_abbreviation(name)}
    found: dict[str, set[str]] = defaultdict(set)
    for name, body in _called(connection, ids):
        if ids[name] != body:
            found[ids[name]].add(body)
    return {id_: next(iter(bodies)) for id_, bodies in found.items() if len(bodies) == 1}


def _called(connection: Connection, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Names of bodies among these, with the bodies that articles call by them."""
    called = (
        select(named.c.printed, named.c.organization_id)
        .join(organization, organization.c.id == named.c.organization_id)
        .where(organization.c.dropped.is_(False))
        .distinct()
    )
    some = sorted(names)
    for start in range(0, len(some), 500):
        rows = connection.execute(called.where(named.c.printed.in_(some[start : start + 500])))
        yield from ((row.printed, row.organization_id) for row in rows)


def _roots(said: Mapping[str, str]) -> dict[str, str]:
    """Each body with the one at the end of what is said of it; what goes round in a circle says nothing."""
    found: dict[str, str] = {}
    for id_ in said:
        seen = [id_]
        while (following := said.get(seen[-1], APART)) != APART and following not in seen:
            seen.append(following)
        if following == APART and len(seen) > 1:
            found[id_] = seen[-1]
    return found
