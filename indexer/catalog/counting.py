"""Bodies whose articles have changed in; their names and numbers counted again, out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from indexer.bodies.key import key_of, name_of
from indexer.bodies.parents import parent_of
from indexer.catalog.gatherings import event, named, organization, report
from indexer.catalog.merging import merge
from indexer.catalog.organizations import AT_ONCE, folded, ids_of

_COLUMNS = ("parent", "name", "folded", "short", "articles", "first", "last", "words")
ROOT = func.coalesce(organization.c.same, organization.c.id)  # the body that a row is in truth


@dataclass(slots=True)
class _Count:
    printed: Counter[str] = field(default_factory=Counter)  # articles by name
    canonical: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    first: str | None = None
    last: str | None = None


def recount(connection: Connection) -> tuple[str, ...]:
    """The articles in which a body has another name than before: engines must follow them."""
    moved = merge(connection)
    stale = select(organization.c.id, organization.c.same).where(organization.c.stale)
    roots = sorted({row.same or row.id for row in connection.execute(stale)})
    renamed: set[str] = set()
    for start in range(0, len(roots), AT_ONCE):
        renamed |= _recount(connection, roots[start : start + AT_ONCE])
    changed = _articles(connection, sorted(renamed | moved))
    _reopen_events(connection, sorted(renamed | moved))
    connection.execute(update(organization).where(organization.c.stale).values(stale=False))
    return changed


def _recount(connection: Connection, roots: Sequence[str]) -> set[str]:
    """Bodies that are called otherwise now."""
    rows = connection.execute(select(organization).where(organization.c.id.in_(roots))).all()
    counts = _counts(connection, roots)
    parents = _parents(connection, rows)
    changes = {row.id: _columns(row, counts[row.id]) | {"parent": parents.get(row.id)} for row in rows}
    if changes:
        bound = [{"new_id": id_, **_bound(new)} for id_, new in changes.items()]
        mine = update(organization).where(organization.c.id == bindparam("new_id"))
        connection.execute(mine.values({name: bindparam(f"new_{name}") for name in _COLUMNS}), bound)
    return {row.id for row in rows if row.articles and row.name != changes[row.id]["name"]}


def _parents(connection: Connection, rows: Sequence[Any]) -> dict[str, str]:
    """Told anew each time: what is known of parents grows."""
    wholes = {row.id: name_of(whole) for row in rows if (whole := parent_of(row.name))}
    ids = ids_of(connection, list(wholes.values()))
    return {id_: ids[whole.key] for id_, whole in wholes.items()}


def _bound(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {f"new_{name}": value for name, value in columns.items()}


def _counts(connection: Connection, roots: Sequence[str]) -> dict[str, _Count]:
    found: dict[str, _Count] = defaultdict(_Count)
    joined = named.join(organization, organization.c.id == named.c.organization_id)
    mine = (ROOT.in_(roots), organization.c.dropped.is_(False))
    articles = func.count(named.c.article_id.distinct())
    for column in ("printed", "canonical"):
        grouped = select(ROOT, named.c[column], articles).select_from(joined).where(*mine)
        for root, name, count in connection.execute(grouped.group_by(ROOT, named.c[column])):
            getattr(found[root], column)[name] = count
    days = select(ROOT, articles, func.min(named.c.day), func.max(named.c.day)).select_from(joined)
    for root, count, first, last in connection.execute(days.where(*mine).group_by(ROOT)):
        found[root].articles, found[root].first, found[root].last = count, first, last
    return found


def _columns(row: Any, count: _Count) -> dict[str, Any]:
    shown = _shown(row, count)
    names = dict.fromkeys(map(folded, (shown, *count.printed, *count.canonical)))
    shorts = [(number, name) for name, number in count.printed.items() if name.isalnum() and name.isupper()]
    return {
        "name": shown,
        "folded": folded(shown),
        "short": max(shorts)[1][:20] if shorts and max(shorts)[1] != shown else None,
        "articles": count.articles,
        "first": count.first,
        "last": count.last,
        "words": f"| {' | '.join(names)} |",
    }


def _shown(row: Any, count: _Count) -> str:
    """The listed name, or else the one that most articles print of those that are spellings of the body's name."""
    if (known := name_of(row.name)).listed:
        return known.shown[:300]
    spelled = [(number, name) for name, number in count.canonical.items() if key_of(name) == row.key]
    return max(spelled, key=lambda one: (one[0], one[1].count(" "), one[1]))[1] if spelled else row.name


def _reopen_events(connection: Connection, bodies: Sequence[str]) -> None:
    """What these bodies organised is to be told again, under the body and the name that they have now."""
    mine = select(report.c.event_id).join(organization, organization.c.id == report.c.organization_id)
    for start in range(0, len(bodies), AT_ONCE):
        some = bodies[start : start + AT_ONCE]
        theirs = mine.where(report.c.event_id.is_not(None), ROOT.in_(some) | organization.c.id.in_(some))
        connection.execute(update(event).where(event.c.id.in_(theirs)).values(stale=True))


def _articles(connection: Connection, bodies: Sequence[str]) -> tuple[str, ...]:
    found: set[str] = set()
    for start in range(0, len(bodies), AT_ONCE):
        some = bodies[start : start + AT_ONCE]
        mine = select(named.c.article_id).join(organization, organization.c.id == named.c.organization_id)
        found.update(connection.scalars(mine.where(ROOT.in_(some) | organization.c.id.in_(some))))
    return tuple(sorted(found))
