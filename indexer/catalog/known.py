"""The store in, the registry of documents that holds for it out: as shipped, as collected, as people decided."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import Connection, select

from indexer.catalog import decisions
from indexer.catalog.ledger import text_document
from indexer.catalog.tables import article
from nlp.directives.display import from_key
from nlp.directives.documents import bundled
from nlp.directives.registry import Document, Link, Registry


def registry(connection: Connection, own: Iterable[Document] = ()) -> Registry:
    """The documents that ship with tracuu and the user's `own`; those whose text was collected; proposals taken.

    What ships, or is the user's own, is not overwritten by what a collected text says of itself.
    """
    known = bundled().with_(own)
    collected = [one for one in _collected(connection) if known.get(one.key) is None]
    return _amended(known.with_(collected), decisions.taken(connection))


def pack(document: Document) -> str:
    return json.dumps(asdict(document), ensure_ascii=False, sort_keys=True)


def unpack(content: str) -> Document:
    fields: dict[str, Any] = json.loads(content)
    links = tuple(Link(**link) for link in fields.pop("links"))
    return Document(**{name: _tuple(value) for name, value in fields.items()}, links=links)


def _collected(connection: Connection) -> list[Document]:
    """Of two texts of one document the first collected speaks."""
    there = (
        select(text_document.c.key, text_document.c.content)
        .join(article, article.c.id == text_document.c.article_id)
        .where(article.c.removed.is_(False))
        .order_by(article.c.saved_at.desc(), article.c.id)
    )
    return list({key: unpack(content) for key, content in connection.execute(there)}.values())


def _amended(known: Registry, taken: Iterable[Mapping[str, Any]]) -> Registry:
    """With the claims that a person has taken; one of a document that was unknown makes it known."""
    changed: dict[str, Document] = {}
    for one in taken:
        key = one["key"]
        changed[key] = _with_claim(changed.get(key) or known.get(key) or from_key(key), one)
    return known.with_(changed.values()) if changed else known


def _with_claim(document: Document, claim: Mapping[str, Any]) -> Document:
    if claim["kind"] == "link":
        link = Link(claim["relation"], claim["value"])
        return replace(document, links=tuple(dict.fromkeys((*document.links, link))))
    field = {"date": "issued_on", "title": "title", "issuer": "issuer"}[claim["kind"]]
    return replace(document, **{field: claim["value"]})


def _tuple(value: object) -> Any:
    return tuple(value) if isinstance(value, list) else value
