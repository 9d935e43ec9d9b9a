"""What is asked of bodies in, what all articles together say of them out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from crawler.letters import has_accents
from indexer.bodies.key import name_of
from indexer.bodies.local import is_local
from indexer.catalog.counting import ROOT
from indexer.catalog.gatherings import event, named, organization
from indexer.catalog.organizations import folded
from indexer.lines import lines_of
from indexer.roll import Event, Names, Organization, OrganizationDossier
from indexer.sayings import said_by
from indexer.tenures import held_in
from nlp.normalize import standard

MOST = 100  # events and articles that a dossier lists
_THERE = (organization.c.same.is_(None), organization.c.dropped.is_(False))


def find(connection: Connection, asked: str) -> tuple[Organization, ...]:
    """The bodies of this id or name; any of their names, with or without its accents.  The most named first."""
    if (row := _by_id(connection, asked.strip())) is not None:
        return (to_organization(row),)
    name = name_of(asked)
    ids = list(connection.scalars(select(ROOT).where(organization.c.key == name.key)))
    if not (ids and name.listed):
        ids += _called(connection, asked)
    chosen = select(organization).where(organization.c.id.in_(ids), *_THERE)
    return tuple(map(to_organization, connection.execute(_ordered(chosen))))


def organizations(
    connection: Connection, *, words: str = "", limit: int = 20, after: int = 0
) -> tuple[int, tuple[Organization, ...]]:
    """How many bodies have these words in their names, and those after the first `after`; the most named first."""
    asked = (organization.c.words.contains(f" {word}", autoescape=True) for word in folded(words).split())
    which = (*_THERE, organization.c.articles > 0, *asked)
    total = connection.scalar(select(func.count()).select_from(organization).where(*which)) or 0
    chosen = _ordered(select(organization).where(*which)).limit(limit).offset(after)
    return total, tuple(map(to_organization, connection.execute(chosen)))


def dossier(connection: Connection, id_: str) -> OrganizationDossier | None:
    """Everything that is known of the body of this id; of the one that it turned out to be, if so."""
    row = _by_id(connection, id_)
    if row is None:
        return None
    family = family_of(connection, row.id)
    return OrganizationDossier(
        organization=to_organization(row),
        names=_names(connection, family),
        parents=_parents(connection, row),
        children=_children(connection, family),
        officers=held_in(connection, family),
        events=_events(connection, family),
        said=said_by(connection, family),
        lines=lines_of(
            connection, select(named.c.article_id).where(named.c.organization_id.in_(family)), limit=MOST
        ),
    )


def names_of(connection: Connection, asked: str) -> tuple[str, ...]:
    """Every name under which articles may have been indexed that name the bodies that are asked for."""
    found = find(connection, asked)
    names = dict.fromkeys(one.name for one in found)
    for one in found:
        mine = named.c.organization_id.in_(family_of(connection, one.id))
        printed = connection.scalars(select(named.c.canonical).where(mine).distinct())
        names |= {
            name: None for name in printed if not is_local(name_of(name).key)
        }  # "UBND tỉnh" is any province's
    return tuple(names)


def family_of(connection: Connection, id_: str) -> tuple[str, ...]:
    """The ids of the body: its own, and those that turned out to be it."""
    same = select(organization.c.id).where(organization.c.same == id_, organization.c.dropped.is_(False))
    return (id_, *connection.scalars(same.order_by(organization.c.id)))


def to_organization(row: Row[Any]) -> Organization:
    return Organization(row.id, row.name, row.short, row.articles, row.first, row.last)


def _by_id(connection: Connection, id_: str) -> Row[Any] | None:
    """The body of this id, or that which it turned out to be."""
    truth = select(ROOT).where(organization.c.id == id_).scalar_subquery()
    chosen = select(organization).where(organization.c.id == truth, organization.c.dropped.is_(False))
    return connection.execute(chosen).first()


def _called(connection: Connection, asked: str) -> list[str]:
    """Those that some article calls so; where accents are written, they must be right if they are for any."""
    called = (
        select(ROOT, named.c.printed)
        .select_from(named.join(organization, organization.c.id == named.c.organization_id))
        .where(named.c.folded == folded(asked))
        .distinct()
    )
    rows = connection.execute(called).all()
    if has_accents(asked):
        plain = _plain(asked)
        rows = [row for row in rows if _plain(row.printed) == plain] or rows
    return [row[0] for row in rows]


def _plain(name: str) -> str:
    return " ".join(standard(name).lower().split())


def _ordered(chosen: Select[Any]) -> Select[Any]:
    return chosen.order_by(organization.c.articles.desc(), organization.c.id)


def _names(connection: Connection, family: Sequence[str]) -> Names:
    """Spellings that differ in capitals and tone marks alone are one name."""
    articles = func.count(named.c.article_id.distinct())
    mine = select(named.c.printed, articles).where(named.c.organization_id.in_(family)).group_by(named.c.printed)
    counts: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for printed, count in connection.execute(mine.order_by(articles.desc(), named.c.printed)):
        counts[shown.setdefault(_plain(printed), printed)] += count
    return tuple(counts.most_common())


def _parents(connection: Connection, row: Row[Any]) -> tuple[Organization, ...]:
    found: list[Organization] = []
    above = row.parent
    while above and (whole := _by_id(connection, above)) is not None:
        if whole.id == row.id or any(whole.id == one.id for one in found):
            break
        found.append(to_organization(whole))
        above = whole.parent
    return tuple(found)


def _children(connection: Connection, family: Sequence[str]) -> tuple[Organization, ...]:
    parts = select(organization).where(organization.c.parent.in_(family), organization.c.articles > 0, *_THERE)
    return tuple(map(to_organization, connection.execute(_ordered(parts))))


def _events(connection: Connection, family: Sequence[str]) -> tuple[Event, ...]:
    mine = select(event).where(event.c.organization_id.in_(family), event.c.reports > 0)
    rows = connection.execute(mine.order_by(event.c.sort.desc(), event.c.id).limit(MOST))
    return tuple(map(to_event, rows))


def to_event(row: Row[Any]) -> Event:
    return Event(
        id=row.id,
        name=row.name,
        kind=row.kind,
        date=row.date,
        place=row.place,
        online=row.online,
        organizer=row.organizer,
        organizer_id=row.organization_id,
        reports=row.reports,
    )
