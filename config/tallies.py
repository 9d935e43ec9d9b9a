"""What became of files and pages that were taken in, in numbers."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from indexer.verdict import Report


@dataclass(frozen=True, slots=True)
class Processed:
    """What became of the waiting pages, and of the index after them."""

    pages: Report
    indexed: int
    refused: int
    index_error: str | None
    seconds: float

    @property
    def broken(self) -> bool:
        """Whether something failed that a person must look at."""
        return bool(self.index_error or self.refused or self.pages.outcomes["failed"])

    def as_dict(self) -> dict[str, Any]:
        return {
            "outcomes": dict(self.pages.outcomes),
            "rejected": dict(self.pages.rejected),
            "failed": dict(self.pages.failed),
            "flagged": dict(self.pages.flagged),
            "articles": self.pages.articles,
            "indexed": self.indexed,
            "refused": self.refused,
            "index_error": self.index_error,
            "seconds": {name: round(spent, 2) for name, spent in self.pages.seconds.items()},
        }


@dataclass(slots=True)
class Ingested:
    """The tally of `ingest`."""

    seen: int = 0
    new: int = 0
    unchanged: int = 0
    changed: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    articles: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "seen": self.seen,
            "new": self.new,
            "unchanged": self.unchanged,
            "changed": self.changed,
            "rejected": dict(self.rejected),
            "failed": dict(self.failed),
            "articles": list(self.articles),
        }
