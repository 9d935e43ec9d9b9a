"""A story in, the names of meetings in it out, each from its first word to its natural end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.events.ends import CLOSING, end
from nlp.events.heads import HEAD, STARTS, kind
from nlp.events.story import Story

MAX_NAMES = 120  # in a text; a list of meetings is no report of one
_REACH = 320  # letters that a name may have

_NUMBER = r"(?:\d{1,3}|[ivxl]{1,6}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
_ORDINAL = re.compile(
    rf"\b(?:lần(?: thứ)?|thứ)\s(?P<ordinal>{_NUMBER})(?![\w/])|\A\s(?P<plain>[ivx]{{1,5}})(?!\w)"
)
_PERIOD = re.compile(
    r"\b(?:nhiệm kỳ|giai đoạn|khoá)\s(?P<term>(?:19|20)\d\d ?- ?(?:19|20)?\d\d|[ivx]{1,6}\b|\d{1,2}\b)"
    r"|\((?P<years>(?:19|20)\d\d ?- ?(?:19|20)\d\d)\)"
)
_ORGANISED = re.compile(
    r"(?<!ban )\btổ chức (?:thành công |trọng thể |long trọng )?\Z"
)  # no name of a body goes on over it
_ABOUT = re.compile(r".*?\s(?:với|giữa)\s.*?(?P<about>\svề\s)")
_PLAIN = re.compile(r"\s?(?:song phương|trực tuyến|thân mật|này|trên|nói trên|lần này|hôm nay|vừa qua|nay|đó)?\Z")


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a meeting where it stands; `told` where it says more than what kind of meeting it is.

    What it says begins at `says`.
    """

    start: int
    says: int
    end: int
    kind: str
    told: bool
    ordinal: str | None = None
    period: str | None = None


def names(story: Story) -> Iterator[Name]:
    """In the order of the text, never inside the name of another or of a body; the first `MAX_NAMES`."""
    last = 0
    count = 0
    for at in story.spots(STARTS):
        found = HEAD.match(story.low, at) if at >= last else None
        if found is None or (story.is_name(at) and not _is_held(story, at)):
            continue
        if count == MAX_NAMES:
            return
        count += 1
        name = _name(story, found)
        last = name.end
        yield name


def _name(story: Story, found: re.Match[str]) -> Name:
    at = found.end()
    limit = min(story.sentences[story.sentence(found.start())][1], found.start() + _REACH)
    close = CLOSING.get(story.low[found.start() - 1 : found.start()])
    if close and (closed := story.low.find(close, at, limit)) > 0:
        limit = closed
    last = end(story, at, limit, named=found.lastgroup == "ceremony", held=_is_held(story, found.start()))
    if kind(found) in ("tiếp", "làm việc") and (about := _ABOUT.match(story.low, at, last)):
        last = about.start("about")  # with whom names it, about what does not
    last = _balanced(story.low, at, last)
    rest = story.low[at:last]
    return Name(
        found.start(),
        at,
        last,
        kind(found),
        told=not _PLAIN.fullmatch(rest),
        ordinal=_printed(story, at, _ORDINAL.search(rest)),
        period=_printed(story, at, _PERIOD.search(rest)),
    )


def _is_held(story: Story, at: int) -> bool:
    return _ORGANISED.search(story.low, max(0, at - 20), at) is not None


def _balanced(low: str, start: int, end: int) -> int:
    """Where the name ends before a bracket that it does not open, or does not close."""
    opened = low.find("(", start, end)
    closed = low.find(")", start, end)
    if closed >= 0 and not 0 <= opened < closed:
        end = closed
    elif opened >= 0 and closed < 0:
        end = opened
    return end - (low[end - 1 : end] == " ")


def _printed(story: Story, at: int, found: re.Match[str] | None) -> str | None:
    """What the one group that took part says, as it is printed."""
    if found is None or found.lastgroup is None:
        return None
    start, stop = found.span(found.lastgroup)
    return story.text[at + start : at + stop]
