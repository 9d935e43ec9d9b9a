"""Repeated paragraphs and selectors tried on all pages in, those that take them out and nothing else out."""

from collections import Counter
from collections.abc import Mapping, Sequence

from crawler.diagnosis.examine import Checkup
from crawler.diagnosis.probe import Trial
from crawler.diagnosis.repeats import Repeat
from crawler.extract.blocks import key

DROP = "drop"
MOST_TRIALS = 6  # selectors tried for one paragraph
ENOUGH = 0.8  # of the pages with the paragraph on which a selector must find it

Located = Sequence[tuple[str, tuple[str, ...]]]  # of one page: keys of paragraphs with selectors for them
Taken = Sequence[tuple[str, ...]]  # page by page: the texts that a selector takes out


def to_trials(repeats: Sequence[Repeat], located: Sequence[Located]) -> dict[str, tuple[Trial, ...]]:
    """By the key of a repeated paragraph, the selectors under which most pages hold it."""
    counts: dict[str, Counter[str]] = {key(one.text): Counter() for one in repeats}
    for page in located:
        for mark, selectors in page:
            counts[mark].update(dict.fromkeys(selectors, 1))
    return {
        mark: tuple(Trial(DROP, written) for written, _ in count.most_common(MOST_TRIALS))
        for mark, count in counts.items()
    }


def choose_drops(
    checkups: Sequence[Checkup],
    repeats: Sequence[Repeat],
    trials: Mapping[str, Sequence[Trial]],
    found: Mapping[Trial, Taken],
) -> tuple[str, ...]:
    """One selector for each paragraph that has a good one."""
    marks = frozenset(key(one.text) for one in repeats)
    chosen: dict[str, None] = {}
    for repeat in repeats:
        mark = key(repeat.text)
        good = (one for one in trials[mark] if _is_good(mark, repeat, checkups, found[one], marks=marks))
        if (best := next(good, None)) is not None:
            chosen[best.written] = None
    return tuple(chosen)


def _is_good(
    mark: str, repeat: Repeat, checkups: Sequence[Checkup], taken: Taken, *, marks: frozenset[str]
) -> bool:
    """Whether it takes the paragraph where it stands, and of no article's text anything that is not repeated."""
    for checkup, texts in zip(checkups, taken, strict=True):
        gone = {key(text) for text in texts} - marks
        if gone & {key(text) for text in (*checkup.paragraphs, checkup.lead or "", checkup.title or "") if text}:
            return False
    hits = sum(any(key(text) == mark for text in taken[at]) for at in repeat.pages)
    return hits >= ENOUGH * len(repeat.pages)
