"""Appearances of a name in, those that are of one person together out: kept apart when in doubt.

What comes out hangs on the appearances and the rulings alone, and not on the order in which articles came.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from indexer.catalog.persons.acquaintance import join_acquainted
from indexer.catalog.persons.bynames import join_bynames
from indexer.catalog.persons.namesakes import namesakes
from indexer.catalog.persons.rare import RARE, join_rare
from indexer.catalog.persons.seen import Anchor, Evidence, Groups, Seen, days_between, sharing

ALONE: Evidence = ("alone", 0.5)
OFFICE_DAYS = 6 * 365  # between two articles that print the same office; a term is five years
LIFE = 3  # times as long for a name that hardly two people bear, and for one who is said to have held it formerly
BODY_DAYS = 3 * 365  # between two that print different offices of one body
RANK_DAYS = 2 * 365  # between two that print the same high rank


@dataclass(frozen=True, slots=True)
class Ruling:
    """What somebody decided of two persons, named by where they appeared then."""

    one: frozenset[Anchor]
    other: frozenset[Anchor]
    same: bool


@dataclass(frozen=True, slots=True)
class Group:
    """The appearances of one person, the first at first, each with why it is here and how sure that is."""

    members: tuple[Seen, ...]
    evidence: Mapping[Anchor, Evidence]


def group(seen: Iterable[Seen], *, rulings: Sequence[Ruling] = ()) -> tuple[Group, ...]:
    """`rulings` are in the order in which they were made: where two contradict each other, the later holds.

    An appearance that may be several persons' is in no group: "Clinton" alone.
    """
    groups = Groups(seen)
    if len(groups.everyone) == 1:  # most names: there is nothing to compare
        return (_finished(groups.everyone, {}),)
    _rule(groups, rulings)
    _join_copies(groups)
    _join_marked(groups, lambda one: one.offices, within_days=OFFICE_DAYS, evidence=("office", 1.0))
    _join_marked(groups, lambda one: one.bodies, within_days=BODY_DAYS, evidence=("body", 0.9))
    _join_marked(groups, lambda one: one.ranks, within_days=RANK_DAYS, evidence=("rank", 0.8))
    join_rare(groups)
    join_acquainted(groups)
    nobodys = join_bynames(groups)
    return tuple(
        _finished(members, groups.evidence) for at, members in groups.members.items() if at not in nobodys
    )


def _rule(groups: Groups, rulings: Sequence[Ruling]) -> None:
    by_anchor = {one.anchor: one for one in groups.everyone}
    for number, ruling in reversed(list(enumerate(rulings))):
        one, other = (
            [by_anchor[each] for each in sorted(side) if each in by_anchor] for side in (ruling.one, ruling.other)
        )
        if ruling.same:
            for first, second in groups.neighbours([*one, *other]):
                groups.join(first, second, "person", 1.0)
        elif not {groups.of(each) for each in one} & {groups.of(each) for each in other}:
            for each in one:
                groups.put(each, number, side=False)
            for each in other:
                groups.put(each, number, side=True)


def _join_copies(groups: Groups) -> None:
    for same in sharing(groups.everyone, lambda one: (f"{one.text} {one.key}",)):
        for one, other in groups.neighbours(same):
            groups.join(one, other, "copy", 0.9)


def _join_marked(
    groups: Groups, marks: Callable[[Seen], Iterable[str]], *, within_days: int, evidence: Evidence
) -> None:
    """The same office, unless a man's age lies between; another of one body, or as high, soon after the first.

    Of the same name alone: two who follow each other in an office are not one person.
    """
    names = groups.names()
    for same in sharing(groups.everyone, lambda one: [f"{names[one.anchor]} {mark}" for mark in marks(one)]):
        for one, other in groups.neighbours(same):
            life = namesakes(one.key) < RARE or one.former & other.offices or other.former & one.offices
            if (days_between(one.day, other.day) or 0) <= within_days * (LIFE if life else 1):
                groups.join(one, other, *evidence)


def _finished(members: Iterable[Seen], evidence: Mapping[Anchor, Evidence]) -> Group:
    ordered = tuple(sorted(members, key=lambda one: (one.day or "9999", one.anchor)))
    alone = ("office", 1.0) if len(ordered) == 1 and ordered[0].offices else ALONE
    return Group(ordered, {one.anchor: evidence.get(one.anchor, alone) for one in ordered})
