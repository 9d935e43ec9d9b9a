"""What an explanation holds: a verdict on each block of a page, and where each fact was found."""

from dataclasses import dataclass

from crawler.article import Article
from crawler.explain.rules import TAKEN


@dataclass(frozen=True, slots=True)
class Verdict:
    """A block of a page or a line of a text, and the rule that decided on it (rules.py)."""

    text: str
    rule: str

    @property
    def taken(self) -> bool:
        """Whether it stands in the article: as title, lead, paragraph or caption."""
        return self.rule in TAKEN


@dataclass(frozen=True, slots=True)
class Explained:
    """The articles of a page, or the reason why there are none, and how it came to that.

    `origins` say where a field was found ("published": "meta article:published_time"), `signs` what the page was
    refused for.
    """

    articles: tuple[Article, ...] = ()
    reason: str | None = None
    signs: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
