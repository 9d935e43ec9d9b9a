"""What has changed since an engine last looked, in the order in which it must follow."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from indexer.catalog.tables import checkpoint, outbox, refusal
from indexer.engine import Refusal


@dataclass(frozen=True, slots=True)
class Entry:
    seq: int
    article_id: str
    deleted: bool


def put(connection: Connection, article_ids: Sequence[str], *, deleted: bool = False) -> None:
    """Say that these articles changed; belongs in the transaction that changed them."""
    if not article_ids:
        return
    first = last_seq(connection) + 1
    connection.execute(delete(outbox).where(outbox.c.article_id.in_(article_ids)))
    rows = [
        {"article_id": article_id, "seq": first + place, "deleted": deleted}
        for place, article_id in enumerate(article_ids)
    ]
    connection.execute(insert(outbox), rows)


def last_seq(connection: Connection) -> int:
    return connection.scalar(select(func.max(outbox.c.seq))) or 0


def after(connection: Connection, seq: int, *, limit: int) -> tuple[Entry, ...]:
    chosen = select(outbox).where(outbox.c.seq > seq).order_by(outbox.c.seq).limit(limit)
    return tuple(Entry(row.seq, row.article_id, row.deleted) for row in connection.execute(chosen))


def reached(connection: Connection, follower: str) -> int:
    """The last entry that this engine has made its own; 0 at first."""
    return connection.scalar(select(checkpoint.c.seq).where(checkpoint.c.follower == follower)) or 0


def reach(connection: Connection, follower: str, seq: int) -> None:
    connection.execute(delete(checkpoint).where(checkpoint.c.follower == follower))
    connection.execute(insert(checkpoint).values(follower=follower, seq=seq))


def lag(connection: Connection, follower: str) -> int:
    """How many articles this engine has still to follow."""
    waiting = select(func.count()).where(outbox.c.seq > reached(connection, follower))
    return connection.scalar(waiting) or 0


def note_refusals(
    connection: Connection, follower: str, *, tried: Sequence[str], refused: Sequence[Refusal]
) -> None:
    """Remember what the engine would not take of what it was given, and forget what it now took."""
    mine = refusal.c.follower == follower
    connection.execute(delete(refusal).where(mine, refusal.c.article_id.in_(tried)))
    if refused:
        rows = [{"follower": follower, "article_id": one.id, "reason": one.reason} for one in refused]
        connection.execute(insert(refusal), rows)


def refusals(connection: Connection, follower: str) -> tuple[Refusal, ...]:
    chosen = select(refusal).where(refusal.c.follower == follower).order_by(refusal.c.article_id)
    return tuple(Refusal(row.article_id, row.reason) for row in connection.execute(chosen))
