"""Groups of appearances in; who each appearance is, by an id that lasts, and the rows of persons out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from indexer.catalog.names import id_of, key_of
from indexer.catalog.persons.identity import Group
from indexer.catalog.persons.seen import Anchor
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import appearance, person
from indexer.catalog.rulings import Naming

Rows = Mapping[Anchor, Sequence[Row[Any]]]  # an article may print one name in two spellings
Placed = tuple[str | None, str, float]  # person, evidence, confidence

NOBODY: Placed = (None, "no-person", 0.0)


def assign(
    connection: Connection, keys: Collection[str], groups: Sequence[Group], *, namings: Sequence[Naming]
) -> set[str]:
    """Write whose the appearances of these names are; articles where that is somebody else, or shown otherwise."""
    rows = _rows(connection, keys)
    ids = _ids(groups, rows)
    placed: dict[Anchor, Placed] = {
        anchor: (id_, *evidence)
        for id_, one in zip(ids, groups, strict=True)
        for anchor, evidence in one.evidence.items()
    }
    known = dict(_known(connection, keys))
    _succeed(connection, known, rows, placed, born=ids)
    persons = [_person(id_, one, rows, namings) for id_, one in zip(ids, groups, strict=True)]
    if persons:
        connection.execute(insert(person), persons)
    renamed = {
        each.article
        for row, one in zip(persons, groups, strict=True)
        if known.get(row["id"], row["name"]) != row["name"]
        for each in one.members
    }
    return _place(connection, rows, placed) | renamed


def _rows(connection: Connection, keys: Collection[str]) -> Rows:
    found: dict[Anchor, list[Row[Any]]] = defaultdict(list)
    for some in portions(keys):
        for row in connection.execute(select(appearance).where(appearance.c.key.in_(some))):
            found[row.article_id, row.key].append(row)
    return found


def _ids(groups: Sequence[Group], rows: Rows) -> list[str]:
    """Each group keeps the id that most of it bore, unless more of another group did; else it gets a new one."""
    votes = [Counter(row.person_id for one in each.members for row in rows[one.anchor]) for each in groups]
    winners: dict[str, tuple[int, int]] = {}
    for at, cast in enumerate(votes):
        for id_, many in cast.items():
            if id_ is not None and many > winners.get(id_, (0, 0))[0]:
                winners[id_] = (many, at)
    won: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for id_, (many, at) in winners.items():
        won[at].append((-many, id_))
    kept = {at: min(mine)[1] for at, mine in won.items()}
    taken = set(kept.values())
    return [kept[at] if at in kept else _new_id(each, rows, taken) for at, each in enumerate(groups)]


def _new_id(one: Group, rows: Rows, taken: set[str]) -> str:
    """Made from the first article; from a later one, or once more, where another person keeps that id."""
    name = _name(one, rows)
    made = (id_of(name, each.article + "+" * more) for more in count() for each in one.members)
    found = next(id_ for id_ in made if id_ not in taken)
    taken.add(found)
    return found


def _name(one: Group, rows: Rows) -> str:
    """As most articles print it."""
    printed = Counter(row.name for each in one.members for row in rows[each.anchor])
    return str(min(printed, key=lambda name: (-printed[name], name)))


def _person(id_: str, one: Group, rows: Rows, namings: Sequence[Naming]) -> dict[str, Any]:
    anchors = {each.anchor for each in one.members}
    called = [each.name for each in namings if 2 * len(anchors & each.anchors) > len(each.anchors & rows.keys())]
    printed = _name(one, rows)
    days = [each.day for each in one.members if each.day]
    return {
        "id": id_,
        "key": key_of(printed),
        "name": called[-1] if called else printed,
        "articles": len({each.article for each in one.members}),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "became": None,
    }


def _succeed(
    connection: Connection,
    known: Collection[str],
    rows: Rows,
    placed: Mapping[Anchor, Placed],
    *,
    born: Collection[str],
) -> None:
    """Let ids that nobody bears any more lead to who bears another now, or end."""
    heirs: dict[str, Counter[str]] = {id_: Counter() for id_ in known if id_ not in born}
    for anchor, here in rows.items():
        for row in here:
            if row.person_id is not None and row.person_id not in born:
                heirs.setdefault(row.person_id, Counter()).update(filter(None, [placed.get(anchor, NOBODY)[0]]))
    for id_, counted in sorted(heirs.items()):
        followers = (person.c.id == id_) | (person.c.became == id_)
        if counted:
            became = min(counted, key=lambda heir: (-counted[heir], heir))
            connection.execute(update(person).where(followers).values(became=became, articles=0))
        else:
            connection.execute(delete(person).where(followers))
    for some in portions(born):
        connection.execute(delete(person).where(person.c.id.in_(some)))


def _known(connection: Connection, keys: Collection[str]) -> Iterator[tuple[str, str]]:
    """Ids and names of those who are shown by these names so far."""
    for some in portions(keys):
        mine = select(person.c.id, person.c.name).where(person.c.key.in_(some), person.c.became.is_(None))
        yield from ((row.id, row.name) for row in connection.execute(mine))


def _place(connection: Connection, rows: Rows, placed: Mapping[Anchor, Placed]) -> set[str]:
    moved = [
        (row, placed.get(anchor, NOBODY))
        for anchor, here in rows.items()
        for row in here
        if (row.person_id, row.evidence, row.confidence) != placed.get(anchor, NOBODY)
    ]
    here = (appearance.c.article_id == bindparam("in_article"), appearance.c.name == bindparam("in_name"))
    changes = [
        {"in_article": row.article_id, "in_name": row.name, "person_id": id_, "evidence": why, "confidence": sure}
        for row, (id_, why, sure) in moved
    ]
    if changes:
        connection.execute(update(appearance).where(*here), changes)
    return {row.article_id for row, (id_, _, _) in moved if row.person_id != id_}
