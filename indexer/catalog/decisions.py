"""What a person decided in, a row that no rebuild overwrites, and the citations as decided, out."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from crawler.letters import fold
from indexer.catalog.ledger import citation, decision
from indexer.catalog.tables import article
from nlp.directives.key import is_decided
from nlp.document import Citation
from nlp.normalize import standard

BY_PERSON = "person"  # the evidence of a citation that a person decided
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Decision:
    """`choice` is a document's key, "none" (it is no citation), "open" (it can't be known), "yes" or "no"."""

    target: str  # ARTICLE:START, or a proposal's id
    choice: str
    made_by: str
    reason: str | None = None
    surface: str | None = None
    everywhere: bool = False
    content: Mapping[str, Any] | None = None  # what was proposed


@dataclass(frozen=True, slots=True)
class Made:
    """The last decision on one thing, as it was recorded."""

    kind: str  # citation, proposal
    target: str
    choice: str
    surface: str | None
    everywhere: bool
    made_by: str
    reason: str | None
    made_at: datetime


def words(surface: str) -> str:
    """A citation's words as decisions compare them: accents, case and spaces don't count."""
    return " ".join(fold(standard(surface)).split())[:LONGEST_WORDS]


def record(connection: Connection, kind: str, made: Decision) -> None:
    row = {
        "kind": kind,
        "target": made.target,
        "choice": made.choice,
        "surface": made.surface,
        "words": words(made.surface) if made.surface else None,
        "everywhere": made.everywhere,
        "content": json.dumps(made.content, ensure_ascii=False) if made.content else None,
        "made_by": made.made_by,
        "reason": made.reason,
        "made_at": datetime.now(UTC),
    }
    connection.execute(insert(decision).values(row))


def apply(connection: Connection, article_id: str, citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations with what people decided of them; the resolver leaves those as they are.

    A decision on this very place goes before one that was meant for the same words everywhere.
    """
    if not citations:
        return ()
    here = _here(connection, article_id)
    everywhere = _everywhere(connection, {words(one.surface) for one in citations})
    if not here and not everywhere:
        return tuple(citations)
    chosen = _placed(here, citations)
    choices = [chosen.get(one.start) or everywhere.get(words(one.surface)) for one in citations]
    return tuple(
        _as_decided(one, choice) for one, choice in zip(citations, choices, strict=True) if choice != "none"
    )


def all_made(connection: Connection) -> tuple[Made, ...]:
    """The last decision on each thing, in the order in which they were made."""
    return tuple(map(to_made, latest(connection)))


def conflicts(connection: Connection) -> tuple[Made, ...]:
    """Decisions whose citation is not there any more: its text was edited, or is recognised otherwise now.

    They are kept, and hold again when their words come back.
    """
    rows = [row for row in latest(connection, decision.c.kind == "citation") if row.choice != "none"]
    return tuple(to_made(row) for row in rows if not _is_there(connection, row))


def taken(connection: Connection) -> list[dict[str, Any]]:
    """The claims that were taken as true, in the order in which they were."""
    rows = latest(connection, decision.c.kind == "proposal")
    return [json.loads(row.content) for row in rows if row.choice == "yes" and row.content]


def settled_proposals(connection: Connection) -> dict[str, str]:
    """What was answered on each proposal that was decided: "yes" or "no"."""
    return {row.target: row.choice for row in latest(connection, decision.c.kind == "proposal")}


def articles_with(connection: Connection, surface: str) -> tuple[str, ...]:
    """The articles that have a citation in the same words."""
    same = select(citation.c.article_id).where(citation.c.words == words(surface)).distinct()
    return tuple(connection.scalars(same))


def to_made(row: Row[Any]) -> Made:
    return Made(**{one.name: getattr(row, one.name) for one in fields(Made)})


def latest(connection: Connection, *which: Any) -> Sequence[Row[Any]]:
    """The last decision on each thing, in the order in which they were made."""
    last = select(func.max(decision.c.id)).where(*which).group_by(decision.c.target)
    return connection.execute(select(decision).where(decision.c.id.in_(last)).order_by(decision.c.id)).all()


def _here(connection: Connection, article_id: str) -> Sequence[Row[Any]]:
    return latest(connection, decision.c.kind == "citation", decision.c.target.startswith(f"{article_id}:"))


def _everywhere(connection: Connection, seen: Iterable[str]) -> dict[str, str]:
    rows = connection.execute(
        select(decision.c.words, decision.c.choice)
        .where(decision.c.everywhere.is_(True), decision.c.words.in_(sorted(seen)))
        .order_by(decision.c.id)
    )
    return dict(rows.all())


def _placed(decided: Iterable[Row[Any]], citations: Sequence[Citation]) -> dict[int, str]:
    """Choices by the start of the citation meant: the one at that place, or the nearest in the same words."""
    chosen: dict[int, str] = {}
    for row in decided:
        place = int(row.target.rpartition(":")[2])
        same = [one.start for one in citations if words(one.surface) == row.words]
        if same:
            chosen[min(same, key=lambda start: abs(start - place))] = row.choice
    return chosen


def _as_decided(one: Citation, choice: str | None) -> Citation:
    if choice is None:
        return one
    if choice == "open":
        key = None if is_decided(one.canonical) else one.canonical
        return replace(one, canonical=key, evidence=BY_PERSON, confidence=1.0)
    return replace(one, canonical=choice, candidates=(), evidence=BY_PERSON, confidence=1.0)


def _is_there(connection: Connection, row: Row[Any]) -> bool:
    found = (
        select(func.count())
        .select_from(citation.join(article, article.c.id == citation.c.article_id))
        .where(
            citation.c.article_id == row.target.rpartition(":")[0],
            citation.c.words == row.words,
            article.c.removed.is_(False),
        )
    )
    return bool(connection.scalar(found))
