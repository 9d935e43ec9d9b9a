"""Groups of appearances in; foreign family names that stand alone in an article joined to whom they mean."""

from collections import Counter
from collections.abc import Sequence

from indexer.catalog.names import is_foreign
from indexer.catalog.persons.seen import Groups, Seen, sharing

MOSTLY = 0.9  # of the articles that print the family name with another name before it


def join_bynames(groups: Groups) -> frozenset[int]:
    """The groups that are nobody's, since the name alone may be several persons': "Clinton"."""
    nobodys: set[int] = set()
    for alone in sharing(groups.everyone, lambda one: () if " " in one.key else (one.key,)):
        full = [one for one in groups.everyone if is_foreign(one.key) and one.key.endswith(f" {alone[0].key}")]
        if full:
            _join_to(groups, alone, full)
            nobodys |= {groups.of(one) for one in alone} - {groups.of(one) for one in full}
        else:  # known by one name: "Messi"
            for one, other in groups.neighbours(alone):
                groups.join(one, other, "name", 0.7)
    return frozenset(nobodys)


def _join_to(groups: Groups, alone: Sequence[Seen], full: Sequence[Seen]) -> None:
    """To the only one with the office that is printed, or to whom nearly all mean that print the name in full."""
    bearers = Counter(groups.of(one) for one in full)
    most, count = bearers.most_common(1)[0]
    usual = next(one for one in full if groups.of(one) == most) if count >= MOSTLY * len(full) else None
    for one in alone:
        meant = {groups.of(each): each for each in full if each.offices & one.offices}
        if len(meant) == 1:
            groups.join(one, meant.popitem()[1], "office", 0.8)
        elif usual and not meant:
            groups.join(one, usual, "name", 0.6)
