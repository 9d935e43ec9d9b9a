"""A sentence as the model sees it in, what is said of each of its syllables out, by name of the column."""

from collections.abc import Iterator, Mapping, Sequence

from nlp.entities.model.article import Article
from nlp.entities.model.clusters import NONE, Clusters
from nlp.entities.model.far import left, right
from nlp.entities.model.foreign import edges
from nlp.entities.model.heads import heads
from nlp.entities.model.shape import shape
from nlp.entities.model.stretch import stretches
from nlp.entities.model.view import View

Column = Sequence[str | None]
Columns = Mapping[str, Column]

BEFORE, AFTER = "BOS", "EOS"

# How far from a syllable each column is looked at.
PLACES: dict[str, tuple[int, ...]] = {
    "printed": (-1, 0, 1),
    "small": (-2, -1, 0, 1, 2),
    "shape": (-2, -1, 0, 1, 2),
    "pair": (-2, -1, 0, 1),
    "shapes": (-1, 0),
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
    "part": (-1, 0, 1),
    "parts": (-1, 0),
    "glued": (0, 1),
    "left": (0,),
    "right": (0,),
    "place": (0,),
    "first": (0,),
    "last": (0,),
    "before": (0,),
    "after": (0,),
    "elsewhere": (-1, 0, 1),
    "again": (0,),
    "given": (0,),
    "name": (-2, -1, 0, 1, 2),
    "names": (-1, 0),
    "name shape": (0,),
    "name small": (0,),
    "body": (-2, -1, 0, 1, 2),
    "bodies": (-1, 0),
    "body shape": (0,),
    "body small": (0,),
    "body name": (-1, 0, 1),
    "begins 3": (0,),
    "begins 4": (0,),
    "ends 2": (0,),
    "ends 3": (0,),
    "ends 4": (0,),
    "head": (0,),
    "head far": (0,),
    "head small": (0,),
    "head shape": (0,),
    "head pair": (0,),
}


def columns(seen: View, article: Article, clusters: Clusters) -> Columns:
    small = [syllable.lower() for syllable in seen.syllables]
    shapes = [shape(syllable) for syllable in seen.syllables]
    join = ["I" if joined else "B" for joined in seen.joined]
    capitals = stretches(shapes)
    return {
        "printed": seen.syllables,
        "small": small,
        "shape": shapes,
        "pair": _pairs(small),
        "shapes": _pairs(shapes),
        "around": [*map(" ".join, zip([BEFORE, *shapes], shapes, [*shapes[1:], AFTER], strict=False))],
        "join": join,
        "joins": _pairs(join),
        "always": ["1"] * len(small),
        "glued": _glued(seen),
        "left": left(small, shapes),
        "right": right(small, shapes),
        **dict(_of_clusters(seen, clusters)),
        **dict(_of_parts(seen, capitals, clusters)),
        **dict(_of_stretches(small, capitals)),
        **article.habits.columns(seen.syllables, small, shapes, capitals),
        **dict(_of_layers(seen, article, small, shapes)),
        **edges(seen.syllables, shapes),
        **heads(small, shapes),
    }


def _pairs(values: Sequence[str]) -> list[str]:
    return [*map(" ".join, zip(values, [*values[1:], AFTER], strict=True))]


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
    large, small = zip(NONE, NONE, *map(clusters.of, words), NONE, NONE, strict=True)
    for name, at in (("", 0), (" -2", -2), (" -1", -1), (" +1", 1), (" +2", 2)):
        yield f"of 500{name}", [large[place + at] or None for place in places]
        if abs(at) < 2:
            yield f"of 100{name}", [small[place + at] or None for place in places]


def _of_parts(seen: View, capitals: Sequence[tuple[int, int]], clusters: Clusters) -> Iterator[tuple[str, Column]]:
    """The clusters of the known names that a run of capitals is put together from."""
    part: list[str | None] = [None] * len(seen.syllables)
    for start, end in capitals:
        part[start:end] = clusters.parts(seen.syllables[start:end])
    yield "part", part
    yield "parts", [one and f"{one} {other}" for one, other in zip(part, [*part[1:], AFTER], strict=True)]


def _glued(seen: View) -> list[str | None]:
    """Whether nothing stands between a syllable and the one before, as where two sentences were joined."""
    ends = [-1, *(end for _, end in seen.spans)]
    return ["1" if start == end else None for (start, _), end in zip(seen.spans, ends, strict=False)]


def _of_stretches(small: Sequence[str], capitals: Sequence[tuple[int, int]]) -> Iterator[tuple[str, Column]]:
    """Of a capitalised syllable: where in its run it is, the run's ends, and what stands before and after it."""
    found: dict[str, list[str | None]] = {
        name: [None] * len(small) for name in ("place", "first", "last", "before", "after")
    }
    padded = [*small, AFTER, BEFORE]
    for start, end in capitals:
        size = end - start
        found["place"][start:end] = [f"{min(at, 4)}/{min(size, 5)}" for at in range(size)]
        found["first"][start:end] = [small[start]] * size
        found["last"][start:end] = [small[end - 1]] * size
        found["before"][start:end] = [padded[start - 1]] * size
        found["after"][start:end] = [padded[end]] * size
    yield from found.items()


def _of_layers(
    seen: View, article: Article, small: Sequence[str], shapes: Sequence[str]
) -> Iterator[tuple[str, Column]]:
    """What lists and rules say of a syllable, alone and together with what it is; nothing outside of names."""
    name, body = article.names.on(seen), article.bodies.on(seen)
    both = [one and other and f"{one} {other}" for one, other in zip(body, name, strict=True)]
    yield from {"name": name, "body": body, "body name": both}.items()
    yield from {"names": _borders(name), "bodies": _borders(body)}.items()
    yield from {"name shape": _together(name, shapes), "body shape": _together(body, shapes)}.items()
    yield from {"name small": _together(name, small), "body small": _together(body, small)}.items()


def _borders(layer: Sequence[str | None]) -> list[str | None]:
    """A syllable and the next where either lies in a name."""
    return [
        f"{one} {other}" if one or other else None for one, other in zip(layer, [*layer[1:], None], strict=True)
    ]


def _together(layer: Sequence[str | None], values: Sequence[str]) -> list[str | None]:
    return [one and f"{one} {value}" for one, value in zip(layer, values, strict=True)]
