"""A text with its sentences, persons, bodies and offices in, what was said by whom out."""

from collections.abc import Sequence

from nlp.document import Entity, Office, Quote
from nlp.quotes.acts import acts
from nlp.quotes.direct import direct
from nlp.quotes.interview import answers
from nlp.quotes.marks import marked
from nlp.quotes.names import Names
from nlp.quotes.reported import reported
from nlp.quotes.speakers import speakers
from nlp.quotes.titles import titles
from nlp.quotes.view import view
from nlp.segment import Sentence


def find(
    text: str, sentences: Sequence[Sentence], entities: Sequence[Entity], offices: Sequence[Office]
) -> tuple[Quote, ...]:
    """`text` is in standard spelling, and all spans are in it."""
    seen = view(text, sentences, entities)
    names = Names(seen, titles(seen.masked, seen.lower))
    said = acts(seen, names)
    spoken = direct(seen, names, said, tuple(marked(text)))
    spoken = tuple(sorted((*spoken, *answers(seen, spoken)), key=lambda one: one.start))
    found = [*spoken, *reported(seen, said, spoken)]
    return speakers(seen, names, sorted(found, key=lambda one: (one.start, one.end)), offices)
