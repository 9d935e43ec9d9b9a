"""Citations of one text in, the same citations with the document that each means decided, or left open, out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from nlp.directives.antecedents import antecedent, says_self
from nlp.directives.cascade import Decision, by_person, term_of
from nlp.directives.company import in_company, in_place, lacks_place, where
from nlp.directives.evidence import Rule
from nlp.directives.group import Scene, decide
from nlp.directives.issuers import system_of
from nlp.directives.numberless import numberless
from nlp.directives.reading import Reading, reading
from nlp.directives.registry import Registry
from nlp.directives.subjects import Words
from nlp.directives.ties import carried, is_decided, linked, programmes
from nlp.directives.vocabulary import vocabulary
from nlp.document import Citation


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the article round its text; None where it is not."""

    published: str | None = None  # YYYY-MM-DD, or longer
    title: str | None = None
    place: str | None = None  # slug of the province whose news a source prints: "quang-nam"
    own: str | None = None  # the key of the text itself, where it is an official document
    # Keys by type and number, as other reports of the same event give them in full.
    reports: Mapping[tuple[str, str], str] = field(default_factory=dict)


def resolve(
    text: str, citations: Sequence[Citation], *, registry: Registry, context: Context
) -> tuple[Citation, ...]:
    """`text` is in standard spelling, and the citations' spans are in it.

    Each citation comes back with `canonical`, `term`, `candidates`, `evidence` (see `evidence.Rule`), `confidence`
    and `scope`.
    """
    scene = Scene(text, citations, registry, context.published, Words(text), context.reports)
    decided = _numbered(scene, context)
    for at, citation in enumerate(citations):
        if at not in decided and citation.kind != "anaphoric":
            known = by_person(citation) or numberless(scene, citation)
            decided[at] = _in_place(known, text, context.place)
    decided |= linked(citations, decided, registry)
    decided |= programmes(citations, decided)
    return _with_anaphora(scene, decided, context)


def _numbered(scene: Scene, context: Context) -> dict[int, Decision]:
    """Decisions on the citations with a number, number by number."""
    read = ((at, reading(scene.text, one, printed_on=scene.printed_on)) for at, one in enumerate(scene.citations))
    said = {at: one for at, one in read if one}
    said = in_place(scene.text, in_company(scene.text, scene.citations, said), context.place)
    groups: dict[str, list[tuple[int, Reading]]] = defaultdict(list)
    for at, one in said.items():
        groups[f"{one.code}:{one.number}"].append((at, one))
    decided = {at: one for group in groups.values() for at, one in decide(scene, group).items()}
    return decided | carried(said, decided)


def _in_place(decision: Decision, text: str, place: str | None) -> Decision:
    """A local congress without its place: "Nghị quyết Đại hội XVII của Đảng bộ Thành phố"."""
    body, _, rest = decision.key.partition(".")
    found = where(text, place) if lacks_place(body) else None
    return replace(decision, key=f"{body.removesuffix('x')}{found}.{rest}") if found else decision


def _with_anaphora(scene: Scene, decided: dict[int, Decision], context: Context) -> tuple[Citation, ...]:
    """Each takes up a citation that is decided before it; only one in brackets comes after."""
    own_type = _type_of(context.own)
    result: list[Citation] = []
    for at, citation in enumerate(scene.citations):
        if at not in decided:
            decided[at] = by_person(citation) or _taken_up(scene, at, decided, own_type=own_type)
        result.append(_settled(citation, decided[at], own=context.own))
    return tuple(result)


def _taken_up(scene: Scene, at: int, decided: Mapping[int, Decision], *, own_type: str | None) -> Decision:
    citation = scene.citations[at]
    if says_self(scene.text, citation, own_type=own_type):
        return Decision("self", Rule.SELF)
    other = antecedent(scene.text, scene.citations, at)
    if other is None or other not in decided:
        return Decision("", Rule.OPEN)
    taken = decided[other]
    return Decision(taken.key, Rule.ANTECEDENT if is_decided(taken) else Rule.OPEN, taken.candidates)


def _settled(citation: Citation, decision: Decision, *, own: str | None) -> Citation:
    if own and decision.key == own:
        decision = Decision("self", Rule.SELF)
    key = decision.key or None
    body = key.split(".")[0] if key else ""
    return replace(
        citation,
        canonical=key,
        term=(term_of(key) if key and key != "self" else None) or citation.term,
        candidates=decision.candidates,
        evidence=decision.rule.slug,
        confidence=min(citation.confidence, decision.rule.confidence),
        scope=system_of(body) or citation.scope,
    )


def _type_of(own: str | None) -> str | None:
    """The type of the text itself, as a citation names it."""
    code = own.split(".")[1].removesuffix("pl") if own else None
    return next((one.name for one in vocabulary().types if one.code == code), None)
