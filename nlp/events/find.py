"""A text with all else that was found in it in, the events that it reports out."""

import re
from collections.abc import Sequence

from nlp.directives.resolve import Context
from nlp.document import AnnotatedDocument, Event
from nlp.events.cast import Cast, attendance, cast, organizer
from nlp.events.choose import MAIN, Told, choose, is_told_by_itself
from nlp.events.compose import session
from nlp.events.dates import days
from nlp.events.names import Name
from nlp.events.places import places
from nlp.events.same import same
from nlp.events.setting import Setting
from nlp.events.story import Story, story
from nlp.events.visits import Visit
from nlp.events.year import Years, years

MAX_EVENTS = 12  # of one text
_FIRST_PART = 0.4  # of a text: what is told of here are teasers round the report, later another report

_ONLINE = re.compile(r"\b(?:trực tuyến|điểm cầu|đầu cầu|online)\b")


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
    setting = Setting(read, named, tuple(places(read)))
    others = [one for one in told[1:] if is_told_by_itself(read, one, named)][: MAX_EVENTS - 1]
    main = _main(setting, told[0], until=_end(setting, told[0], others))
    year = int(main.date[:4]) if main.date else None
    beside = [_beside(setting, one, years(read, one.named, named, main=year)) for one in others]
    return (main, *_distinct(main, beside))


def _distinct(main: Event, beside: Sequence[Event]) -> list[Event]:
    """Those that no other spelling of the main event, or of one before, tells of already."""
    kept: list[Event] = []
    for one in beside:
        if not any(other.name == one.name or same(other, one) for other in (main, *kept)):
            kept.append(one)
    return kept


def _main(setting: Setting, told: Told, *, until: int) -> Event:
    """Its persons are those told of before `until`, and not on other days."""
    read = setting.story
    known = years(read, told.named, setting.days)
    date = setting.date(setting.day(told, main=True), known)

    def belongs(at: int) -> bool:
        said = [setting.date(day, known) for day in read.within(setting.days, at) if day.start <= at]
        on_others = date and said and not any(one is None or one[:10] in date or date[:10] in one for one in said)
        return at < until and not on_others

    persons = cast(read, told.named, belongs=belongs)
    place = setting.place(told, main=True)
    return _event(read, told, date=date, place=place, persons=persons, main=True)


def _beside(setting: Setting, told: Told, known: Years) -> Event:
    date = setting.date(setting.day(told, main=False), known)
    return _event(
        setting.story, told, date=date, place=setting.place(told, main=False), persons=Cast(), main=False
    )


def _event(read: Story, told: Told, *, date: str | None, place: str | None, persons: Cast, main: bool) -> Event:
    named = told.named
    name, verbatim = _name(read, named)
    sentence = read.sentences[read.sentence(named.start)]
    return Event(
        name=name,
        kind=named.kind,
        date=date,
        place=place,
        organizer=organizer(read, told),
        chairs=persons.chairs,
        speakers=persons.speakers,
        attendees=persons.attendees,
        main=main,
        start=named.start if verbatim else None,
        end=named.end if verbatim else None,
        ordinal=named.ordinal if isinstance(named, Name) else None,
        period=named.period if isinstance(named, Name) else None,
        online=_ONLINE.search(read.low, *sentence) is not None,
        attendance=attendance(read) if main else None,
    )


def _name(read: Story, named: Name | Visit) -> tuple[str, bool]:
    """The name, and whether the text has it as it is."""
    if isinstance(named, Visit):
        return named.name, named.verbatim
    composed = session(read, named)
    return " ".join((composed or read.text[named.start : named.end]).split()), composed is None


def _end(setting: Setting, main: Told, others: Sequence[Told]) -> int:
    """Where the report of the main event ends, for another one of another day begins."""
    length = len(setting.story.low)
    day = setting.day(main, main=True)
    for one in sorted(others, key=lambda one: one.named.start):
        later = one.named.start > max(main.named.start, _FIRST_PART * length)
        if later and (other := setting.day(one, main=False)) and day and other.last != day.last:
            return setting.story.sentences[setting.story.sentence(one.named.start)][0]
    return length
