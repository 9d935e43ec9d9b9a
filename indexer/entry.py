"""A record in, what an engine indexes of it out; or why none takes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.analysis import Views, day_number, is_day, keyword, view
from indexer.cursor import SortKeys, sort_keys
from indexer.engine import Change, Delete, Refusal
from indexer.query import KeywordField
from indexer.record import Record
from nlp.offices.key import office_key

GAP = 100  # places left free between title, lead and body: no phrase reaches across
MAX_BYTES = 512  # of an id, as in Elasticsearch
MAX_KEYWORD_BYTES = 8_191  # a quarter of what Lucene takes, and longer than any name


@dataclass(frozen=True, slots=True)
class Keywords:
    """The values of one field, none empty: as shown and counted, and as compared."""

    field: KeywordField
    shown: tuple[str, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    id: str
    version: int
    parts: tuple[Views, ...]  # title, lead and body, the ones that hold words
    title: Views
    keywords: tuple[Keywords, ...]
    sort: SortKeys
    day: int | None  # 20240131


def to_entry(record: Record) -> Entry | Refusal:
    """A refusal is the same for every engine; its reason is a slug."""
    if reason := _fault(record):
        return Refusal(record.id, reason)
    title = view(record.title)
    parts = (title, view(record.lead), view(record.body))
    return Entry(
        id=record.id,
        version=record.version,
        parts=tuple(part for part in parts if part.exact),
        title=title,
        keywords=tuple(_keywords(record)),
        sort=sort_keys(record.id, record.published_at),
        day=day_number(record.day) if record.day else None,
    )


def accept(changes: Sequence[Change]) -> tuple[list[Entry | Delete], tuple[Refusal, ...]]:
    """Of each id the change with the highest version, ready to be written; and those that no engine takes."""
    newest = {change.id: change for change in sorted(changes, key=lambda change: change.version)}
    results = [change if isinstance(change, Delete) else to_entry(change) for change in newest.values()]
    accepted = [result for result in results if not isinstance(result, Refusal)]
    return accepted, tuple(result for result in results if isinstance(result, Refusal))


def _fault(record: Record) -> str | None:
    if not record.id or _size(record.id) > MAX_BYTES:
        return "bad-id"
    if any(_size(value) > MAX_KEYWORD_BYTES for _, values in _values(record) for value in values):
        return "keyword-too-long"
    return None if record.day is None or is_day(record.day) else "bad-day"


def _keywords(record: Record) -> Iterator[Keywords]:
    for field, values in _values(record):
        shown = tuple(dict.fromkeys(value.encode(errors="replace").decode() for value in values if value))
        keys = tuple(dict.fromkeys(key for value in shown if (key := keyword(field, value))))
        keys = tuple(dict.fromkeys((*keys, *_hidden(record, field))))
        if keys:
            yield Keywords(field, shown, keys)


def _hidden(record: Record, field: KeywordField) -> Iterator[str]:
    """Keys by which an article is found and that no facet shows."""
    if field == "directives":
        yield from record.documents
    if field == "offices":
        yield from (key for title in (*record.offices, *record.titles) if (key := office_key(title)))
        yield from (key for title in record.titles if (key := keyword(field, title)))


def _values(record: Record) -> tuple[tuple[KeywordField, tuple[str, ...]], ...]:
    day = record.day or ""
    return (
        ("id", (record.id,)),
        ("external_id", (record.external_id or "",)),
        ("source", (record.source,)),
        ("section", (record.section or "",)),
        ("kind", (record.kind,)),
        ("year", (day[:4],)),
        ("month", (day[:7],)),
        ("persons", record.persons),
        ("organizations", record.organizations),
        ("offices", record.offices),
        ("places", record.places),
        ("events", record.events),
        ("directives", record.directives),
    )


def _size(value: str) -> int:
    return len(value.encode(errors="replace"))
