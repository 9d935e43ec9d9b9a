"""Quotations that were found in, how right they and their speakers are out."""

from collections.abc import Iterable, Sequence

from nlp.document import Quote
from nlp.scoring.hits import Hits, Share
from nlp.scoring.scores import Found, Scores, Slip, plain, shown, total

HALF = 0.5  # of the union of two spans that both must cover to be one quotation


def score(found: Sequence[Found]) -> Scores:
    """Spans that share half of their union are the same; of those the share whose speaker is right."""
    return total([_article(one) for one in found if one[0].quotes is not None])


def _article(found: Found) -> Scores:
    gold, document = found
    free = dict(enumerate(document.quotes))
    slips: list[Slip] = []
    matched = right = 0
    for wanted in gold.quotes or ():
        at = next((at for at, one in free.items() if _same(wanted, one)), None)
        if at is None:
            slips.append(
                Slip("MISS", gold.id, "quote", shown(gold.text, wanted.start, wanted.end), wanted.speaker)
            )
            continue
        one = free.pop(at)
        matched += 1
        right += plain(one.speaker) == plain(wanted.speaker)
        if plain(one.speaker) != plain(wanted.speaker):
            context = shown(gold.text, one.start, one.end)
            slips.append(Slip("SPEAKER", gold.id, "quote", context, wanted.speaker, one.speaker))
    slips += _false(found, free.values())
    missed = len(gold.quotes or ()) - matched
    hits = {"quotes": Hits(matched, len(free), missed)}
    return Scores(1, hits, {"speaker": Share(right, matched)}, tuple(slips))


def _false(found: Found, quotes: Iterable[Quote]) -> list[Slip]:
    gold, _ = found
    return [
        Slip("FALSE", gold.id, "quote", shown(gold.text, one.start, one.end), got=one.speaker) for one in quotes
    ]


def _same(one: Quote, other: Quote) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared / (max(one.end, other.end) - min(one.start, other.start)) >= HALF
