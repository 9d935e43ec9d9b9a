"""A text with all else that was found in it in, the events that it reports out."""

from collections.abc import Sequence

from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Event
from nlp.events.choose import MAIN, Told, choose, is_told_by_itself
from nlp.events.dates import days
from nlp.events.facts import Facts, day_of, event
from nlp.events.places import places
from nlp.events.story import story

MAX_EVENTS = 12  # of one text
_FIRST_HALF = 0.4  # of a text: what is told of here belongs to teasers round the report, later to another report


def find(text: str, document: AnnotatedDocument, *, context: Context) -> tuple[Event, ...]:
    """`text` is in standard spelling, and all spans of `document` are in it.

    Exactly one event is the main one, and it stands first; none where nothing speaks for one.  Days without a year
    ("sáng 25/7") are those next to `context.published`.
    """
    read = story(text, document, title=context.title, published=context.published)
    named = days(read)
    told = choose(read, named)
    if not told or told[0].score < MAIN:
        return ()
    facts = Facts(read, named, tuple(places(read)))
    others = [one for one in told[1:] if is_told_by_itself(read, one, named)][: MAX_EVENTS - 1]
    main = event(facts, told[0], main=True, until=_end(facts, told[0], others))
    aside = [event(facts, one, main=False, until=0) for one in others]
    return (main, *(one for one in aside if one.name != main.name))


def _end(facts: Facts, main: Told, others: Sequence[Told]) -> int:
    """Where the report of the main event ends, for another one of another day begins."""
    length = len(facts.story.low)
    day = day_of(facts, main)
    for one in sorted(others, key=lambda one: one.named.start):
        later = one.named.start > max(main.named.start, _FIRST_HALF * length)
        if later and (other := day_of(facts, one)) and day and other.last != day.last:
            return facts.story.sentences[facts.story.sentence(one.named.start)][0]
    return length
