"""Everything that is found in annotated articles, beside what a person marked there; what is wrong is marked.

    .venv/bin/python benchmarks/found.py GOLD [ID…]

GOLD holds annotated articles as JSON lines; without ids all of them are shown.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from config import show
from config.harmless import line
from nlp.annotate import annotate
from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument
from nlp.scoring import entities, events, offices, quotes
from nlp.scoring.gold import Judged, load
from nlp.scoring.scores import plain

COLUMNS = ("article", "what", "place", "found", "means", "by", "verdict")
Row = tuple[object, ...]


def main(path: Path, *ids: str) -> None:
    for one in load(path):
        if ids and one.id not in ids:
            continue
        found = annotate(one.text, context=Context(published=one.published, title=one.title))
        show.table(COLUMNS, [(one.id, *row) for row in _rows(one, found)])


def _rows(gold: Judged, found: AnnotatedDocument) -> Iterator[Row]:
    yield from _entities(gold, found)
    yield from _offices(gold, found)
    for quote in found.quotes:
        means = f"{quote.speaker} ({quote.office})"
        yield "quote", quote.start, line(quote.surface)[:90], means, quote.verb, "direct" if quote.direct else ""
    for event in found.events:
        people = f"chairs {event.chairs}, speakers {event.speakers}, organizer {event.organizer}"
        means = f"{event.kind}, {event.date}, {event.place}; {people}"
        yield "event", event.start, event.name, means, "main" if event.main else "", ""
    for scorer in (offices, quotes, events):
        for slip in scorer.score([(gold, found)]).slips:
            yield slip.kind, "", slip.context[:90], f"gold: {slip.gold}; got: {slip.got}", "", slip.what


def _entities(gold: Judged, found: AnnotatedDocument) -> Iterator[Row]:
    wanted = {(one.start, one.end, one.type): one.canonical for one in gold.entities}
    marked = {kind for kind in ("PER", "ORG", "LOC") if any(one.type == kind for one in gold.entities)}
    false = {slip.context for slip in entities.score([(gold, found)]).slips if slip.what == "FALSE"}
    for one in found.entities:
        canonical = wanted.pop((one.start, one.end, one.type), None)
        if canonical is None:
            is_false = any(f"⟦{' '.join(one.surface.split())}⟧" in context for context in false)
            verdict = "not judged" if one.type not in marked or not is_false else "FALSE"
        else:
            verdict = "right" if plain(canonical) == plain(one.canonical) else f"stands for {canonical}"
        yield one.type, one.start, line(one.surface), line(one.canonical), one.by, verdict
    for (start, end, type_), canonical in sorted(wanted.items()):
        yield type_, start, line(gold.text[start:end]), canonical, "", "MISSED"


def _offices(gold: Judged, found: AnnotatedDocument) -> Iterator[Row]:
    bodies = {(plain(one.person), plain(one.office)): one.organization for one in gold.offices or ()}
    for one in found.offices:
        body = bodies.get((plain(one.person), plain(one.office)))
        verdict = "" if body is None or plain(body) == plain(one.organization) else f"body is {body}"
        marks = " ".join(mark for mark, is_set in (("former", one.former), ("acting", one.acting)) if is_set)
        held = f"{one.person}: {one.office} | {one.organization}"
        yield "office", one.start, line(one.surface), f"{held} {marks}", one.by, verdict


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
