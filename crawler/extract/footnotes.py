"""The lines of a page in, its text and the notes at its foot, which are numbered through all pages, out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

MOST = 12  # notes of one page that may have been missed before it
FOOTNOTE = re.compile(r"(?P<number>\d{1,3})\s+(?=[“\"]?[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Foot:
    """`last` is the number of the last note up to here."""

    lines: tuple[str, ...]
    last: int


def part(lines: Sequence[str], *, after: int, goes_on: bool = False) -> tuple[Sequence[str], Foot]:
    """The page's text without the empty lines at its ends, and its notes from number `after` + 1 on.

    Notes begin behind an empty line, with a number that a word of the page bears: "Luật Bảo hiểm xã hội1."; or in
    the middle of a sentence or a quotation if the page before broke off in its notes, which then `goes_on`.
    """
    body = _trimmed(lines)
    marked = _marks(body, after)
    starts = [at for at in range(1, len(body)) if body[at] and not body[at - 1]]
    first = next(
        (at for at in starts if (note := FOOTNOTE.match(body[at])) and int(note["number"]) in marked), None
    )
    if goes_on:
        before = [at for at in starts if first is None or at < first]
        first = next((at for at in reversed(before) if _goes_on(body, at, first)), first)
    if first is None:
        return body, Foot((), after)
    foot = tuple(line for line in body[first:] if line)
    return _trimmed(body[:first]), Foot(foot, _last(foot, after))


def is_open(lines: Sequence[str]) -> bool:
    """Whether a quotation of new wording is not closed."""
    return sum(line.count("“") - line.count("”") for line in lines) > 0


def _goes_on(body: Sequence[str], at: int, until: int | None) -> bool:
    """Whether the line stands in the middle of a sentence that is not its page's, or closes a quotation there."""
    before = next(line for line in reversed(body[:at]) if line)
    closes = sum(line.count("”") - line.count("“") for line in body[at:until]) > 0
    return closes or (body[at][0].islower() and before[-1] in ".;:”")


def _marks(lines: Sequence[str], after: int) -> frozenset[int]:
    """Numbers of the next notes that stand glued to a word."""
    glued = re.compile(r"[^\W\d_][.,;:)”]?\[?(\d{1,3})\]?(?![\d/\w])")
    found = {int(one[1]) for line in lines for one in glued.finditer(line)}
    return frozenset(number for number in found if after < number <= after + MOST)


def _last(foot: Sequence[str], after: int) -> int:
    for line in foot:
        found = FOOTNOTE.match(line)
        if found and int(found["number"]) == after + 1:
            after += 1
    return after


def _trimmed(lines: Sequence[str]) -> Sequence[str]:
    full = [at for at, line in enumerate(lines) if line]
    return lines[full[0] : full[-1] + 1] if full else ()
