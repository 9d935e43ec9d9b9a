"""A story without a date of its own and an event in it in, the year that the event is of out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.directives.documents import bundled
from nlp.events.dates import Day
from nlp.events.names import Name
from nlp.events.story import Story
from nlp.events.visits import Visit

_REVIEW = re.compile(r"\b(?:tổng kết|kiểm điểm|đánh giá|sơ kết|nhìn lại)\b")
_IN_NAME = re.compile(r"\bnăm\s(?P<year>(?:19|20)\d\d)")
_TERM = re.compile(r"\bnhiệm kỳ\s(?:[ivx]+\s\(?)?(?P<year>(?:19|20)\d\d)\s?-")
_SINCE = re.compile(r"\b(?P<years>\d{1,2}) năm (?:thực hiện|triển khai|thi hành)\s\Z")
# A year that the text speaks of as its own: no aim for later, no history.
_SAID = re.compile(r"(?<!đến )(?<!tới )(?<!nhìn )(?<!từ )(?<!trước )\bnăm\s(?P<year>(?:19|20)\d\d)(?!\s?-)")
_REVIEWED_NEXT = 4  # a year is reviewed up to this month of the next


@dataclass(frozen=True, slots=True)
class Years:
    """The year that is reviewed, if any, and the year that all else speaks for."""

    reviewed: int | None = None
    other: int | None = None

    def of(self, month: int) -> int | None:
        """The year of an event in that month."""
        if self.reviewed is not None:
            return self.reviewed + (month <= _REVIEWED_NEXT)
        return self.other


def years(story: Story, named: Name | Visit, days: Sequence[Day], *, main: int | None = None) -> Years:
    """Empty where the article has its date.  `main` is the year of the main event, for one beside it.

    The first of these that is known: the year under review; the first of the term that a congress opens; so many
    years after a cited document; the main event's; the last year of any day or month in the text; the first of a
    term; the last year that the text speaks of.
    """
    if story.published is not None:
        return Years()
    told = story.low[named.start : named.end]
    reviewed = [int(found["year"]) for found in _IN_NAME.finditer(told)]
    if reviewed and _REVIEW.search(told):
        return Years(reviewed=min(reviewed))
    if term := _TERM.search(told):
        return Years(other=int(term["year"]))
    return Years(other=_counted(story, named) or main or _stated(story, days))


def _counted(story: Story, named: Name | Visit) -> int | None:
    """So many years after the document as in "3 năm thực hiện Chỉ thị …"."""
    for citation in story.citations:
        if named.start < citation.start <= named.end and citation.canonical:
            since = _SINCE.search(story.low, named.start, citation.start)
            document = bundled().get(citation.canonical)
            if since and document and document.issued_on:
                return int(document.issued_on[:4]) + int(since["years"])
    return None


def _stated(story: Story, days: Sequence[Day]) -> int | None:
    if stated := [day.year for day in days if day.year]:
        return max(stated)
    if term := _TERM.search(story.low):
        return int(term["year"])
    return max((int(found["year"]) for found in _SAID.finditer(story.low)), default=None)
