"""A sentence as the model sees it in, what is said of each of its syllables out, by name of the column."""

from collections.abc import Iterator, Mapping, Sequence

from nlp.entities.model.clusters import Clusters, Pair
from nlp.entities.model.shape import shape
from nlp.entities.model.view import View

Column = Sequence[str | None]
Columns = Mapping[str, Column]

BEFORE, AFTER = "BOS", "EOS"

# How far from a syllable each column is looked at.
PLACES: dict[str, tuple[int, ...]] = {
    "printed": (-2, -1, 0, 1, 2),
    "small": (-2, -1, 0, 1, 2),
    "shape": (-2, -1, 0, 1, 2),
    "pair": (-2, -1, 0, 1),
    "shapes": (-2, -1, 0, 1),
    "around": (0,),
    "join": (0, 1),
    "joins": (0,),
    "always": (0,),
    "of 500": (0,),
    "of 500 -2": (0,),
    "of 500 -1": (0,),
    "of 500 +1": (0,),
    "of 500 +2": (0,),
    "of 100": (0,),
    "of 100 -1": (0,),
    "of 100 +1": (0,),
}


def columns(seen: View, clusters: Clusters) -> Columns:
    small = [syllable.lower() for syllable in seen.syllables]
    shapes = [shape(syllable) for syllable in seen.syllables]
    join = ["I" if joined else "B" for joined in seen.joined]
    return {
        "printed": seen.syllables,
        "small": small,
        "shape": shapes,
        "pair": [*_pairs(small)],
        "shapes": [*_pairs(shapes)],
        "around": [*map(" ".join, zip([BEFORE, *shapes], shapes, [*shapes[1:], AFTER], strict=False))],
        "join": join,
        "joins": [*_pairs(join)],
        "always": ["1"] * len(small),
        **dict(_of_clusters(seen, clusters)),
    }


def _pairs(values: Sequence[str]) -> Iterator[str]:
    return map(" ".join, zip(values, [*values[1:], AFTER], strict=True))


def _of_clusters(seen: View, clusters: Clusters) -> Iterator[tuple[str, Column]]:
    """The clusters of a syllable's word and of the words around it."""
    words: list[str] = []
    places: list[int] = []
    for syllable, joined in zip(seen.syllables, seen.joined, strict=True):
        if joined and words:
            words[-1] += f"_{syllable}"
        else:
            words.append(syllable)
        places.append(len(words) + 1)
    none: Pair = (None, None)
    pairs = [none, none, *map(clusters.of, words), none, none]
    large, small = zip(*pairs, strict=True)
    for name, at in (("", 0), (" -2", -2), (" -1", -1), (" +1", 1), (" +2", 2)):
        yield f"of 500{name}", [large[place + at] for place in places]
        if abs(at) < 2:
            yield f"of 100{name}", [small[place + at] for place in places]
