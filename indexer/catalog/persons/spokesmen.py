"""Words of which only the speaker's office is printed in; who holds that office on that day, if one does, out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, select, update

from indexer.catalog.names import is_foreign
from indexer.catalog.persons.telling import is_ones, rank_of, tells
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import appearance, office, quote
from indexer.catalog.tables import article

BEYOND = timedelta(183)  # before the first and after the last article that names the holder


@dataclass(frozen=True, slots=True)
class _Term:
    """The days of the first and the last article that call somebody the holder."""

    person: str
    first: str
    last: str


def resolve(connection: Connection) -> tuple[str, ...]:
    """Say who holds the offices that speak without a name; articles where that is another now."""
    rows = connection.execute(_unnamed()).all()
    asked = [row for row in rows if row.key and row.day and is_ones(row.key) and tells(row.office)]
    terms = _terms(connection, sorted({row.key for row in asked}))
    holders = {(row.article_id, row.place): _holder(terms.get(row.key, []), row.day) for row in asked}
    changes = [
        {"in_article": row.article_id, "in_place": row.place, "holder": holders.get((row.article_id, row.place))}
        for row in rows
        if row.holder != holders.get((row.article_id, row.place))
    ]
    here = (quote.c.article_id == bindparam("in_article"), quote.c.place == bindparam("in_place"))
    if changes:
        connection.execute(update(quote).where(*here), changes)
    return tuple(sorted({change["in_article"] for change in changes}))


def _unnamed() -> Any:
    return (
        select(quote.c.article_id, quote.c.place, quote.c.office, quote.c.key, quote.c.holder, quote.c.day)
        .join(article, article.c.id == quote.c.article_id)
        .where(quote.c.speaker.is_(None), quote.c.office.is_not(None), article.c.removed.is_(False))
    )


def _terms(connection: Connection, keys: Sequence[str]) -> dict[str, list[_Term]]:
    days: dict[tuple[str, str], list[str]] = defaultdict(list)
    found: dict[str, list[_Term]] = defaultdict(list)
    for some in portions(keys):
        chosen = (
            select(office.c.key, office.c.office, office.c.organization, appearance.c.person_id, appearance.c.day)
            .add_columns(appearance.c.key.label("person_key"))
            .join(
                appearance,
                (appearance.c.article_id == office.c.article_id) & (appearance.c.name == office.c.name),
            )
            .join(article, article.c.id == office.c.article_id)
            .where(office.c.key.in_(some), office.c.former.is_(False), article.c.removed.is_(False))
            .where(appearance.c.person_id.is_not(None), appearance.c.day.is_not(None))
        )
        for row in connection.execute(chosen):
            abroad = is_foreign(row.person_key) and rank_of(row.key)  # the minister of which country?
            if tells(row.office, row.organization) and not abroad:
                days[row.key, row.person_id].append(row.day)
    for (key, person), seen in sorted(days.items()):
        found[key].append(_Term(person, min(seen), max(seen)))
    return found


def _holder(terms: Sequence[_Term], day: str) -> str | None:
    """Who is named as the holder before and after that day; or the only one who is some months round it."""
    within = [term for term in terms if term.first <= day <= term.last]
    near = within or [term for term in terms if _beyond(term.first, -BEYOND) <= day <= _beyond(term.last, BEYOND)]
    return near[0].person if len(near) == 1 else None


def _beyond(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()
