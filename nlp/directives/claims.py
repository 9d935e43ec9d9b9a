"""Citations and relations of a text in, what it says of documents out: their links, days, titles, issuers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from nlp.directives.issuers import body_of
from nlp.directives.key import is_decided
from nlp.directives.order import Order, fits_period
from nlp.directives.registry import LINKS, Document, Link, Registry, spoken
from nlp.directives.source import ACTIVITY, SELF
from nlp.directives.subjects import meant, speaks_against
from nlp.document import Citation, Relation

_SHORTEST_TITLE = 15  # letters; below, it is a piece of one
# Who signs for the Party's centre does not follow from the number; any other body does.
_CENTRE = {
    "bo chinh tri": "Bộ Chính trị",
    "ban bi thu": "Ban Bí thư",
    "ban chap hanh": "Ban Chấp hành Trung ương",
    "bch": "Ban Chấp hành Trung ương",
    "trung uong": "Ban Chấp hành Trung ương",
}
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said of the document `key`, by the words at [start, end) of the text."""

    kind: Literal["link", "date", "title", "issuer"]
    key: str
    relation: str | None  # of a link
    value: str  # the other document's key, a day (YYYY-MM-DD), a title, an issuer
    start: int
    end: int


def claims(citations: Sequence[Citation], relations: Sequence[Relation], own: str | None) -> tuple[Claim, ...]:
    """Each thing once, where it is first said; only of documents that are decided.

    `own` is the key of the text itself, where it is an official document: what "self" does is said of it.  What
    people do ("activity") says nothing of a document.
    """
    found: dict[tuple[str, str, str | None, str], Claim] = {}
    for one in (*_links(relations, own), *(each for citation in citations for each in _of(citation))):
        found.setdefault((one.kind, one.key, one.relation, one.value), one)
    return tuple(found.values())


def known(claim: Claim, registry: Registry) -> bool:
    """Whether the registry holds it already, if in other words."""
    document = registry.get(claim.key)
    if document is None:
        return False
    if claim.kind == "link":
        return Link(claim.relation or "", claim.value) in document.links
    if claim.kind == "date":
        return document.issued_on == claim.value
    if claim.kind == "issuer":
        return _same_issuer(document, claim.value)
    return _same_title(document, claim.value)


def contradicts(claim: Claim, registry: Registry) -> bool:
    """Whether the registry says something else; never of what it is silent on."""
    document = registry.get(claim.key)
    if claim.kind == "link":
        return _link_contradicts(claim, registry)
    if document is None or known(claim, registry):
        return False
    if claim.kind == "date":
        return document.issued_on is not None
    if claim.kind == "issuer":
        return document.issuer is not None
    return speaks_against(claim.value, document.title)


def _links(relations: Sequence[Relation], own: str | None) -> Iterator[Claim]:
    for one in relations:
        source = own if one.source == SELF else one.source
        if one.relation not in LINKS or source in (None, ACTIVITY, one.to):
            continue
        if source and is_decided(source) and is_decided(one.to):
            yield Claim("link", source, one.relation, one.to, one.start, one.end)


def _of(citation: Citation) -> Iterator[Claim]:
    key = citation.canonical
    if key is None or not is_decided(key) or citation.kind not in ("full", "short"):
        return
    start, end = citation.start, max(citation.end, citation.full_end)
    if citation.issued_on and fits_period(key, citation.issued_on):
        yield Claim("date", key, None, citation.issued_on, start, end)
    if (title := _SPACES.sub(" ", citation.subject or "").strip(" ,;:.")) and len(title) >= _SHORTEST_TITLE:
        yield Claim("title", key, None, title, start, end)
    if citation.issuer and (issuer := _issuer(key, citation.issuer)):
        yield Claim("issuer", key, None, issuer, start, end)


def _issuer(key: str, printed: str) -> str | None:
    """The organ of the Party's centre that is named; None of a body that the number names as well."""
    if not key.startswith("tw."):
        return None
    words = spoken(printed)
    return next((name for begin, name in _CENTRE.items() if words.startswith(begin)), None)


def _same_issuer(document: Document, value: str) -> bool:
    held = document.issuer or ""
    if document.key.startswith("tw."):
        return value in held or _issuer(document.key, held) == value
    return body_of(held) == body_of(value)


def _same_title(document: Document, value: str) -> bool:
    if not document.title:
        return False
    held, said = spoken(document.title), spoken(value)
    return said in held or held in said or meant(value, [document.title]) is not None


def _link_contradicts(claim: Claim, registry: Registry) -> bool:
    """The other way round, or in an order of days that can't be; or that another document replaced it."""
    relation, other = claim.relation or "", claim.value
    target = registry.get(other)
    if target and Link(relation, claim.key) in target.links:
        return True
    if not Order(registry, ()).allows(claim.key, relation, other):
        return True
    replaced = [one.to for one in registry.incoming(other) if one.relation == "replaces"]
    return relation == "replaces" and bool(replaced) and claim.key not in replaced
