"""Offices that were found in, how right they are out."""

from collections.abc import Iterable, Sequence

from nlp.document import Office
from nlp.scoring.hits import Hits
from nlp.scoring.scores import Found, Scores, Slip, plain, total

Held = tuple[str, str]  # person and office, in plain letters


def score(found: Sequence[Found]) -> Scores:
    """The same person, and of the two office names one the beginning of the other.

    Found and missed are counted in the gold's offices, false ones in those that were found: two that are found
    may be one of the gold.
    """
    return total([_article(one) for one in found if one[0].offices is not None])


def _article(found: Found) -> Scores:
    gold, document = found
    wanted, there = _held(gold.offices or ()), _held(document.offices)
    missed = sorted(one for one in wanted if not _agrees(one, there))
    false = sorted(one for one in there if not _agrees(one, wanted))
    slips = [Slip("MISS", gold.id, "office", ": ".join(one)) for one in missed]
    slips += [Slip("FALSE", gold.id, "office", ": ".join(one)) for one in false]
    hits = {
        "offices (recall)": Hits(len(wanted) - len(missed), 0, len(missed)),
        "offices (precision)": Hits(len(there) - len(false), len(false), 0),
    }
    return Scores(1, hits, slips=tuple(slips))


def _held(offices: Iterable[Office]) -> set[Held]:
    return {(plain(one.person), plain(one.office)) for one in offices}


def _agrees(one: Held, others: Iterable[Held]) -> bool:
    person, office = one
    return any(
        person == other and bool(title) and (office.startswith(title) or title.startswith(office))
        for other, title in others
    )
