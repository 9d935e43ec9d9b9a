"""A reference and what was put out in, recall and precision by 5-word shingles out."""

import re
from collections.abc import Iterable

LONG = 5
Shingle = tuple[str, ...]
_WORD = re.compile(r"\w+")


def shingles(text: str | None) -> list[Shingle]:
    words = _WORD.findall((text or "").lower())
    return [tuple(words[at : at + LONG]) for at in range(len(words) - LONG + 1)]


def compare(wanted: Iterable[str], found: str, *, neutral: Iterable[str | None]) -> tuple[float, float]:
    """Recall of the paragraphs `wanted` in `found`; the share of `found` that is theirs or `neutral`.

    Shingles over the border of two paragraphs are asked of neither side.
    """
    wanted = list(wanted)
    gold = [one for paragraph in wanted for one in shingles(paragraph)]
    allowed = {*gold, *shingles(" ".join(wanted)), *(one for text in neutral for one in shingles(text))}
    out = shingles(found)
    held = set(out)
    recall = sum(one in held for one in gold) / max(1, len(gold))
    return recall, sum(one in allowed for one in out) / len(out) if out else 0.0


def holds(text: str, found: str) -> bool:
    """Whether nine tenths of the shingles of `text` stand in `found`."""
    wanted = set(shingles(text))
    return len(wanted & set(shingles(found))) >= 0.9 * len(wanted)
