"""How pages ended, one by one and counted."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from crawler.store import Outcome, PendingPage


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one page ended: "article", "document", "rejected" or "failed", with the reason of the last two."""

    page: PendingPage
    outcome: Outcome
    reason: str | None = None
    articles: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What was done: pages by outcome and reason, articles, and the seconds of each stage, summed over workers."""

    outcomes: Counter[str] = field(default_factory=Counter)
    rejected: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    flagged: Counter[str] = field(default_factory=Counter)  # warnings of articles that were stored all the same
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    articles: int = 0

    def add(self, verdict: Verdict) -> None:
        self.outcomes[verdict.outcome] += 1
        self.articles += len(verdict.articles)
        self.flagged.update(verdict.warnings)
        if verdict.reason:
            (self.rejected if verdict.outcome == "rejected" else self.failed)[verdict.reason] += 1
