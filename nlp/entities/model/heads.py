"""A sentence in, for each syllable the head of the body's name that may still go on there out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nlp.entities.naming import vocabulary

# Chosen by eye and not tuned; what heads are worth together with company stands in company.py.
REACH = 14  # syllables after a head
_RENEWED = 6  # syllables after which a head in small letters takes the place of the one before
_INNER = frozenset((",", "-", "–", "&", "/"))
_LONGEST = 4  # syllables of a head

Column = list[str | None]


@dataclass(frozen=True, slots=True)
class Head:
    name: str
    start: int
    end: int
    capital: bool


def heads(small: Sequence[str], shapes: Sequence[str]) -> dict[str, Column]:
    """The column "head" says its name and whether it has a capital; others how far it is, and what stands here."""
    found: dict[str, Column] = {
        name: [None] * len(small) for name in ("head", "head far", "head small", "head shape", "head pair")
    }
    for at, head, named in _governed(small, shapes):
        here = f"{head.name} {'named' if named else 'bare'}"
        found["head"][at] = f"{head.name} {head.capital}"
        found["head far"][at] = f"{head.capital} {named} {min(max(at - head.end + 1, 0), 8)}"
        found["head small"][at] = f"{here} {small[at]}"
        found["head shape"][at] = f"{here} {head.capital} {shapes[at]}"
        if shapes[at] == "a":
            found["head pair"][at] = f"{named} {small[at - 1] if at else ''} {small[at]}"
    return found


def _governed(small: Sequence[str], shapes: Sequence[str]) -> Iterator[tuple[int, Head, bool]]:
    """Each place under a head, the head, and whether a capital stands between the two."""
    head: Head | None = None
    named = False
    for at, shape in enumerate(shapes):
        if shape[0] not in "aA0" and small[at] not in _INNER:
            head = None
        following = _head(small, shapes, at) if head is None or at >= head.end else None
        if following and (following.capital or head is None or at - head.start > _RENEWED):
            head, named = following, False
        if head is None or at - head.start > REACH:
            head = None
            continue
        yield at, head, named
        named = named or (at >= head.end and shape[0] == "A")


def _head(small: Sequence[str], shapes: Sequence[str], at: int) -> Head | None:
    """The longest that begins here."""
    if small[at] not in _firsts():
        return None
    for count in range(min(_LONGEST, len(small) - at), 0, -1):
        name = " ".join(small[at : at + count])
        if name in _names():
            return Head(name, at, at + count, shapes[at][0] == "A")
    return None


@cache
def _names() -> frozenset[str]:
    words = vocabulary()
    return frozenset(name.lower() for name in words.heads | words.small | words.named | words.before)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _names())
