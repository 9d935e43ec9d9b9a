"""Texts and which of them are copies of which in; groups, each around the text that most others are like, out."""

from collections.abc import Collection, Iterable, Mapping, Set

Linked = Mapping[str, Set[str]]  # each pair both ways


def groups(linked: Linked, sizes: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Every text once, those that are like no other alone; the middle of each group stands first.

    Every member is a copy of the middle one, so that no chain of texts, each a little like the next, becomes one
    group.  One that is not half as long is also a copy of half of the members before it: two stories that a third
    text prints both are not copies.  What comes out hangs on the texts alone.
    """
    order = sorted(linked, key=lambda one: (-len(linked[one]), -sizes[one], one))
    left = set(order)
    made: list[tuple[str, ...]] = []
    for one in order:
        if one in left:
            near = sorted(linked[one] & left - {one}, key=lambda other: (-sizes[other], other))
            members = _agreeing(near, linked, whole=[other for other in near if 2 * sizes[other] >= sizes[one]])
            left -= {one, *members}
            made.append((one, *members))
    return made


def _agreeing(near: Iterable[str], linked: Linked, *, whole: Collection[str]) -> list[str]:
    """Those of `near`, the longest first, that belong together; `whole` are all those that are long."""
    members: list[str] = []
    for one in near:
        if one in whole or 2 * len(linked[one] & set(members)) >= len(members):
            members.append(one)
    return members
