"""A text and a place in it in, the sentence that holds the place out."""

import re
from collections.abc import Iterator

REACH = 400  # characters to either side; a longer sentence is cut at a word
_END = re.compile(r"[.!?…][”\"’)\]]*[ \u00a0]+[“\"‘(\[]*(?=\w)|\n")
_ABBREVIATED = re.compile(r"(?<!\w)(?:[A-ZĐ]|TP|TS|ThS|PGS|GS|BS|KS|CN|Tr|No)\.\s*\Z")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence round [start, end); within one line, unless that span itself is not."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    before = [until for _, until in _ends(text, first, start)]
    after = next((until for until, _ in _ends(text, end, last)), None)
    return before[-1] if before else _word_after(text, first), _word_before(text, last) if after is None else after


def _ends(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Where a sentence has ended and where the next begins, for each end in [first, last)."""
    for found in _END.finditer(text, first, last + 1):
        mark = found[0].rstrip('“"‘([ \u00a0') if found[0] != "\n" else ""
        ended = found.start() + len(mark)
        if found.end() <= last and (
            found[0] == "\n"
            or (text[found.end()].isupper() and not _ABBREVIATED.search(text, max(0, ended - 8), ended))
        ):
            yield ended, found.start() + len(found[0].rstrip('“"‘(['))


def _word_after(text: str, at: int) -> int:
    return at if at == 0 else text.find(" ", at, at + 40) + 1 or at


def _word_before(text: str, at: int) -> int:
    space = text.rfind(" ", at - 40, at)
    return at if at == len(text) or space < 0 else space
