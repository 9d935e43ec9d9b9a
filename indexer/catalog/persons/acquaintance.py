"""Groups of appearances of one name in; those that keep the same company joined, as far as that tells."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf

from indexer.catalog.persons.namesakes import namesakes
from indexer.catalog.persons.seen import Groups, Seen

ROUNDS = 5  # as groups grow they know more people; after three rounds hardly any still join
MANY = 50  # groups of one name that share a mark: of more, the mark tells nothing, and pairs would be too many
STORY_DAYS = 7  # within which the news tells one story
LONGEST_DAYS = 10 * 365  # that may lie between two appearances without anything in between
# What two groups must have in common to be one person, in companions (a body is half one): by how many people may
# bear the name; where neither, one, or both hold offices.  Read by eye on the persons of 2,600 articles.
WANTED = ((0.1, 0.5, 0.5, 1.0), (0.5, 1.0, 0.5, 2.0), (2.0, 2.0, 1.5, 3.0), (inf, 3.0, 2.5, 4.0))
DOUBT = 0.5  # the more where one of several holders of offices may be meant


@dataclass(frozen=True, slots=True)
class _Profile:
    """What is known of the one whom a group of appearances is of."""

    members: Sequence[Seen]
    keys: frozenset[str]
    official: bool
    bodies: frozenset[str]
    company: frozenset[str]
    around: frozenset[str]
    days: Sequence[int]  # in order


def join_acquainted(groups: Groups) -> None:
    """In each round every group joins the one that it has most in common with, if that is enough."""
    for _ in range(ROUNDS):
        before = len(groups.members)
        if before == 1:
            return
        profiles = [_profile(members) for _, members in sorted(groups.members.items())]
        for one, other in _best(profiles):
            groups.join(one.members[0], other.members[0], "company", 0.7)
        if len(groups.members) == before:
            return


def _profile(members: Sequence[Seen]) -> _Profile:
    return _Profile(
        members=members,
        keys=frozenset(one.key for one in members),
        official=any(one.offices for one in members),
        bodies=frozenset().union(*(one.bodies for one in members)),
        company=frozenset().union(*(one.company for one in members)),
        around=frozenset().union(*(one.around for one in members)),
        days=sorted({date.fromisoformat(one.day).toordinal() for one in members if one.day}),
    )


def _best(profiles: Sequence[_Profile]) -> Iterator[tuple[_Profile, _Profile]]:
    """Pairs of which one is the other's nearest; who is as near to two that hold offices joins neither."""
    alone = sum(one.official for one in profiles) == 1
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (one, other), shared in _shared(profiles).items():
        strength = shared - _wanted(profiles[one], profiles[other], alone=alone)
        if strength >= 0 and profiles[one].keys & profiles[other].keys:  # colleagues keep the same company
            near[one].append((strength, other))
            near[other].append((strength, one))
    for one, found in sorted(near.items()):
        nearest = _nearest(profiles, one, found)
        if nearest is not None:
            yield profiles[one], profiles[nearest]


def _nearest(profiles: Sequence[_Profile], one: int, found: Sequence[tuple[float, int]]) -> int | None:
    most = max(strength for strength, _ in found)
    nearest = [other for strength, other in found if strength == most]
    if profiles[one].official:  # those without an office choose for themselves
        nearest = [other for other in nearest if profiles[other].official]
    officials = [other for other in nearest if profiles[other].official]
    if not nearest or len(officials) > 1:
        return None
    return (officials or nearest)[0]


def _wanted(one: _Profile, other: _Profile, *, alone: bool) -> float:
    bearers = namesakes(one.members[0].key)
    _, strangers, holder, holders = next(row for row in WANTED if bearers <= row[0])
    if one.official and other.official:
        return holders
    if one.official or other.official:
        return holder if alone else holder + DOUBT
    return strangers


def _shared(profiles: Sequence[_Profile]) -> Mapping[tuple[int, int], float]:
    """What pairs have in common, of those that have anything."""
    shared: dict[tuple[int, int], float] = defaultdict(float)
    by_mark: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(profiles):
        for mark in one.company:
            by_mark["person", mark].append(at)
        for mark in one.around | one.bodies:
            by_mark["body", mark].append(at)
    for (kind, mark), here in by_mark.items():
        if len(here) <= MANY:
            for first, second in combinations(here, 2):
                shared[first, second] += _weight(profiles[first], profiles[second], kind, mark)
    return {pair: strength + _story(profiles[pair[0]], profiles[pair[1]]) for pair, strength in shared.items()}


def _weight(one: _Profile, other: _Profile, kind: str, mark: str) -> float:
    """A body in which one of them holds an office tells more than one that both articles happen to name."""
    if kind == "person":
        return 1.0
    return 1.5 if mark in one.bodies or mark in other.bodies else 0.5


def _story(one: _Profile, other: _Profile) -> float:
    """Half a companion's worth where the news may tell one story of both; nothing counts over half a lifetime."""
    few, many = sorted((one.days, other.days), key=len)
    if not few:
        return 0.0
    apart = min(_to_nearest(day, many) for day in few)
    return 0.5 if apart <= STORY_DAYS else -inf if apart > LONGEST_DAYS else 0.0


def _to_nearest(day: int, days: Sequence[int]) -> int:
    """How far it is from the nearest of these, of which there is one at least."""
    at = bisect_left(days, day)
    return min(abs(day - near) for near in days[max(at - 1, 0) : at + 1])
