"""A text in, everything that is found in it out: first what hangs on the text alone, then what does not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from nlp.directives.documents import bundled
from nlp.directives.find import find as find_citations
from nlp.directives.registry import Registry
from nlp.directives.relations import relate
from nlp.directives.resolve import Context, resolve
from nlp.document import AnnotatedDocument, Citation, Entity, Relation
from nlp.entities.find import find as find_entities
from nlp.entities.mention import Mention
from nlp.entities.merge import canonicals
from nlp.normalize import Mapped, compose, standard
from nlp.segment import segment

VERSION = 2  # raise it when a text gets other annotations: every text is then annotated again

Lap = Callable[[str], object]


def _unheard(_: str) -> None:
    pass


def annotate(text: str, *, context: Context | None = None, registry: Registry | None = None) -> AnnotatedDocument:
    """Spans are in `text` exactly as given, whatever its normal form.

    Which document a citation means hangs on the `context` and on the `registry` (as shipped, unless another is
    given).
    """
    return settle(text, recognise(text), context=context or Context(), registry=registry or bundled())


def cite(text: str, *, context: Context, registry: Registry) -> AnnotatedDocument:
    """The citations of a text and the relations between them, as `annotate` finds them, and nothing else."""
    composed = compose(text)
    found = find_citations(standard(composed.text))
    citations = tuple(_placed(text, composed, citation) for citation in found)
    return settle(text, AnnotatedDocument(citations=citations), context=context, registry=registry)


def recognise(text: str, *, lap: Lap = _unheard) -> AnnotatedDocument:
    """What can be known from the text alone, whoever prints it and whenever: kept by the text's hash.

    `lap` is called with the name of each stage when it is done: "normalize", "segment", "directives", "entities".
    """
    composed = compose(text)
    plain = standard(composed.text)
    lap("normalize")
    segmented = segment(plain)
    lap("segment")
    citations = find_citations(plain)
    lap("directives")
    mentions = find_entities(plain, segmented.sentences, taken=[(one.start, one.end) for one in citations])
    entities = _entities(text, composed, mentions)
    lap("entities")
    return AnnotatedDocument(
        entities=entities,
        citations=tuple(_placed(text, composed, citation) for citation in citations),
        warnings=segmented.warnings,
    )


def settle(text: str, document: AnnotatedDocument, *, context: Context, registry: Registry) -> AnnotatedDocument:
    """What was recognised in `text`, with each citation's document decided and the relations between them.

    A pure and quick step: it is done again for every article that prints the text, and when the registry grows.
    """
    if not document.citations:
        return document
    composed = compose(text)
    plain = standard(composed.text)
    citations = resolve(
        plain, [_inside(plain, composed, one) for one in document.citations], registry=registry, context=context
    )
    relations = relate(plain, citations, registry=registry)
    return replace(
        document,
        citations=tuple(_placed(text, composed, citation) for citation in citations),
        relations=tuple(_at(composed, relation, text) for relation in relations),
    )


def _entities(text: str, composed: Mapped, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    names = canonicals(mentions, [composed.text[mention.start : mention.end] for mention in mentions])
    spans = [composed.original(mention.start, mention.end) for mention in mentions]
    return tuple(
        Entity(start, end, text[start:end], one.type, name, confidence=one.confidence, by=one.by)
        for one, name, (start, end) in zip(mentions, names, spans, strict=True)
    )


def _placed(text: str, composed: Mapped, citation: Citation) -> Citation:
    """The citation where it stands in `text`."""
    start, end = composed.original(citation.start, citation.end)
    full_start, full_end = composed.original(citation.full_start, citation.full_end)
    return replace(
        citation, start=start, end=end, surface=text[start:end], full_start=full_start, full_end=full_end
    )


def _inside(plain: str, composed: Mapped, citation: Citation) -> Citation:
    """The citation where it stands in the composed text."""
    start, end = composed.composed(citation.start, citation.end)
    full_start, full_end = composed.composed(citation.full_start, citation.full_end)
    return replace(
        citation, start=start, end=end, surface=plain[start:end], full_start=full_start, full_end=full_end
    )


def _at(composed: Mapped, relation: Relation, text: str) -> Relation:
    start, end = composed.original(relation.start, relation.end)
    return replace(relation, start=start, end=end, cue=text[start:end])
