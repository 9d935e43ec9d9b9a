"""Texts and which of them are copies of which in; groups, each around the text that most others are like, out."""

from collections.abc import Mapping, Set


def groups(linked: Mapping[str, Set[str]], sizes: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Every text once, those that are like no other alone; the middle of each group stands first.

    `linked` holds each pair both ways.  Every member is a copy of the middle one: a chain of texts, each a little
    like the next, does not become one group.  What comes out hangs on the texts alone.
    """
    order = sorted(linked, key=lambda one: (-len(linked[one]), -sizes[one], one))
    left = set(order)
    made: list[tuple[str, ...]] = []
    for one in order:
        if one in left:
            members = sorted(linked[one] & left - {one})
            left -= {one, *members}
            made.append((one, *members))
    return made
