"""A query in, clauses that either engine compiles one by one out: what matches and what ranks is decided here."""

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.analysis import day_number, is_day, keyword
from indexer.clause import (
    All,
    Clause,
    Days,
    Fuzzy,
    Group,
    Has,
    Keys,
    Like,
    Nothing,
    Phrase,
    Prefix,
    Weighted,
    Word,
)
from indexer.engine import Unsupported
from indexer.query import Bool, Everything, Exists, KeywordField, MoreLike, Query, Range, Term, Terms, Text
from indexer.wording import is_cut, like, text_clause

MAX_CLAUSES = 1_024
MAX_DEPTH = 40
# Milliseconds on 18,003 articles, beside 0.2 for a word: 5 for all words with one beginning, 200 (tantivy) to 700
# (Elasticsearch) for a phrase that ends with it.
_BEGINNING = 8
_PHRASE_BEGINNING = 100


@dataclass(frozen=True, slots=True)
class Plan:
    clause: Clause
    ranked: bool  # whether answers differ in relevance; where they don't, the newest come first
    warnings: tuple[str, ...]


def matching(query: Query) -> Clause:
    """What makes an article an answer, without what only ranks it."""
    return _clause(query, ranks=False)


def make_plan(query: Query, *, engine: str) -> Plan:
    """Raises Unsupported for a query that is deeper or larger than an engine should be asked."""
    if _is_deep(query, MAX_DEPTH):
        raise Unsupported("a query so deep", engine, f"at most {MAX_DEPTH} levels of parentheses")
    warnings = []
    if any(is_cut(text) for text in _texts(query)):
        warnings.append("The query is too long; only its beginning was used.")
    clause = _clause(query, ranks=True)
    if _size(clause) > MAX_CLAUSES:
        clause = matching(query)
        warnings.append("The query has so many parts that its answers are ranked by words alone.")
    if (size := _size(clause)) > MAX_CLAUSES:
        raise Unsupported(f"a query of {size:,} clauses", engine, f"at most {MAX_CLAUSES:,}; ask for less at once")
    return Plan(clause, _is_ranked(clause), tuple(warnings))


def _clause(query: Query, *, ranks: bool) -> Clause:
    clause: Clause
    match query:
        case Text():
            clause = text_clause(query, ranks=ranks)
        case Bool():
            clause = _group(query, ranks=ranks)
        case Term(field, value):
            clause = _keys(field, (value,))
        case Terms(field, values):
            clause = _keys(field, values)
        case Range(first, last):
            clause = _days(first, last)
        case Exists(field):
            clause = Has("published" if field == "day" else field)
        case MoreLike(id_):
            clause = Group(must=(like(query),), must_not=(Keys("id", (id_,)),))
        case Everything():
            clause = All()
    return clause


def _group(query: Bool, *, ranks: bool) -> Clause:
    must = tuple(_clause(node, ranks=ranks) for node in query.must)
    should = tuple(_clause(node, ranks=ranks) for node in query.should)
    must_not = tuple(_clause(node, ranks=False) for node in query.must_not)
    filters = tuple(_clause(node, ranks=False) for node in query.filters)
    if query.min_should > len(should):
        return Nothing()
    if must or filters:
        return Group(must, should, must_not, filters, max(query.min_should, 0))
    if should:
        return Group((), should, must_not, (), max(query.min_should, 1))
    return Group(must_not=must_not, filters=(All(),))


def _keys(field: KeywordField, values: tuple[str, ...]) -> Clause:
    if field == "day":
        days = tuple(_days(value, value) for value in values if is_day(value))
        return Group(should=days, min_should=1) if days else Nothing()
    keys = tuple(dict.fromkeys(key for value in values if (key := keyword(field, value))))
    return Keys(field, keys) if keys else Nothing()


def _days(first: str | None, last: str | None) -> Clause:
    """Raises ValueError for what is no day."""
    if first is None and last is None:
        return All()
    return Days(day_number(first or "0001-01-01"), day_number(last or "9999-12-31"))


def _is_deep(query: Query, levels: int) -> bool:
    if not isinstance(query, Bool):
        return False
    return levels == 0 or any(_is_deep(node, levels - 1) for node in _nodes(query))


def _texts(query: Query) -> Iterator[Text]:
    if isinstance(query, Text):
        yield query
    elif isinstance(query, Bool):
        for node in _nodes(query):
            yield from _texts(node)


def _nodes(query: Bool) -> tuple[Query, ...]:
    return (*query.must, *query.should, *query.must_not, *query.filters)


def _size(clause: Clause) -> int:
    """Clauses that name one word; those that stand for many count as what they cost."""
    match clause:
        case Group(must, should, must_not, filters):
            return sum(map(_size, (*must, *should, *must_not, *filters)))
        case Weighted(inner):
            return _size(inner)
        case Keys(_, values):
            return len(values)
        case Prefix(_, words):
            return _BEGINNING if len(words) == 1 else _PHRASE_BEGINNING
        case Fuzzy():
            return _BEGINNING
        case _:
            return 1


def _is_ranked(clause: Clause) -> bool:
    match clause:
        case Word() | Phrase() | Like():
            return True
        case Weighted(inner):
            return _is_ranked(inner)
        case Group(must, should):
            return any(map(_is_ranked, (*must, *should)))
        case _:
            return False
