"""What is decided in a text in; what is still open in it but belongs to that, decided, out."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from nlp.directives.cascade import Decision
from nlp.directives.evidence import Rule
from nlp.directives.reading import Reading
from nlp.directives.registry import Registry
from nlp.directives.subjects import speaks_against
from nlp.document import Citation

_CARRIED = frozenset(("da", "ctr", "qh", "kh", "qc"))  # what a decision approves and lends its number


def carried(said: Mapping[int, Reading], decided: Mapping[int, Decision]) -> dict[int, Decision]:
    """As "Đề án 89" bears the number of the decision that approved it, if that is in the text."""
    keys: dict[str, set[str]] = {}
    for at, one in decided.items():
        if is_decided(one) and at in said and said[at].code == "qd":
            keys.setdefault(said[at].number, set()).add(one.key)
    left = [(at, one) for at, one in said.items() if one.code in _CARRIED and not is_decided(decided[at])]
    found = ((at, keys.get(one.number, set())) for at, one in left)
    return {at: Decision(next(iter(keys)), Rule.SAME_ARTICLE) for at, keys in found if len(keys) == 1}


def linked(
    citations: Sequence[Citation], decided: Mapping[int, Decision], registry: Registry
) -> dict[int, Decision]:
    """What the registry ties to a document of the text, as its guide, its amendment, its successor …"""
    keys = {one.key for one in decided.values() if is_decided(one)}
    left = [(at, one) for at, one in decided.items() if not is_decided(one) and one.candidates]
    tied = ((at, one, _tied(citations[at], one.candidates, keys, registry)) for at, one in left)
    return {at: Decision(key, Rule.LINKED, one.candidates) for at, one, key in tied if key}


def programmes(citations: Sequence[Citation], decided: Mapping[int, Decision]) -> dict[int, Decision]:
    """A programme's key holds that of the document it carries out, which is cited inside it or right after."""
    found = {}
    for at, one in decided.items():
        inner = decided.get(at + 1)
        if (
            "._th~" in one.key
            and inner
            and is_decided(inner)
            and citations[at + 1].start <= citations[at].full_end
        ):
            found[at] = replace(one, key=f"{one.key.partition('._th~')[0]}._th~{inner.key}")
    return found


def is_decided(decision: Decision) -> bool:
    return decision.rule is not Rule.OPEN


def _tied(citation: Citation, candidates: Sequence[str], keys: Set[str], registry: Registry) -> str | None:
    """The one tied candidate, unless the subject of the citation speaks against it."""
    tied = [key for key in candidates if not keys.isdisjoint(_ties(registry, key))]
    document = registry.get(tied[0]) if len(tied) == 1 else None
    if document is None or speaks_against(citation.subject or "", document.title):
        return None
    return document.key


def _ties(registry: Registry, key: str) -> Iterator[str]:
    document = registry.get(key)
    links = (*(document.links if document else ()), *registry.incoming(key))
    return (link.to for link in links)
