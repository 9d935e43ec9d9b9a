"""What is asked of persons in, what all articles together say of them out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from crawler.letters import has_accents
from indexer import organizations
from indexer.catalog.gatherings import event, participation, report
from indexer.catalog.names import folded, key_of
from indexer.catalog.rollbook import appearance, office, person, person_name
from indexer.catalog.tables import article
from indexer.lines import lines_of
from indexer.roll import Names, Part, Person, PersonDossier
from indexer.sayings import said_of
from indexer.speeches import spoke
from indexer.tenures import held_by, holders, titles
from nlp.normalize import standard
from nlp.offices.key import office_key

__all__ = ["dossier", "find", "holders", "names_of", "people", "spoke"]

MOST = 200  # articles that a dossier lists
FOUND = 50  # persons that a name may mean
TITLES = 5  # offices of one person in a list
WHOLE = 3  # syllables of a name that is likely to be whole: others may begin or end with it by chance only
_ROLES = ("chair", "speaker", "attendee")  # of several the first is what the person was


def find(connection: Connection, asked: str) -> tuple[Person, ...]:
    """The person of this id; or those of this name, or else with these words in their names.

    Accents count where some are written; where tone marks stand does not.  Whom most articles name comes first.
    """
    return _persons(connection, _meant(connection, asked))


def _meant(connection: Connection, asked: str) -> Sequence[Row[Any]]:
    if (row := _by_id(connection, asked.strip())) is not None:
        return [row]
    key = key_of(asked)
    if not key:
        return []
    bearers = [_named(key, whole=True), person.c.name == " ".join(asked.split())]
    chosen = (
        select(person)
        .where(or_(*bearers), person.c.became.is_(None))
        .order_by(person.c.articles.desc(), person.c.id)
    )
    rows = list(connection.execute(chosen.limit(FOUND)))
    if not rows or len(key.split(" ")) < WHOLE:
        partly = select(person).where(_named(key, whole=False)).order_by(person.c.articles.desc(), person.c.id)
        rows += [row for row in connection.execute(partly.limit(FOUND)) if row not in rows]
    return rows[:FOUND]


def people(
    connection: Connection,
    *,
    words: str = "",
    office: str = "",
    organization: str = "",
    first: str | None = None,
    last: str | None = None,
    limit: int = 20,
    after: int = 0,
) -> tuple[int, tuple[Person, ...]]:
    """How many there are, and those after the first `after`; whom most articles name comes first.

    `words` are of the name, `office` of an office held at any time, `organization` is an id or a name of the body;
    `first` and `last` bound the days on which articles name the person.
    """
    which: list[ColumnElement[bool]] = [person.c.became.is_(None), person.c.articles > 0]
    if key_of(words):
        which.append(_named(key_of(words), whole=False))
    if office or organization:
        which.append(person.c.id.in_(_holding(connection, office, organization)))
    if first:
        which.append(person.c.last >= first)
    if last:
        which.append(person.c.first <= last)
    total = connection.scalar(select(func.count()).select_from(person).where(*which)) or 0
    chosen = select(person).where(*which).order_by(person.c.articles.desc(), person.c.id)
    return total, _persons(connection, connection.execute(chosen.limit(limit).offset(after)).all())


def dossier(connection: Connection, id_: str) -> PersonDossier | None:
    """Everything that articles say of the person of this id, or who that one turned out to be."""
    row = _by_id(connection, id_)
    if row is None:
        return None
    (found,) = _persons(connection, [row])
    mine = select(appearance.c.article_id).where(appearance.c.person_id == row.id)
    return PersonDossier(
        person=found,
        names=_names(connection, row.id),
        offices=held_by(connection, row.id),
        parts=_parts(connection, row.id),
        said=said_of(connection, row.id),
        lines=lines_of(connection, mine, limit=MOST),
        apart=_apart(connection, row.id),
    )


def names_of(connection: Connection, asked: str) -> tuple[str, ...]:
    """All names under which articles print the persons who may be meant, and those by which they are shown."""
    found = _meant(connection, asked)
    ids = [one.id for one in found]
    printed = select(appearance.c.name).where(appearance.c.person_id.in_(ids)).distinct()
    names = [*(one.name for one in found), *connection.scalars(printed.order_by(appearance.c.name))]
    return tuple(dict.fromkeys(names))


def _by_id(connection: Connection, id_: str) -> Row[Any] | None:
    row = connection.execute(select(person).where(person.c.id == id_)).first()
    if row is None or row.became is None:
        return row
    return connection.execute(select(person).where(person.c.id == row.became)).first()


def _persons(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Person, ...]:
    held = titles(connection, [row.id for row in rows], most=TITLES)
    return tuple(Person(row.id, row.name, row.articles, row.first, row.last, held.get(row.id, ())) for row in rows)


def _named(key: str, *, whole: bool) -> ColumnElement[bool]:
    """Whether some article prints a name of the person that is this, or has these words one after the other."""
    column: Any = " " + person_name.c.key + " " if has_accents(key) else person_name.c.folded
    wanted = f" {key} " if has_accents(key) else folded(key)
    meant = column == wanted if whole else column.contains(wanted, autoescape=True)
    keys = select(person_name.c.key).where(meant)
    named = select(appearance.c.person_id).where(appearance.c.key.in_(keys), appearance.c.person_id.is_not(None))
    return person.c.id.in_(named)


def _holding(connection: Connection, title: str, body: str) -> Any:
    """Ids of those who hold or held such an office, in such a body."""
    mine = (appearance.c.article_id == office.c.article_id) & (appearance.c.name == office.c.name)
    chosen = select(appearance.c.person_id).join(office, mine)
    if title:
        chosen = chosen.where((" " + office.c.key + " ").contains(f" {office_key(title)} ", autoescape=True))
    if body:
        ids = [
            id_
            for one in organizations.find(connection, body)
            for id_ in organizations.family_of(connection, one.id)
        ]
        chosen = chosen.where(office.c.organization_id.in_(ids))
    return chosen


def _names(connection: Connection, id_: str) -> Names:
    printed = (
        select(appearance.c.name)
        .join(article, article.c.id == appearance.c.article_id)
        .where(appearance.c.person_id == id_, article.c.removed.is_(False))
    )
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for name, count in Counter(connection.scalars(printed.order_by(appearance.c.name))).most_common():
        counts[shown.setdefault(standard(name), name)] += count  # where tone marks stand makes no other name
    return tuple(counts.most_common())


def _parts(connection: Connection, id_: str) -> tuple[Part, ...]:
    """Once an event, the newest first."""
    taken = (report.c.article_id == participation.c.article_id) & (report.c.number == participation.c.number)
    named = (appearance.c.article_id == participation.c.article_id) & (appearance.c.name == participation.c.name)
    chosen = (
        select(event, participation.c.role, participation.c.office)
        .join(report, report.c.event_id == event.c.id)
        .join(participation, taken)
        .join(appearance, named)
        .where(appearance.c.person_id == id_, event.c.reports > 0)
        .order_by(event.c.sort.desc(), event.c.id, participation.c.article_id)
    )
    parts: dict[str, Part] = {}
    for row in connection.execute(chosen):
        part = Part(row.id, row.name, row.kind, row.date, row.place, row.role, row.office)
        known = parts.setdefault(row.id, part)
        if _ROLES.index(part.role) < _ROLES.index(known.role):
            parts[row.id] = part
    return tuple(parts.values())


def _apart(connection: Connection, id_: str) -> tuple[Person, ...]:
    """Others whom some article calls by a name of the person."""
    mine = select(appearance.c.key).where(appearance.c.person_id == id_)
    others = select(appearance.c.person_id).where(appearance.c.key.in_(mine), appearance.c.person_id != id_)
    chosen = select(person).where(person.c.id.in_(others)).order_by(person.c.articles.desc(), person.c.id)
    return _persons(connection, connection.execute(chosen.limit(FOUND)).all())
