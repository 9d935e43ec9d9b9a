"""What people decide of persons in, what holds of it out: who is one with whom, and whose name is nobody's.

A decision names persons by where they appeared when it was made, so that it holds whatever their ids become.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from indexer.catalog import decisions
from indexer.catalog.decisions import Decision, Made
from indexer.catalog.ledger import decision
from indexer.catalog.names import key_of
from indexer.catalog.people import touch
from indexer.catalog.persons.identity import Ruling
from indexer.catalog.persons.seen import Anchor
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import appearance, person
from indexer.catalog.tables import article

KIND = "person"
SAME, APART, NOBODY, SOMEBODY, NAME = "same", "not-same", "no-person", "person", "name"
LONGEST_NAME = 200  # of a choice

Content = dict[str, Any]


class UnknownPerson(LookupError):
    """Nobody has such an id; the message names it and says where ids are found."""


class OnePerson(ValueError):
    """Two ids are one person's: there is nothing to join, and nothing that tells how to part them."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How the person who appears there is called."""

    anchors: frozenset[Anchor]
    name: str


@dataclass(frozen=True, slots=True)
class Rulings:
    """Everything that was decided and holds, in the order in which it was."""

    pairs: tuple[Ruling, ...]
    nobodies: frozenset[str]  # keys of names
    namings: tuple[Naming, ...]


def load(connection: Connection) -> Rulings:
    said = _holding(connection)
    return Rulings(
        pairs=tuple(
            Ruling(_anchors(content["one"]), _anchors(content["other"]), same=row.choice == SAME)
            for row, content in said
            if "other" in content
        ),
        nobodies=frozenset(key for row, content in said if row.choice == NOBODY for _, key in content["one"]),
        namings=tuple(Naming(_anchors(content["one"]), content[NAME]) for _, content in said if NAME in content),
    )


def decide_pair(
    connection: Connection, id_: str, other: str, *, same: bool, made_by: str, reason: str | None = None
) -> None:
    """That both are one person, or are two.  To part what was taken for one, `other` is an article of the other's.

    What was joined by a decision is parted by the same two ids.  Holds from the next `linking.relink`, as every
    decision here.  Raises UnknownPerson, OnePerson.
    """
    one, there = _seen(connection, id_), _seen_in(connection, id_, other)
    if not (there and not same) and _known(connection, id_) == _known(connection, other):
        target = "+".join(sorted((id_, other)))
        content = _joined(connection, target)
        if same or content is None:
            raise OnePerson(f"{id_} and {other} are one person; `not-same ARTICLE` takes what that article tells")
    else:
        beside = [each for each in one if each in there] if there and not same else _seen(connection, other)
        content = {"one": [each for each in one if each not in beside], "other": beside}
        ids = sorted((_known(connection, id_), other if there and not same else _known(connection, other)))
        target = "+".join(ids)
    _record(connection, target, SAME if same else APART, content, made_by=made_by, reason=reason)


def _joined(connection: Connection, target: str) -> Content | None:
    """Who was said to be one, by this decision."""
    said = ((row, content) for row, content in _holding(connection) if row.target == target)
    return next((content for row, content in said if row.choice == SAME), None)


def nobody_of(connection: Connection, asked: str) -> str | None:
    """The id that was said to be no person's: this one, or the last of this name."""
    said = [
        row.target
        for row, content in _holding(connection)
        if row.choice == NOBODY
        and (row.target == asked.strip() or any(key == key_of(asked) for _, key in content["one"]))
    ]
    return said[-1] if said else None


def is_id(connection: Connection, asked: str) -> bool:
    """Whether it is a person's id, or was one before that one turned out to be another."""
    return connection.scalar(select(person.c.id).where(person.c.id == asked)) is not None


def decide_nobody(
    connection: Connection, id_: str, *, nobody: bool, made_by: str, reason: str | None = None
) -> None:
    """That the names are no person's in any article; or that they are after all.  Raises UnknownPerson."""
    earlier = [content for row, content in _holding(connection) if row.target == id_ and row.choice == NOBODY]
    content = earlier[-1] if earlier else {"one": _seen(connection, id_)}
    _record(connection, id_, NOBODY if nobody else SOMEBODY, content, made_by=made_by, reason=reason)


def decide_name(connection: Connection, id_: str, name: str, *, made_by: str, reason: str | None = None) -> None:
    """How the person is called here, however articles do.  Raises UnknownPerson."""
    shown = " ".join(name.split())[:LONGEST_NAME]
    content = {"one": _seen(connection, id_), NAME: shown}
    _record(connection, f"{_known(connection, id_)}:{NAME}", shown, content, made_by=made_by, reason=reason)


def conflicts(connection: Connection) -> tuple[Made, ...]:
    """Decisions on somebody whom no article names any more.  They are kept, and hold again when one does."""
    return tuple(
        decisions.to_made(row)
        for row, content in _holding(connection)
        if row.choice != SOMEBODY
        and not all(_is_there(connection, content[side]) for side in ("one", "other") if side in content)
    )


def _holding(connection: Connection) -> Sequence[tuple[Row[Any], Content]]:
    return [(row, json.loads(row.content)) for row in decisions.latest(connection, decision.c.kind == KIND)]


def _anchors(seen: Sequence[Sequence[str]]) -> frozenset[Anchor]:
    return frozenset((article_id, key) for article_id, key in seen)


def _known(connection: Connection, id_: str) -> str:
    row = connection.execute(select(person.c.id, person.c.became).where(person.c.id == id_)).one_or_none()
    if row is None:
        raise UnknownPerson(f"nobody has the id {id_!r}; `tracuu person NAME` lists persons with their ids")
    return str(row.became or row.id)


def _seen(connection: Connection, id_: str) -> list[list[str]]:
    mine = select(appearance.c.article_id, appearance.c.key)
    rows = connection.execute(mine.where(appearance.c.person_id == _known(connection, id_)))
    return sorted([row.article_id, row.key] for row in rows)


def _seen_in(connection: Connection, id_: str, article_id: str) -> list[list[str]]:
    return [each for each in _seen(connection, id_) if each[0] == article_id]


def _record(
    connection: Connection, target: str, choice: str, content: Content, *, made_by: str, reason: str | None
) -> None:
    keys = {key for side in ("one", "other") for _, key in content.get(side, ())}
    made = Decision(target, choice, made_by, reason=reason, surface=", ".join(sorted(keys)), content=content)
    decisions.record(connection, KIND, made)
    touch(connection, keys)


def _is_there(connection: Connection, seen: Sequence[Sequence[str]]) -> bool:
    """Whether some article still names the person."""
    anchors = _anchors(seen)
    for ids in portions(article_id for article_id, _ in anchors):
        there = (
            select(appearance.c.article_id, appearance.c.key)
            .join(article, article.c.id == appearance.c.article_id)
            .where(appearance.c.article_id.in_(ids), article.c.removed.is_(False))
        )
        if any((row.article_id, row.key) in anchors for row in connection.execute(there)):
            return True
    return False
