"""A query and an article's texts in, the passages that answer it out, with marks on what was looked for.

Spans are [start, end) in code points of the text as given, whatever its spelling.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawler.article import BLANK_LINE
from crawler.letters import fold
from indexer.cuts import grow, word_end, word_start
from indexer.finder import Span, make_finder
from indexer.query import Query
from nlp.normalize import compose, standard

MAX_SCAN = 200_000  # characters of one field that are looked through for passages
MAX_MARKS = 2_000  # of one field that are weighed
_TITLE = 500  # characters of a title that are shown
_BEFORE = 4  # a passage begins at most this part of its size before its first mark


@dataclass(frozen=True, slots=True)
class Snippet:
    field: str  # title, lead or body
    start: int  # where `text` begins in that field
    text: str
    marks: tuple[Span, ...] = ()  # in `text`


@dataclass(frozen=True, slots=True)
class _Passage:
    field: str
    text: str  # of the whole field
    start: int
    end: int
    marks: tuple[Span, ...]  # in the whole field
    weight: float

    def overlaps(self, other: "_Passage") -> bool:
        return self.field == other.field and self.start < other.end and other.start < self.end


def marks(query: Query, text: str, *, more: Sequence[Span] = ()) -> tuple[Span, ...]:
    """What the query looks for in `text`, in order and apart; neighbouring words are one mark.

    `more` are spans that are known to be looked for: citations that name a document in other words.
    """
    return _marks(query, text, more, is_title=True)


def snippets(
    query: Query, *, title: str, lead: str, body: str, more: Sequence[Span] = (), size: int = 220, most: int = 3
) -> tuple[Snippet, ...]:
    """The title, if it holds a mark; then the best passages of about `size` characters, at most `most`, in order.

    A passage stays within one line, and splits neither words nor letters and their marks.  Where lead and body
    hold nothing to mark, their opening stands for them.  `more` are spans to mark in the three as an article joins
    them.
    """
    at_lead = len(title) + len(BLANK_LINE) if title else 0
    at_body = at_lead + (len(lead) + len(BLANK_LINE) if lead else 0)
    head = _title(query, title, _within(more, 0, title))
    found = [
        *_passages(query, "lead", lead, _within(more, at_lead, lead), size=size),
        *_passages(query, "body", body, _within(more, at_body, body), size=size),
    ]
    best = _best(found, most) or _opening(lead, body, size=size)
    return tuple(map(_snippet, (*head, *best)))


def _within(spans: Sequence[Span], at: int, text: str) -> tuple[Span, ...]:
    """Those of `spans` that lie in the part of an article that begins at `at`, counted from there."""
    return tuple((start - at, end - at) for start, end in spans if at <= start and end <= at + len(text))


def _title(query: Query, title: str, more: Sequence[Span]) -> tuple[_Passage, ...]:
    shown = title[:_TITLE]
    found = _marks(query, shown, [span for span in more if span[1] <= len(shown)], is_title=True)
    return (_Passage("title", title, 0, len(title[:_TITLE]), found, 0),) if found else ()


def _marks(query: Query, text: str, more: Sequence[Span], *, is_title: bool) -> tuple[Span, ...]:
    mapped = compose(text)
    plain = standard(mapped.text)
    merged: list[Span] = []
    known = (mapped.composed(*span) for span in more)
    for start, end in sorted((*known, *make_finder(query, is_title=is_title).spans(plain))):
        last = merged[-1] if merged else None
        if last and (start <= last[1] or not plain[last[1] : start].strip(" ")):
            merged[-1] = (last[0], max(end, last[1]))
        else:
            merged.append((start, end))
    return tuple(grow(text, *mapped.original(start, end)) for start, end in merged)


def _passages(query: Query, field: str, text: str, more: Sequence[Span], *, size: int) -> Iterator[_Passage]:
    """One that begins a little before each mark, with the marks that it has room for."""
    text = text[:MAX_SCAN]
    found = _marks(query, text, [span for span in more if span[1] <= len(text)], is_title=False)[:MAX_MARKS]
    weights = [_weight(text, mark) for mark in found]
    for number, first in enumerate(found):
        start, limit = _room(text, first, size)
        inside = number + 1
        while inside < len(found) and found[inside][1] <= limit:
            inside += 1
        words = dict(weights[number:inside])
        yield _Passage(field, text, start, limit, found[number:inside], sum(words.values()))


def _weight(text: str, mark: Span) -> tuple[str, float]:
    """The words of a mark, and what they are worth: words that stand together more than the same words apart."""
    words = fold(text[slice(*mark)])
    return words, (words.count(" ") + 1) ** 1.5


def _room(text: str, mark: Span, size: int) -> Span:
    """Where a passage with this first mark may begin and must end: within the line, as long as there is room."""
    line = text.rfind("\n", 0, mark[0]) + 1
    line_end = text.find("\n", mark[1])
    if line_end < 0:
        line_end = len(text)
    start = max(line, min(mark[0] - size // _BEFORE, line_end - size))
    return start, min(line_end, start + size)


def _best(passages: Sequence[_Passage], most: int) -> list[_Passage]:
    """The weightiest that don't overlap, the earlier of equals, in the order of the text."""
    best: list[_Passage] = []
    order = {id(passage): place for place, passage in enumerate(passages)}
    for passage in sorted(passages, key=lambda passage: -passage.weight):
        if len(best) < most and not any(map(passage.overlaps, best)):
            best.append(passage)
    return sorted(best, key=lambda passage: order[id(passage)])


def _opening(lead: str, body: str, *, size: int) -> list[_Passage]:
    for field, text in (("lead", lead), ("body", body)):
        if opening := text[:MAX_SCAN].lstrip():
            start = min(len(text), MAX_SCAN) - len(opening)
            end = start + min(size, len(opening.partition("\n")[0]))
            return [_Passage(field, text, start, end, (), 0)]
    return []


def _snippet(passage: _Passage) -> Snippet:
    """The passage from the beginning of a word to the end of one; a mark that is longer than it ends with it."""
    text, found = passage.text, passage.marks
    start = word_start(text, passage.start, found[0][0] if found else passage.start)
    whole = [mark[1] for mark in found if mark[1] <= passage.end]
    end = word_end(text, passage.end, max([start, *whole]))
    inside = tuple((mark[0] - start, min(mark[1], end) - start) for mark in found)
    return Snippet(passage.field, start, text[start:end].rstrip(), inside)
