"""What a crawl of one source came to, counted while it runs."""

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Tally:
    """Counts are of articles, except `lists` and `links`."""

    lists: int = 0  # feeds, sitemaps and listings that answered
    links: int = 0  # articles that had not been known
    fetched: int = 0  # bodies that came over the network: new, changed, or the same as before
    new: int = 0
    changed: int = 0
    unchanged: int = 0  # by the server's word (304) or by the body
    gone: int = 0
    moved: int = 0
    refused: int = 0  # by robots.txt
    offsite: int = 0  # redirected to another site
    failed: Counter[str] = field(default_factory=Counter)  # by reason; lists too
    body_bytes: int = 0
    seconds: float = 0.0
    error: str | None = None  # why the crawl of the source did not end well

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"failed": dict(self.failed), "seconds": round(self.seconds, 1)}
