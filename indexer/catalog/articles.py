"""What one page gave in; rows of articles, names and citations, and the outbox entries that follow, out."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from crawler.article import Article, article_id
from crawler.letters import fold
from crawler.urls import canonical_url
from indexer.catalog import comparing, events, organizations, outbox, people
from indexer.catalog.content import pack_article, pack_document, unpack_article, unpack_document
from indexer.catalog.moments import moment
from indexer.catalog.settling import Settling, settle_article
from indexer.catalog.tables import article, article_version, mention, recognition
from nlp.document import AnnotatedDocument

LONGEST_NAME = 300  # letters; a longer one is a recogniser's slip and would not fit its column


@dataclass(frozen=True, slots=True)
class Origin:
    """The page version that articles were taken from."""

    page_id: int
    version_id: int
    identity: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Found:
    """One article of a page, with what was recognised in its text."""

    article: Article
    document: AnnotatedDocument


def text_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def recognised(connection: Connection, hashes: Sequence[str], *, version: int) -> dict[str, AnnotatedDocument]:
    """What is known already of these texts, by their hash, as far as this version of `annotate` found it."""
    known = select(recognition).where(recognition.c.text_hash.in_(hashes), recognition.c.version == version)
    return {row.text_hash: unpack_document(row.content) for row in connection.execute(known)}


def save(
    connection: Connection, origin: Origin, found: Sequence[Found], *, annotate_version: int, by: Settling
) -> tuple[str, ...]:
    """Make the catalogue say what the page says now; ids of its articles, in the order of the page.

    An edited article keeps its id; what it said before stays as a version.  It was edited where its page came anew
    and its text, title, author or time is another: neither a menu that changed nor a better reader is an edit.  An
    article that the page no longer holds is marked removed.  Only what really changed goes to the outbox.
    """
    ids = tuple(article_id(origin.identity, part) for part in range(len(found)))
    known = {row.id: row for row in connection.execute(select(article).where(article.c.page_id == origin.page_id))}
    changed = [
        id_
        for part, (id_, one) in enumerate(zip(ids, found, strict=True))
        if _save_one(
            connection, origin, one, id_=id_, part=part, old=known.get(id_), version=annotate_version, by=by
        )
    ]
    outbox.put(connection, changed)
    comparing.wait(connection, changed)
    _remove(connection, [id_ for id_, row in known.items() if id_ not in ids and not row.removed])
    return ids


def forget(connection: Connection, origin: Origin) -> None:
    """The page was read again and holds no article: its articles leave the search.

    Only those taken from this very version.  What an older version said stays: a maintenance page must not
    wipe out the article that stood there yesterday.
    """
    here = (article.c.page_id == origin.page_id, article.c.version_id == origin.version_id)
    _remove(connection, list(connection.scalars(select(article.c.id).where(*here, article.c.removed.is_(False)))))


def _save_one(
    connection: Connection,
    origin: Origin,
    found: Found,
    *,
    id_: str,
    part: int,
    old: Row[Any] | None,
    version: int,
    by: Settling,
) -> bool:
    """Whether anything changed that an engine must know."""
    content = pack_article(found.article)
    if old is not None and old.content == content and old.annotate_version == version and not old.removed:
        connection.execute(update(article).where(article.c.id == id_).values(version_id=origin.version_id))
        return False
    edited = old is not None and _is_edited(old, found.article, origin)
    if old is not None and edited:
        _keep_version(connection, old)
    revision = 1 if old is None else old.revision + edited
    values = _columns(origin, found.article, part=part, content=content, revision=revision, version=version)
    if old is None:
        connection.execute(insert(article).values(id=id_, **values))
    else:
        connection.execute(update(article).where(article.c.id == id_).values(values))
    _save_findings(connection, id_, found, text=str(values["text_hash"]), version=version)
    settle_article(connection, id_, found.article, found.document, source=str(values["source"]), by=by)
    return True


def _is_edited(old: Row[Any], new: Article, origin: Origin) -> bool:
    return old.version_id != origin.version_id and _told(unpack_article(old.content)) != _told(new)


def _told(one: Article) -> tuple[object, ...]:
    return one.title, one.lead, one.paragraphs, one.author, one.published


def _columns(
    origin: Origin, one: Article, *, part: int, content: bytes, revision: int, version: int
) -> dict[str, object]:
    published_at, day = moment(one.published)
    return {
        "page_id": origin.page_id,
        "version_id": origin.version_id,
        "part": part,
        "revision": revision,
        "source": one.source or origin.source_id,
        "kind": one.kind,
        "url": one.url,
        "canonical_url": _canonical(one.url),
        "external_id": one.external_id,
        "title": one.title,
        "has_lead": one.lead is not None,
        "author": one.author,
        "published": one.published,
        "precision": one.precision,
        "published_at": published_at,
        "day": day,
        "section": one.section,
        "text_hash": text_hash(one.text),
        "annotate_version": version,
        "content": content,
        "saved_at": datetime.now(UTC),
        "removed": False,
    }


def _canonical(url: str | None) -> str | None:
    try:
        return canonical_url(url) if url else None
    except ValueError:  # what a ready article gives as its URL may be anything
        return None


def _keep_version(connection: Connection, old: Row[tuple[object, ...]]) -> None:
    values = {
        "article_id": old.id,
        "revision": old.revision,
        "text_hash": old.text_hash,
        "content": old.content,
        "saved_at": old.saved_at,
    }
    connection.execute(insert(article_version).values(values))


def _save_findings(connection: Connection, id_: str, found: Found, *, text: str, version: int) -> None:
    connection.execute(delete(recognition).where(recognition.c.text_hash == text))
    row = {"text_hash": text, "version": version, "content": pack_document(found.document)}
    connection.execute(insert(recognition).values(row))
    connection.execute(delete(mention).where(mention.c.article_id == id_))
    if names := _names(id_, found.document):
        connection.execute(insert(mention), names)


def _names(id_: str, document: AnnotatedDocument) -> list[dict[str, object]]:
    times = Counter((one.type, one.canonical[:LONGEST_NAME]) for one in document.entities)
    return [
        {"article_id": id_, "type": type_, "canonical": name, "folded": fold(name), "times": count}
        for (type_, name), count in times.items()
    ]


def _remove(connection: Connection, ids: Sequence[str]) -> None:
    if ids:
        connection.execute(update(article).where(article.c.id.in_(ids)).values(removed=True))
        for kind in (people, events, organizations):
            kind.remove(connection, ids)
        outbox.put(connection, ids, deleted=True)
        comparing.wait(connection, ids)
