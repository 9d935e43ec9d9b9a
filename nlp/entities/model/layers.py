"""Names that others found in, what they say of each syllable of a sentence out: "B-ORG-gazetteer" …"""

from bisect import bisect_left
from collections.abc import Iterable

from nlp.entities.mention import Mention
from nlp.entities.model.view import View

_LONGEST = 300  # letters of a name; of a longer one that began before, the sentence need not know


class Layer:
    """The names of one text in its order; where two overlap, the later one is written over the earlier."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self._mentions]

    def on(self, seen: View) -> list[str | None]:
        """One value a syllable, None outside names; a name that begins or ends inside one holds it whole."""
        found: list[str | None] = [None] * len(seen.spans)
        first, end = seen.spans[0][0], seen.spans[-1][1]
        near = self._mentions[bisect_left(self._starts, first - _LONGEST) : bisect_left(self._starts, end)]
        starts = [start for start, _ in seen.spans] if near else []
        for one in near:
            if one.end > first:
                at, last = max(bisect_left(starts, one.start + 1) - 1, 0), bisect_left(starts, one.end)
                kind = f"{one.type}-{one.by}"
                found[at:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - at - 1)]
        return found
