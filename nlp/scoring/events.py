"""Events that were found in, how right the main one of each article is out."""

from collections.abc import Sequence

from nlp.document import Event
from nlp.scoring.hits import Share
from nlp.scoring.scores import Found, Scores, Slip, plain, sets, total

FIELDS = ("name", "date", "place", "kind")
PEOPLE = ("chairs", "speakers", "attendees")
HELD = 0.6  # of the longer name that the shorter one, which lies in it, must be


def score(found: Sequence[Found]) -> Scores:
    """Of the fields that the gold's main event has, the share that is right; of the people, how far they agree."""
    return total([one for article in found if (one := _article(article))])


def _article(found: Found) -> Scores | None:
    gold, document = found
    wanted = next((one for one in gold.events or () if one.main), None)
    if wanted is None:
        return None
    got = next((one for one in document.events if one.main), None)
    given = [name for name in FIELDS if getattr(wanted, name)]
    right = {name: _agree(name, wanted, got) for name in given}
    slips = tuple(
        Slip("EVENT", gold.id, name, wanted.name, getattr(wanted, name), getattr(got, name) if got else None)
        for name in given
        if not right[name]
    )
    people = {name: sets(getattr(wanted, name), getattr(got, name) if got else ()) for name in PEOPLE}
    return Scores(1, people, {name: Share(int(ok), 1) for name, ok in right.items()}, slips)


def _agree(name: str, wanted: Event, got: Event | None) -> bool:
    one, other = plain(getattr(wanted, name)), plain(getattr(got, name, None))
    if one == other:
        return True
    if name not in ("name", "place") or not other or not (one in other or other in one):
        return False
    shorter, longer = sorted((len(one), len(other)))
    return shorter / longer > HELD
