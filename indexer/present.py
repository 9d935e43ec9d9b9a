"""An event in, who took part in it by all its reports out."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from indexer.catalog.gatherings import participation, report
from indexer.catalog.names import key_of
from indexer.catalog.rollbook import appearance, person
from indexer.catalog.tables import article
from indexer.roll import Participant


@dataclass(frozen=True, slots=True)
class Participants:
    """Each in the order in which reports name them."""

    chairs: tuple[Participant, ...]
    speakers: tuple[Participant, ...]
    attendees: tuple[Participant, ...]


def participants(connection: Connection, id_: str) -> Participants:
    found = _gathered(connection, id_)
    return Participants(*(_participants(found[role]) for role in ("chair", "speaker", "attendee")))


@dataclass(slots=True)
class _Present:
    names: Counter[str] = field(default_factory=Counter)
    offices: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)
    persons: Counter[str] = field(default_factory=Counter)  # ids


def _gathered(connection: Connection, id_: str) -> dict[str, list[_Present]]:
    """By role, each person once with all that the reports say: who bears one name at one event is one."""
    mine = (
        select(participation, appearance.c.person_id, person.c.name.label("shown"))
        .join(
            report,
            (report.c.article_id == participation.c.article_id) & (report.c.number == participation.c.number),
        )
        .join(article, article.c.id == participation.c.article_id)
        .outerjoin(
            appearance,
            (appearance.c.article_id == participation.c.article_id) & (appearance.c.name == participation.c.name),
        )
        .outerjoin(person, person.c.id == appearance.c.person_id)
        .where(report.c.event_id == id_, article.c.removed.is_(False))
        .order_by(participation.c.article_id, participation.c.place)
    )
    found: dict[str, dict[str, _Present]] = defaultdict(dict)
    for row in connection.execute(mine):
        one = found[row.role].setdefault(key_of(row.name), _Present())
        one.names[row.shown or row.name] += 1
        if row.office:
            one.offices[row.office] += 1
        if row.person_id:
            one.persons[row.person_id] += 1
        one.articles.add(row.article_id)
        one.places.append(row.place)
    return defaultdict(list, {role: list(people.values()) for role, people in found.items()})


def _participants(present: Iterable[_Present]) -> tuple[Participant, ...]:
    """In the order in which reports name them; the middle one of the places of each counts."""
    ordered = sorted(present, key=lambda one: (sorted(one.places)[len(one.places) // 2], -len(one.articles)))
    return tuple(
        Participant(_most(one.names), _most(one.persons) or None, _most(one.offices) or None, len(one.articles))
        for one in ordered
    )


def _most(counted: Counter[str]) -> str:
    """Of two as frequent the longer."""
    return max(counted, key=lambda name: (counted[name], len(name)), default="")
