"""The columns of an article's sentences in, what stands beside the same capitals elsewhere in it out.

"Nhóm HKT" tells in one place what HKT is in the others.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nlp.entities.model.columns import AFTER, BEFORE, Columns
from nlp.entities.model.stretch import stretches

Features = tuple[str, ...]
Run = tuple[str | None, ...]

COMPANY = "company"  # the name of the column, which holds several values a syllable
# On two fifths of entities.train, each held out: F1 of bodies .899 -> .903 with company, heads and how foreign
# syllables begin and end; persons .947 -> .949, places .946 -> .950.  Tried with 12 places; 8 take less time.
_MOST = 8  # places of a name that are looked at
_OPENS = frozenset('.!?:…"“”(*•-')


@dataclass(frozen=True, slots=True)
class Place:
    sentence: int
    start: int
    end: int
    run: Run
    beside: Features


def company(sentences: Sequence[Columns]) -> list[list[Features]]:
    """For each sentence, what each syllable of its runs of capitals is told; nothing to the others."""
    found: list[list[Features]] = [[()] * len(columns["small"]) for columns in sentences]
    places = [place for at, columns in enumerate(sentences) for place in _places(at, columns)]
    times, looked_at = _counted(sentences, places)
    for place in places:
        seen = times[place.run]
        own = place.beside if (place.sentence, place.start) in looked_at else ()
        others = [one for one, count in seen.items() if count > (one in own)]
        if others:
            first = tuple(f"{COMPANY}@0=B {one}" for one in others)
            rest = tuple(f"{COMPANY}@0=I {one}" for one in others)
            row = found[place.sentence]
            row[place.start : place.end] = [first, *[rest] * (place.end - place.start - 1)]
    return found


def _places(at: int, columns: Columns) -> Iterator[Place]:
    """The runs of capitals that no word of small letters goes on with, as "Uỷ" goes on with "ban"."""
    printed, join = columns["printed"], columns["join"]
    shapes = [shape or "" for shape in columns["shape"]]
    for start, end in stretches(shapes) if "a" in shapes else ():
        if join[start] != "I" and "I" not in join[end : end + 1]:
            yield Place(at, start, end, tuple(printed[start:end]), tuple(_beside(columns, start, end)))


def _beside(columns: Columns, start: int, end: int, *, opening: bool = False) -> Iterator[str]:
    """What stands before and after a run, each as a word, as two, and as a cluster."""
    small = [BEFORE, BEFORE, *columns["small"], AFTER, AFTER]
    earlier, before, after, later = small[start], small[start + 1], small[end + 2], small[end + 3]
    if not opening:
        yield f"before2={earlier} {before}"
        if before != BEFORE and before and before[0].isalpha():
            yield f"before={before}"
        if cluster := columns["of 100 -1"][start]:
            yield f"before100={cluster}"
    yield f"after={after}"
    yield f"after2={after} {later}"
    if cluster := columns["of 100 +1"][end - 1]:
        yield f"after100={cluster}"


def _counted(
    sentences: Sequence[Columns], places: Sequence[Place]
) -> tuple[Mapping[Run, Counter[str]], set[tuple[int, int]]]:
    """How often what stands beside each run, and which places were looked at.

    A run that opens a sentence counts without its first syllable too: "Còn | Lê Minh".
    """
    times: dict[Run, Counter[str]] = {}
    seen: Counter[Run] = Counter()
    looked_at: set[tuple[int, int]] = set()
    for place in places:
        small = sentences[place.sentence]["small"]
        opens = place.start == 0 or small[place.start - 1] in _OPENS
        if seen[place.run] < _MOST:
            seen[place.run] += 1
            times.setdefault(place.run, Counter()).update(place.beside)
            looked_at.add((place.sentence, place.start))
        rest = place.run[1:]
        if opens and len(rest) > 1 and seen[rest] < _MOST:
            seen[rest] += 1
            columns = sentences[place.sentence]
            times.setdefault(rest, Counter()).update(_beside(columns, place.start + 1, place.end, opening=True))
    return times, looked_at
