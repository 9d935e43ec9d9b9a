"""Two texts as shingles in, how much of the shorter one stands in the longer one out."""

from collections.abc import Collection, Sequence, Set

from indexer.copies.shingles import is_sample, level

# Of 66 pairs from 0.7 to 0.8 in 18,006 articles 60 are one text, cut, extended or edited; 4 stand in a longer
# piece; 2 are a paper's reports on two matters of one session.
COPY = 0.7  # of the shorter text's shingles, from which it is a copy
# A teaser that another article prints as a box has 40 to 60 shingles, an item of a digest 40 to 100; texts that
# are nothing but one question and a site's notice have 27 to 32.
LEAST = 40  # shingles that a text must have of its own
PART = 4  # times as long a text may be as a copy of it: an item of a digest is no copy of the digest


def containment(one: Sequence[int], other: Sequence[int], *, common: Collection[int] = ()) -> float | None:
    """The share of the shorter text that stands in the longer one; None where the two are no copies.

    `common` are samples that many texts have: what stands between two of them in a row is a notice that a site
    prints below its articles.  Two texts must be copies without it too.
    """
    whole = _share(set(one), set(other))
    if whole is None or not common:
        return whole
    return whole if _share(own(one, common), own(other, common)) is not None else None


def own(shingles: Sequence[int], common: Collection[int]) -> set[int]:
    """The shingles without stretches in which every sample is common."""
    of_level = level(len(set(shingles)))
    kept: set[int] = set()
    waiting: list[int] = []
    was_common = True  # what stands before the first sample goes with it
    for shingle in shingles:
        waiting.append(shingle)
        if is_sample(shingle, of_level):
            is_common = shingle in common
            if not (was_common and is_common):
                kept.update(waiting)
            waiting, was_common = [], is_common
    if not was_common:
        kept.update(waiting)
    return kept - set(common)


def _share(one: Set[int], other: Set[int]) -> float | None:
    shorter, longer = sorted((len(one), len(other)))
    if shorter < LEAST or shorter * PART < longer:
        return None
    share = len(one & other) / shorter
    return share if share >= COPY else None
