"""A dossier in, what happened to the document and what is coming, in the order of days, out."""

from collections.abc import Iterator

from indexer.dossier import Dossier
from nlp.directives.registry import Registry
from search_api.dossiers import DirectiveEvent, DirectiveTimeline, shown, values


def course(found: Dossier, known: Registry) -> DirectiveTimeline:
    return DirectiveTimeline(
        events=tuple(sorted(_events(found, known), key=lambda one: one.day)),
        months=values(found.profile.months),
    )


def _events(found: Dossier, known: Registry) -> Iterator[DirectiveEvent]:
    """Of one day: its own first, then what others did to it, then the articles."""
    one, profile = found.entry.document, found.profile
    if one.issued_on:
        yield DirectiveEvent(day=one.issued_on, event="issued")
    if one.in_force_on:
        yield DirectiveEvent(day=one.in_force_on, event="in-force")
    if one.expired_on:
        yield DirectiveEvent(day=one.expired_on, event="expired")
    yield from _links(found, known)
    if profile.first and profile.last:
        yield DirectiveEvent(day=profile.first, event="first-citation")
        yield DirectiveEvent(day=profile.last, event="last-citation")
    for coming in found.anniversaries:
        yield DirectiveEvent(day=coming.day, event="anniversary", years=coming.years)


def _links(found: Dossier, known: Registry) -> Iterator[DirectiveEvent]:
    """What other documents did to this one, as far as their day is known."""
    for link in found.incoming:
        other = known.get(link.to)
        day = (other.in_force_on or other.issued_on) if other else None
        if day:
            yield DirectiveEvent(
                day=day, event="linked", relation=link.relation, id=link.to, display=shown(link.to, known)
            )
