"""A story in, the meetings that it tells of out, each with all its mentions, the main one first."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.letters import fold
from nlp.directives.ordinal import ordinal
from nlp.events.compose import assembly, encounter
from nlp.events.dates import Day
from nlp.events.names import Name, names
from nlp.events.points import HELD, JOINED, announced, naming, points, spoken_of
from nlp.events.signings import signings
from nlp.events.story import Story
from nlp.events.visits import Visit, encounters, visits

# Points that the main event needs: so, 8 of 200 articles of the corpus had one that they do not report.
MAIN = 7.5
_SAME = 0.75  # of the words of the shorter name that the longer one holds

_WORD = re.compile(r"\w+")

Mention = Name | Visit


@dataclass(frozen=True, slots=True)
class Told:
    """An event with all its mentions, that which names it best first."""

    mentions: tuple[Mention, ...]
    score: float

    @property
    def named(self) -> Mention:
        return self.mentions[0]


def choose(story: Story, days: Sequence[Day]) -> list[Told]:
    """The best first; the first is the main event where it has `MAIN` points."""
    spoken = spoken_of(story)
    groups: list[list[tuple[float, Mention]]] = []
    for one in _mentions(story):
        here = story.within(days, one.start)
        scored = (points(story, one, days=here, spoken=spoken), one)
        group = next((group for group in groups if _is_one(story, group[0][1], one)), None)
        if group is None:
            groups.append([scored])
        else:
            group.append(scored)
    told = sorted((_told(story, group) for group in groups), key=lambda one: -one.score)
    if (not told or told[0].score < MAIN) and (met := encounter(story) or assembly(story)):
        return [Told((met,), MAIN), *told]
    return told


def is_told_by_itself(story: Story, told: Told, days: Sequence[Day]) -> bool:
    """Whether an event beside the main one is told of for its own sake: it is held, or on a day of its own."""
    named = told.named
    if not isinstance(named, Name):
        return False
    total = announced(story, named)
    if total >= 0 and story.within(days, named.start):
        return True
    return total >= (HELD if named.kind == "khác" else JOINED)


def _mentions(story: Story) -> Iterable[Mention]:
    """A meeting that is named inside an action is that action."""
    actions = [*visits(story), *encounters(story)]
    yield from actions
    for one in names(story):
        if one.told and not any(action.start <= one.start < action.end for action in actions):
            yield one
    yield from signings(story)


def _told(story: Story, group: Sequence[tuple[float, Mention]]) -> Told:
    mentions = sorted((one for _, one in group), key=lambda one: -naming(story, one))
    return Told(tuple(mentions), max(total for total, _ in group) + min(2.0, 0.5 * (len(group) - 1)))


def _is_one(story: Story, first: Mention, second: Mention) -> bool:
    """Whether two mentions name one event."""
    if first.kind != second.kind or isinstance(first, Visit) != isinstance(second, Visit):
        return False
    if isinstance(first, Name) and isinstance(second, Name) and first.ordinal and second.ordinal:
        return ordinal(first.ordinal) == ordinal(second.ordinal)
    one, two = (frozenset(_WORD.findall(fold(story.text[each.start : each.end]))) for each in (first, second))
    return len(one & two) / min(len(one), len(two)) >= _SAME
