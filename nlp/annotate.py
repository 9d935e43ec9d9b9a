"""A text in, everything that is found in it out: first what hangs on the text alone, then what does not."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from crawler.extract.language import detect
from nlp.directives.documents import bundled
from nlp.directives.find import find as find_citations
from nlp.directives.registry import Registry
from nlp.directives.relations import relate
from nlp.directives.resolve import Context, resolve
from nlp.document import AnnotatedDocument, Citation, Entity, Event, Office, Quote, Relation
from nlp.entities.called import canonicals
from nlp.entities.find import find as find_entities
from nlp.entities.mention import Mention
from nlp.events.find import find as find_events
from nlp.normalize import Mapped, compose, standard
from nlp.offices.find import find as find_offices
from nlp.quotes.find import find as find_quotes
from nlp.segment import segment

VERSION = 4  # raise it when a text gets other annotations: every text is then annotated again
NOT_VIETNAMESE = "not-vietnamese"
UNDERSTOOD = ("vi", None)  # None: too short to tell

Spanned = TypeVar("Spanned", Entity, Citation, Office, Quote)
Lap = Callable[[str], object]


# Something for every recogniser.
_WARMING = (
    "Ông Trần Văn Nam, Chủ tịch Hội Nông dân Việt Nam, nói: “Sáng 25/7, tại Huế, hội nghị quán triệt Chỉ thị 12”."
)


def _unheard(_: str) -> None:
    pass


def annotate(text: str, *, context: Context | None = None, registry: Registry | None = None) -> AnnotatedDocument:
    """Spans are in `text` exactly as given, whatever its normal form.

    Which document a citation means hangs on the `context` and on the `registry` (as shipped, unless another is
    given).
    """
    return settle(text, recognise(text), context=context or Context(), registry=registry or bundled())


def warm_up() -> None:
    """Read models, lists and the registry, which is otherwise done for the first text."""
    annotate(_WARMING)


def cite(text: str, *, context: Context, registry: Registry) -> AnnotatedDocument:
    """The citations of a text and the relations between them, as `annotate` finds them, and nothing else."""
    composed = compose(text)
    found = find_citations(standard(composed.text))
    citations = tuple(_cited(text, composed, citation) for citation in found)
    return settle(text, AnnotatedDocument(citations=citations), context=context, registry=registry)


def recognise(text: str, *, lap: Lap = _unheard) -> AnnotatedDocument:
    """What can be known from the text alone, whoever prints it and whenever: kept by the text's hash.

    `lap` is called with the name of each stage when it is done: "normalize", "segment", "directives", "entities",
    "offices", "quotes".  Nothing is looked for in a text of another language (warning NOT_VIETNAMESE): what rules
    and models made for Vietnamese find there is wrong.
    """
    composed = compose(text)
    if detect(composed.text) not in UNDERSTOOD:
        return AnnotatedDocument(warnings=(NOT_VIETNAMESE,))
    plain = standard(composed.text)
    lap("normalize")
    segmented = segment(plain)
    lap("segment")
    citations = find_citations(plain)
    lap("directives")
    mentions = find_entities(plain, segmented.sentences, taken=[(one.start, one.end) for one in citations])
    entities = _entities(composed.text, mentions)
    lap("entities")
    offices = find_offices(plain, segmented.sentences, entities)
    lap("offices")
    quotes = find_quotes(plain, segmented.sentences, entities, offices)
    lap("quotes")
    return AnnotatedDocument(
        entities=tuple(_placed(text, composed, one) for one in entities),
        citations=tuple(_cited(text, composed, one) for one in citations),
        offices=tuple(_placed(text, composed, one) for one in offices),
        quotes=tuple(_placed(text, composed, one) for one in quotes),
        warnings=segmented.warnings,
    )


def settle(
    text: str, document: AnnotatedDocument, *, context: Context, registry: Registry, lap: Lap = _unheard
) -> AnnotatedDocument:
    """What was recognised in `text`, with each citation's document decided, the relations between them, and the
    events that it reports.

    A pure and quick step: it is done again for every article that prints the text, and when the registry grows.
    `lap` is called as in `recognise`: "normalize", "resolve", "relate", "events".
    """
    if NOT_VIETNAMESE in document.warnings:
        return document
    context = _dated(context)
    composed = compose(text)
    plain = standard(composed.text)
    lap("normalize")
    citations = resolve(
        plain,
        [_cited_inside(plain, composed, one) for one in document.citations],
        registry=registry,
        context=context,
    )
    lap("resolve")
    relations = relate(plain, citations, registry=registry)
    lap("relate")
    inside = replace(
        document,
        entities=_all_inside(plain, composed, document.entities),
        citations=citations,
        offices=_all_inside(plain, composed, document.offices),
        quotes=_all_inside(plain, composed, document.quotes),
    )
    events = find_events(plain, inside, context=context)
    lap("events")
    return replace(
        document,
        citations=tuple(_cited(text, composed, citation) for citation in citations),
        relations=tuple(_at(composed, relation, text) for relation in relations),
        events=tuple(_named(composed, event, text) for event in events),
    )


def _dated(context: Context) -> Context:
    """Files give anything as their day: what is none says nothing."""
    try:
        date.fromisoformat((context.published or "")[:10])
    except ValueError:
        return replace(context, published=None)
    return context


def _entities(printed: str, mentions: Sequence[Mention]) -> tuple[Entity, ...]:
    """Spans and surfaces in the composed text, as it is printed."""
    surfaces = [printed[mention.start : mention.end] for mention in mentions]
    return tuple(
        Entity(one.start, one.end, surface, one.type, name, confidence=one.confidence, by=one.by)
        for one, surface, name in zip(mentions, surfaces, canonicals(printed, mentions), strict=True)
    )


def _placed(text: str, composed: Mapped, one: Spanned) -> Spanned:
    """The same where it stands in `text`."""
    start, end = composed.original(one.start, one.end)
    return replace(one, start=start, end=end, surface=text[start:end])


def _all_inside(plain: str, composed: Mapped, found: Sequence[Spanned]) -> tuple[Spanned, ...]:
    """The same where they stand in the composed text."""
    spans = [composed.composed(one.start, one.end) for one in found]
    return tuple(
        replace(one, start=start, end=end, surface=plain[start:end])
        for one, (start, end) in zip(found, spans, strict=True)
    )


def _named(composed: Mapped, event: Event, text: str) -> Event:
    """The event with its name as it is printed in `text`."""
    if event.start is None or event.end is None:
        return event
    start, end = composed.original(event.start, event.end)
    return replace(event, start=start, end=end, name=" ".join(text[start:end].split()))


def _cited(text: str, composed: Mapped, citation: Citation) -> Citation:
    """The citation where it stands in `text`."""
    start, end = composed.original(citation.start, citation.end)
    full_start, full_end = composed.original(citation.full_start, citation.full_end)
    return replace(
        citation, start=start, end=end, surface=text[start:end], full_start=full_start, full_end=full_end
    )


def _cited_inside(plain: str, composed: Mapped, citation: Citation) -> Citation:
    """The citation where it stands in the composed text."""
    start, end = composed.composed(citation.start, citation.end)
    full_start, full_end = composed.composed(citation.full_start, citation.full_end)
    return replace(
        citation, start=start, end=end, surface=plain[start:end], full_start=full_start, full_end=full_end
    )


def _at(composed: Mapped, relation: Relation, text: str) -> Relation:
    start, end = composed.original(relation.start, relation.end)
    return replace(relation, start=start, end=end, cue=text[start:end])
