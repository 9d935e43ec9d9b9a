"""What is asked for in; the documents that are meant, in the order in which they are shown, out."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from indexer.catalog import tally
from indexer.directory import documents_of, search
from indexer.fields import date_range
from nlp.directives.display import from_key
from nlp.directives.meant import is_key, meant
from nlp.directives.number import normal_form
from nlp.directives.registry import Document, Registry, spoken
from nlp.directives.terms import roman
from search_api.parameters import DirectiveFilters

LONGEST_KEY = 200  # letters, as in the store
Citing = Mapping[str, int]  # numbers of citing articles by key


def find(connection: Connection, asked: DirectiveFilters, *, known: Registry, citing: Citing) -> list[Document]:
    """Those that bear the number, key or name first, in the order of keys; then others, the most cited first.

    What is cited is found by its number and its key, even if nothing else is known of it.
    """
    q = asked.q.strip()
    first = _numbered(connection, q, known) or _named(q, known)
    others = _others(q, known) if not first or not any(map(str.isdigit, q)) else ()
    others = sorted(others, key=lambda one: (-citing.get(one.key, 0), one.key))
    found = {one.key: one for one in (*first, *others)}.values()
    return [one for one in found if _fits(one, asked) and _is_there(one, known, citing)]


def document(key: str, *, known: Registry, citing: Citing) -> Document | None:
    """The one with this key, if it is known or at least cited."""
    if found := known.get(key):
        return found
    return from_key(key) if len(key) <= LONGEST_KEY and is_key(key) and key in citing else None


def _numbered(connection: Connection, q: str, known: Registry) -> tuple[Document, ...]:
    """Those with this key or number; none where `q` is neither."""
    normal = normal_form(q)
    if known.get(q) is None and normal is None and not is_key(q):
        return ()
    found = {one.key: one for one in documents_of(known, q)}
    for key in tally.cited_as(connection, normal) if normal else ():
        found.setdefault(key, known.get(key) or from_key(key))
    return tuple(found[key] for key in sorted(found))


def _named(q: str, known: Registry) -> tuple[Document, ...]:
    """Those so called, and those that a citation in these words may mean: "Luật Đất đai", "Chỉ thị 38"."""
    found = {one.key: one for one in known.called(q)}
    for typed in meant(q):
        found |= {one.key: one for one in documents_of(known, typed)}
    return tuple(found[key] for key in sorted(found))


def _others(q: str, known: Registry) -> Iterable[Document]:
    """Those with all the words; every one where there is none."""
    return search(known, q) if q else known


def _fits(one: Document, asked: DirectiveFilters) -> bool:
    if asked.type and spoken(asked.type) not in {spoken(one.type), one.key.split(".")[1]}:
        return False
    if asked.term and one.term != roman(asked.term):
        return False
    if asked.issuer and not _has_words(one.issuer or "", asked.issuer):
        return False
    day = one.issued_on or ""
    if asked.from_ and day < date_range(asked.from_)[0]:
        return False
    return not asked.to or "" < day <= date_range(asked.to)[1]


def _has_words(text: str, words: str) -> bool:
    said = f" {spoken(text)}"
    return all(f" {word}" in said for word in spoken(words).split())


def _is_there(one: Document, known: Registry, citing: Citing) -> bool:
    return one.key in citing or known.get(one.key) is not None
