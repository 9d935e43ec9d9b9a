"""A text in, everything that is found in it out."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from nlp.directives.find import find as find_citations
from nlp.document import AnnotatedDocument, Citation, Entity
from nlp.entities.find import find as find_entities
from nlp.entities.mention import Mention
from nlp.entities.merge import canonicals
from nlp.normalize import Mapped, compose, standard
from nlp.segment import segment

VERSION = 1  # raise it when a text gets other annotations: every text is then annotated again

Lap = Callable[[str], object]


def _unheard(_: str) -> None:
    pass


def annotate(
    text: str,
    *,
    title: str | None = None,  # noqa: ARG001 - what is recognised hangs on the text alone, and is kept by its hash
    published: str | None = None,  # noqa: ARG001 - the same
    url: str | None = None,  # noqa: ARG001 - the same
    lap: Lap = _unheard,
) -> AnnotatedDocument:
    """Spans are in `text` exactly as given, whatever its normal form.

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
