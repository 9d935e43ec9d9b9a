"""A story without a date of its own in, the year that it is of out."""

import re

from nlp.directives.documents import bundled
from nlp.events.dates import Day, years
from nlp.events.names import Name
from nlp.events.story import Story

_REVIEW = re.compile(r"\b(?:tổng kết|kiểm điểm|đánh giá|sơ kết|nhìn lại)\b")
_IN_NAME = re.compile(r"\bnăm\s(?P<year>(?:19|20)\d\d)")
_TERM = re.compile(r"\bnhiệm kỳ\s(?:[ivx]+\s\(?)?(?P<year>(?:19|20)\d\d)\s?-")
_SINCE = re.compile(r"\b(?P<years>\d{1,2}) năm (?:thực hiện|triển khai|thi hành)\s\Z")
_REVIEWED_NEXT = 4  # a year is reviewed up to this month of the next


def year(story: Story, name: Name | None, days: tuple[Day, ...], month: int) -> int | None:
    """The year of an event in `month` that the text gives no year; the first of these that is known.

    The year under review, the first of the term that a congress opens, so many years after a cited document, the
    last year of any day or month in the text, the last year that it speaks of.
    """
    told = story.low[name.start : name.end] if name else ""
    reviewed = [int(found["year"]) for found in _IN_NAME.finditer(told)]
    if reviewed and _REVIEW.search(told):
        return min(reviewed) + (month <= _REVIEWED_NEXT)
    if term := _TERM.search(told):
        return int(term["year"])
    if name and (counted := _counted(story, name)):
        return counted
    stated = [day.year for day in days if day.year]
    if stated:
        return max(stated)
    if term := _TERM.search(story.low):
        return int(term["year"])
    said = [year for _, year in years(story)]
    return max(said, default=None)


def _counted(story: Story, name: Name) -> int | None:
    """So many years after the document as in "3 năm thực hiện Chỉ thị …"."""
    for citation in story.citations:
        if name.start < citation.start <= name.end and citation.canonical:
            since = _SINCE.search(story.low, name.start, citation.start)
            document = bundled().get(citation.canonical)
            if since and document and document.issued_on:
                return int(document.issued_on[:4]) + int(since["years"])
    return None
