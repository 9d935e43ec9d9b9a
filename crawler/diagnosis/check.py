"""Pages of one source in, what reading them misses out, with a correction that was tried on all of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from crawler.article import FetchedPage
from crawler.child import Failure
from crawler.corrections.layout import Corrections
from crawler.diagnosis.advise import Advice, advise
from crawler.diagnosis.each import Advance, each
from crawler.diagnosis.examine import LACKS, Checkup, examine
from crawler.diagnosis.repeats import Repeat, find_repeats, without_same_titles

PASSES = 3  # times that a page is read: as it is, with single selectors, with the correction


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each page, in order; `failed` are those that could not be looked through, and why."""

    source_id: str
    checkups: tuple[Checkup, ...]
    failed: tuple[tuple[str, Failure], ...]
    repeats: tuple[Repeat, ...]
    advice: Advice | None

    @property
    def articles(self) -> tuple[Checkup, ...]:
        return tuple(one for one in self.checkups if one.reason is None)

    def lacks(self) -> dict[str, int]:
        counts = Counter(lack for one in self.articles for lack in one.lacks)
        return {lack: counts[lack] for lack in LACKS}

    def rejected(self) -> dict[str, int]:
        return dict(Counter(one.reason for one in self.checkups if one.reason))

    def lost(self) -> dict[str, int]:
        """Selectors of the layouts in use ("2020.lead") and the number of articles on which they find nothing."""
        return dict(Counter(f"{one.layout}.{name}" for one in self.articles for name in one.lost))


def check(
    source_id: str, pages: Sequence[FetchedPage], corrections: Corrections, *, advance: Advance = lambda _: None
) -> Report:
    """Read the pages as they would be read today, say what is missing, and find a mend.

    All is done in children that can be killed.  `advance` hears of each page PASSES times.
    """
    done = Counter[str]()

    def step(count: int) -> None:
        count = min(count, PASSES * len(pages) - done["pages"])
        done["pages"] += count
        advance(count)

    results = each(partial(examine, corrections=corrections), pages, advance=step)
    pairs = list(zip(pages, results, strict=True))
    failed = tuple((page.url or page.name, one) for page, one in pairs if isinstance(one, Failure))
    good = [(page, one) for page, one in pairs if not isinstance(one, Failure)]
    checkups = without_same_titles([one for _, one in good])
    repeats = find_repeats(checkups)
    advice = advise(source_id, [page for page, _ in good], checkups, repeats, corrections, advance=step)
    step(PASSES * len(pages))
    return Report(source_id, checkups, failed, repeats, advice)
