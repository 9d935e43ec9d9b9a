"""The corrections of sites in; the stored pages that a changed one bears on are pending again."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, insert, or_, select, update

from crawler.corrections.layout import Corrections
from crawler.database import writing
from crawler.extract.page import HTML
from crawler.pages import page, page_version
from indexer.catalog.again import NEVER
from indexer.catalog.tables import article, fact

KEY = "corrections"  # of the fact that says with which of them the stored pages were read


@dataclass(frozen=True, slots=True)
class _Known:
    """A correction as the pages were read with it."""

    digest: str
    hosts: tuple[str, ...]


def reopen_corrected(store: Engine, corrections: Corrections) -> int:
    """The number of pages that are pending again, because the correction of their site came, changed or went.

    No other page is touched, and it is noted in the same transaction: a crash loses nothing.
    """
    now = {one.id: _Known(one.digest, one.hosts) for one in corrections.items}
    with store.connect() as connection:
        if _read(connection) == now:
            return 0
    with writing(store) as connection:
        before = _read(connection)
        changed = {id_ for id_ in {*before, *now} if before.get(id_) != now.get(id_)}
        hosts = {host for known in (before, now) for id_ in changed & known.keys() for host in known[id_].hosts}
        reopened = _reopen(connection, changed, hosts)
        _write(connection, now)
        return reopened


def _reopen(connection: Connection, ids: Iterable[str], hosts: Iterable[str]) -> int:
    html = select(page_version.c.id).where(page_version.c.media_type.in_(HTML))
    told = select(article.c.page_id).where(_at(article.c.url, hosts))
    # A saved page that gave no article tells no address to the catalogue: it may be of any site.
    nameless = and_(page.c.role == "file", page.c.url.is_(None), page.c.outcome == "rejected")
    theirs = or_(page.c.source_id.in_(ids), _at(page.c.url, hosts), page.c.id.in_(told), nameless)
    done = page.c.processed_version_id.is_not(None)
    change = update(page).where(done, page.c.version_id.in_(html), theirs).values(extract_version=NEVER)
    return connection.execute(change).rowcount


def _at(url: ColumnElement[str], hosts: Iterable[str]) -> ColumnElement[bool]:
    """Whether the address is at one of the hosts or below it."""
    patterns = [form.format(host) for host in hosts for form in ("%://{}/%", "%://{}", "%.{}/%", "%.{}")]
    return or_(False, *(url.like(pattern) for pattern in patterns))  # noqa: FBT003 - SQLAlchemy's "none of them"


def _read(connection: Connection) -> dict[str, _Known]:
    found = connection.scalar(select(fact.c.value).where(fact.c.key == KEY))
    return {id_: _Known(digest, tuple(hosts)) for id_, (digest, hosts) in json.loads(found or "{}").items()}


def _write(connection: Connection, known: Mapping[str, _Known]) -> None:
    value = json.dumps({id_: (one.digest, one.hosts) for id_, one in sorted(known.items())})
    connection.execute(delete(fact).where(fact.c.key == KEY))
    connection.execute(insert(fact).values(key=KEY, value=value))
