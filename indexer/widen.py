"""A query in, the same out with every name that a person, body, office or event also goes by in the articles."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from indexer import events, organizations, people
from indexer.query import Bool, KeywordField, Query, Term, Terms
from nlp.offices.key import office_key

Names = Callable[[Connection, str], tuple[str, ...]]
_NAMES: dict[KeywordField, Names] = {
    "persons": people.names_of,
    "organizations": organizations.names_of,
    "offices": lambda _, asked: (office_key(asked),),
    "events": lambda connection, asked: tuple(one.name for one in events.find(connection, asked)),
}
MOST = 200  # names that one value may become: what is asked must stay a query of bounded cost


def widened(connection: Connection, query: Query) -> Query:
    """`org:VUFO` finds what is indexed under the body's full name, and what some articles alone call it."""
    if isinstance(query, Bool):
        return replace(
            query,
            must=tuple(widened(connection, one) for one in query.must),
            should=tuple(widened(connection, one) for one in query.should),
            must_not=tuple(widened(connection, one) for one in query.must_not),
            filters=tuple(widened(connection, one) for one in query.filters),
        )
    if isinstance(query, Term) and query.field in _NAMES:
        return _terms(connection, query.field, (query.value,))
    if isinstance(query, Terms) and query.field in _NAMES:
        return _terms(connection, query.field, query.values)
    return query


def _terms(connection: Connection, field: KeywordField, values: tuple[str, ...]) -> Terms:
    names_of = _NAMES[field]
    names = (name for value in values for name in (value, *names_of(connection, value)[:MOST]))
    return Terms(field, tuple(dict.fromkeys(names)))
