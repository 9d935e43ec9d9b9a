"""An article's citations and relations in, rows out; and back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from indexer.catalog.decisions import words
from indexer.catalog.ledger import citation, lookup, relation
from nlp.directives.display import number_of
from nlp.directives.key import is_decided
from nlp.directives.lookups import lookups_of_citation
from nlp.directives.number import spell
from nlp.directives.registry import Registry
from nlp.directives.sentence import sentence
from nlp.document import AnnotatedDocument, Citation, Relation

LONGEST_KEY, LONGEST_NUMBER = 200, 100  # letters; what hostile text makes longer is kept out of the index columns
_SAME = (
    "start", "end", "full_start", "full_end", "surface", "kind", "type", "number", "year", "symbol", "issuer",
    "issued_on", "term", "subject", "pinpoint", "scope", "evidence", "confidence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """What one article cites, in the order of the text; `numbers` are those of each citation's document."""

    citations: tuple[Citation, ...] = ()
    relations: tuple[Relation, ...] = ()
    numbers: tuple[str | None, ...] = ()


NONE = Cited()


def write(
    connection: Connection, article_id: str, text: str, document: AnnotatedDocument, known: Registry
) -> None:
    """Put what was settled in the place of what was settled before."""
    for table in (citation, lookup, relation):
        connection.execute(delete(table).where(table.c.article_id == article_id))
    if not document.citations:
        return
    rows = [_row(article_id, text, one, known) for one in document.citations]
    connection.execute(insert(citation), rows)
    names = sorted({name[:LONGEST_KEY] for one in document.citations for name in lookups_of_citation(one)})
    if names:
        connection.execute(insert(lookup), [{"article_id": article_id, "lookup": name} for name in names])
    if document.relations:
        connection.execute(insert(relation), list(_relations(article_id, document.relations)))


def read(connection: Connection, article_ids: Sequence[str]) -> dict[str, Cited]:
    """By article; those that cite nothing are left out."""
    rows: dict[str, list[Row[Any]]] = defaultdict(list)
    mine = select(citation).where(citation.c.article_id.in_(article_ids)).order_by(citation.c.start)
    for row in connection.execute(mine):
        rows[row.article_id].append(row)
    related: dict[str, list[Relation]] = defaultdict(list)
    said = select(relation).where(relation.c.article_id.in_(article_ids)).order_by(relation.c.place)
    for row in connection.execute(said):
        related[row.article_id].append(to_relation(row))
    return {id_: _cited(found, related[id_]) for id_, found in rows.items()}


def _cited(rows: Sequence[Row[Any]], relations: Sequence[Relation]) -> Cited:
    return Cited(
        citations=tuple(map(to_citation, rows)),
        relations=tuple(relations),
        numbers=tuple(row.normal for row in rows),
    )


def to_citation(row: Row[Any]) -> Citation:
    fields = {name: getattr(row, name) for name in _SAME}
    return Citation(**fields, canonical=row.canonical, candidates=tuple(json.loads(row.candidates)))


def to_relation(row: Row[Any]) -> Relation:
    return Relation(row.source, row.target, row.relation, row.cue, row.start, row.end)


def normal_of(one: Citation, known: Registry) -> str | None:
    """The number in its normal form: as printed, or of the document that is meant; or else that one's name."""
    if one.number and one.symbol:
        return spell(number=one.number, year=one.year, symbol=one.symbol)
    if one.canonical is None or not is_decided(one.canonical):
        return None
    document = known.get(one.canonical)
    if document and document.number and document.symbol:
        return spell(number=document.number, year=document.year, symbol=document.symbol)
    if document and document.names:
        return document.names[0]
    return number_of(one.canonical)


def _row(article_id: str, text: str, one: Citation, known: Registry) -> dict[str, Any]:
    begins, ends = sentence(text, one.start, one.end)
    key = one.canonical if one.canonical and len(one.canonical) <= LONGEST_KEY else None
    normal = normal_of(one, known)
    return {
        **{name: getattr(one, name) for name in _SAME},
        "article_id": article_id,
        "sentence_start": begins,
        "sentence_end": ends,
        "words": words(one.surface),
        "normal": normal if normal and len(normal) <= LONGEST_NUMBER else None,
        "canonical": key,
        "decided": is_decided(key),
        "candidates": json.dumps(one.candidates),
    }


def _relations(article_id: str, found: Iterable[Relation]) -> Iterable[dict[str, Any]]:
    for place, one in enumerate(found):
        if len(one.source) <= LONGEST_KEY and len(one.to) <= LONGEST_KEY:
            yield {
                "article_id": article_id,
                "place": place,
                "start": one.start,
                "end": one.end,
                "source": one.source,
                "target": one.to,
                "relation": one.relation,
                "cue": one.cue,
            }
