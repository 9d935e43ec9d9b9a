"""What was found in an article in; rows of its persons, their offices and their words out."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update

from indexer.catalog.moments import moment
from indexer.catalog.names import folded, key_of
from indexer.catalog.portions import portions
from indexer.catalog.rollbook import LONGEST_KEY, LONGEST_NAME, appearance, office, person_name, quote
from nlp.directives.sentence import sentence
from nlp.document import AnnotatedDocument, Office, Quote
from nlp.offices.key import office_key

Fields = dict[str, Any]

# Made once: making a statement anew for each article costs as much as running it.
_TABLES = (appearance, office, quote)
_MINE = {table: select(table).where(table.c.article_id == bindparam("id")) for table in _TABLES}
_INSERT = {table: insert(table) for table in _TABLES}
_STATE = select(person_name.c.key, person_name.c.stale).where(
    person_name.c.key.in_(bindparam("keys", expanding=True))
)


def write(
    connection: Connection,
    article_id: str,
    text: str,
    document: AnnotatedDocument,
    *,
    day: str | None,
    organizations: Mapping[str, str],
) -> None:
    """Put the article's persons, offices and quotes in the place of those before; what is the same is not touched.

    `organizations` gives the ids of bodies by their canonical names.  Who the persons are stays as it was, and is
    open for new names until `linking.relink`.
    """
    before, *others = (connection.execute(_MINE[table], {"id": article_id}).all() for table in _TABLES)
    _, local_day = moment(day)
    named = _appearances(article_id, document, day=local_day, before=before)
    held = _offices(article_id, text, document, organizations)
    said = _quotes(article_id, text, document, organizations, day=local_day)
    changed = [
        _replace(connection, table, article_id, old=old, new=new)
        for table, old, new in zip(_TABLES, (before, *others), (named, held, said), strict=True)
    ]
    if any(changed[:2]):  # who somebody is does not hang on what is said
        touch(connection, {row["key"] for row in named} | {row.key for row in before})


def remove(connection: Connection, article_ids: Sequence[str]) -> None:
    """The articles are gone, and so is all that they say of persons."""
    for ids in portions(article_ids):
        gone = select(appearance.c.key).where(appearance.c.article_id.in_(ids)).distinct()
        touch(connection, set(connection.scalars(gone)))
        for table in (appearance, office, quote):
            connection.execute(delete(table).where(table.c.article_id.in_(ids)))


def person_ids(connection: Connection, article_id: str) -> dict[str, str]:
    """Who the persons of the article are, by their canonical names, as far as names were grouped."""
    mine = select(appearance.c.name, appearance.c.person_id).where(appearance.c.article_id == article_id)
    return dict(connection.execute(mine.where(appearance.c.person_id.is_not(None))).all())


def touch(connection: Connection, keys: Collection[str]) -> None:
    """The appearances of these names changed: the next `relink` groups them again."""
    for some in portions(keys):
        known: dict[str, bool] = dict(connection.execute(_STATE, {"keys": some}).all())
        if fresh := [key for key, stale in known.items() if not stale]:
            connection.execute(update(person_name).where(person_name.c.key.in_(fresh)).values(stale=True))
        if new := [_name(key) for key in some if key not in known]:
            connection.execute(insert(person_name), new)


def _name(key: str) -> Fields:
    return {"key": key, "folded": folded(key), "tail": key.rpartition(" ")[2], "stale": True}


def _appearances(
    article_id: str, document: AnnotatedDocument, *, day: str | None, before: Sequence[Row[Any]]
) -> list[Fields]:
    times = Counter(one.canonical[:LONGEST_NAME] for one in document.entities if one.type == "PER")
    known = {row.key: row for row in before}
    rows = []
    for name, count in times.items():
        key = key_of(name)
        was = known.get(key)
        row = {"article_id": article_id, "name": name, "key": key, "times": count, "day": day}
        row |= (
            {"person_id": was.person_id, "evidence": was.evidence}
            if was
            else {"person_id": None, "evidence": None}
        )
        rows.append(row | {"confidence": was.confidence if was else 0.0})
    return rows


def _offices(
    article_id: str, text: str, document: AnnotatedDocument, organizations: Mapping[str, str]
) -> list[Fields]:
    return [
        {
            **_placed(article_id, text, place, one),
            "name": one.person[:LONGEST_NAME],
            "office": one.office,
            "key": office_key(one.office, one.organization)[:LONGEST_KEY],
            "organization": one.organization,
            "organization_id": organizations.get(one.organization) if one.organization else None,
            "former": one.former,
            "acting": one.acting,
        }
        for place, one in enumerate(document.offices)
    ]


def _quotes(
    article_id: str,
    text: str,
    document: AnnotatedDocument,
    organizations: Mapping[str, str],
    *,
    day: str | None,
) -> list[Fields]:
    return [
        {
            **_placed(article_id, text, place, one),
            "speaker": one.speaker[:LONGEST_NAME] if one.speaker else None,
            "day": day,
            "organization_id": organizations.get(one.speaker) if one.speaker else None,
            "office": one.office,
            "key": office_key(one.office, None)[:LONGEST_KEY] if one.office else None,
            "holder": None,
            "direct": one.direct,
        }
        for place, one in enumerate(document.quotes)
    ]


def _placed(article_id: str, text: str, place: int, one: Office | Quote) -> Fields:
    begins, ends = sentence(text, one.start, one.end)
    return {
        "article_id": article_id,
        "place": place,
        "start": one.start,
        "end": one.end,
        "sentence_start": begins,
        "sentence_end": ends,
    }


def _replace(
    connection: Connection, table: Table, article_id: str, *, old: Sequence[Row[Any]], new: Sequence[Fields]
) -> bool:
    """Whether the article's rows had to be replaced."""
    if not old and not new:
        return False
    names = [column.name for column in table.columns if column.name != "holder"]  # it follows from all others
    before = sorted(tuple(getattr(row, name) for name in names) for row in old)
    if before == sorted(tuple(row[name] for name in names) for row in new):
        return False
    if old:
        connection.execute(delete(table).where(table.c.article_id == article_id))
    if new:
        connection.execute(_INSERT[table], list(new))
    return True
