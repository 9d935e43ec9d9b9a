"""What several pages of a source hold in, the paragraphs that stand word by word in most unlike articles out."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crawler.diagnosis.examine import Checkup
from crawler.extract.blocks import key

LEAST_PAGES = 3
SHORTEST = 12  # letters and digits; "(còn nữa)" may end any two articles
COPY = 0.8  # of its paragraphs that an article shares with another of which it is a copy


@dataclass(frozen=True, slots=True)
class Repeat:
    """A paragraph that belongs to the site, and the pages (by number) that hold it in their text."""

    text: str
    pages: tuple[int, ...]


def find_repeats(checkups: Sequence[Checkup]) -> tuple[Repeat, ...]:
    """The ones on most pages first.  Copies of one article count as one."""
    holders: dict[str, list[int]] = defaultdict(list)
    texts: dict[str, str] = {}
    seen: list[frozenset[str]] = []
    for at, checkup in enumerate(checkups):
        marks = {mark: text for text in checkup.paragraphs if len(mark := key(text)) >= SHORTEST}
        if any(_is_copy(frozenset(marks), other) for other in seen):
            continue
        seen.append(frozenset(marks))
        texts |= marks
        for mark in marks:
            holders[mark].append(at)
    found = [Repeat(texts[mark], tuple(pages)) for mark, pages in holders.items() if len(pages) >= LEAST_PAGES]
    return tuple(sorted(found, key=lambda one: -len(one.pages)))


def without_same_titles(checkups: Sequence[Checkup]) -> tuple[Checkup, ...]:
    """A title that several unlike articles have is the site's name or a section's: they lack their own."""
    texts: dict[str, set[str]] = defaultdict(set)
    for one in checkups:
        if one.title and one.paragraphs:
            texts[key(one.title)].add(key(one.paragraphs[0]))
    shared = {mark for mark, openings in texts.items() if len(openings) >= LEAST_PAGES}
    return tuple(
        replace(one, title=None, lacks=("title", *one.lacks)) if one.title and key(one.title) in shared else one
        for one in checkups
    )


def _is_copy(marks: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most of the shorter one stands in the other, and it has enough paragraphs to tell."""
    shorter = min(len(marks), len(other))
    return shorter > 2 and len(marks & other) >= COPY * shorter
