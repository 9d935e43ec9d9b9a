"""What articles say of documents in, proposals to the registry with the articles that say so out."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select

from indexer.catalog.citations import LONGEST_KEY
from indexer.catalog.decisions import settled_proposals
from indexer.catalog.ledger import claim
from indexer.catalog.tables import article
from nlp.directives.claims import Claim, claims, contradicts, known
from nlp.directives.header import Heading
from nlp.directives.registry import Registry
from nlp.document import AnnotatedDocument


@dataclass(frozen=True, slots=True)
class Proposal:
    """What some articles say of a document, and the registry does not."""

    id: str
    kind: str  # link, date, title, issuer
    key: str
    relation: str | None  # of a link
    value: str  # the other document's key, a day, a title, an issuer
    articles: int  # that say so, different texts alone
    contradicts: bool  # the registry says otherwise
    example: str  # an article that says so
    start: int
    end: int

    def content(self) -> dict[str, Any]:
        return {"kind": self.kind, "key": self.key, "relation": self.relation, "value": self.value}


def write(
    connection: Connection,
    article_id: str,
    document: AnnotatedDocument,
    *,
    heading: Heading | None,
    registry: Registry,
) -> None:
    """What the article says and the registry does not; an official text speaks of itself in its `heading` too."""
    connection.execute(delete(claim).where(claim.c.article_id == article_id))
    own = heading.key if heading else None
    said = [
        one
        for one in (*claims(document.citations, document.relations, own), *_of_itself(heading))
        if len(one.key) <= LONGEST_KEY and not known(one, registry)
    ]
    rows = [
        {
            "article_id": article_id,
            "place": place,
            "proposal": proposal_id(one),
            "kind": one.kind,
            "key": one.key,
            "value": json.dumps({"relation": one.relation, "value": one.value}, ensure_ascii=False),
            "start": one.start,
            "end": one.end,
        }
        for place, one in enumerate(said)
    ]
    if rows:
        connection.execute(insert(claim), rows)


def _of_itself(heading: Heading | None) -> Iterator[Claim]:
    """Only the day: titles and issuers of heads are worded in many ways that all are right."""
    if heading and heading.key and heading.issued_on and "issued_on" in heading.spans:
        yield Claim("date", heading.key, None, heading.issued_on, *heading.spans["issued_on"])


def proposal_id(one: Claim) -> str:
    content = json.dumps([one.kind, one.key, one.relation, one.value], ensure_ascii=False)
    return sha256(content.encode()).hexdigest()[:8]


def list_open(connection: Connection, registry: Registry, *, limit: int = 100) -> tuple[Proposal, ...]:
    """Those that nobody has decided and the registry does not hold, the ones that most articles make first."""
    return tuple(islice(_open(connection, registry), limit))


def find(connection: Connection, registry: Registry, proposal: str) -> Proposal | None:
    """The open proposal of this id."""
    return next(_open(connection, registry, claim.c.proposal == proposal), None)


def _open(connection: Connection, registry: Registry, *which: ColumnElement[bool]) -> Iterator[Proposal]:
    answered = settled_proposals(connection)
    counted = func.count(article.c.text_hash.distinct())
    rows = connection.execute(
        select(
            claim.c.proposal,
            claim.c.kind,
            claim.c.key,
            claim.c.value,
            counted.label("articles"),
            func.min(claim.c.article_id).label("example"),
        )
        .join(article, article.c.id == claim.c.article_id)
        .where(article.c.removed.is_(False), *which)
        .group_by(claim.c.proposal, claim.c.kind, claim.c.key, claim.c.value)
        .order_by(counted.desc(), claim.c.key, claim.c.proposal)
    )
    for row in rows.all():
        if row.proposal not in answered and (one := _proposal(connection, row, registry)):
            yield one


def _proposal(connection: Connection, row: Any, registry: Registry) -> Proposal | None:
    said = json.loads(row.value)
    place = connection.execute(
        select(claim.c.start, claim.c.end)
        .where(claim.c.article_id == row.example, claim.c.proposal == row.proposal)
        .order_by(claim.c.place)
    ).first()
    assert place is not None
    one = Claim(row.kind, row.key, said["relation"], said["value"], place.start, place.end)
    if known(one, registry):
        return None
    return Proposal(
        id=row.proposal,
        kind=row.kind,
        key=row.key,
        relation=said["relation"],
        value=said["value"],
        articles=row.articles,
        contradicts=contradicts(one, registry),
        example=row.example,
        start=place.start,
        end=place.end,
    )
