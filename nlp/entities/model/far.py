"""Syllables in small letters in, the nearest capitalised ones out: "Hội | hữu nghị … | Việt" may be one name."""

from collections.abc import Iterable, Sequence

REACH = 7  # syllables


def left(small: Sequence[str], shapes: Sequence[str]) -> list[str | None]:
    """For each syllable in small letters, the last capitalised one before it, no sign or number between."""
    return _nearest(zip(small, shapes, strict=True))


def right(small: Sequence[str], shapes: Sequence[str]) -> list[str | None]:
    """The same, the other way."""
    return _nearest(zip(reversed(small), reversed(shapes), strict=True))[::-1]


def _nearest(syllables: Iterable[tuple[str, str]]) -> list[str | None]:
    found: list[str | None] = []
    last: str | None = None
    far = 0
    for small, shape in syllables:
        if shape == "a":
            far += 1
            found.append(last if far <= REACH else None)
            continue
        last, far = (small, 0) if shape[0] == "A" else (None, 0)
        found.append(None)
    return found
