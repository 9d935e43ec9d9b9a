"""The lines of an official text in, which of them belong to what it quotes: the new wording of other documents."""

import re
from collections.abc import Iterator, Sequence

LONGEST = 3000  # lines of one quotation; the new wording of a whole chapter takes 1,100
_OPENS = "“‘«"
_CLOSES = "”’»"
_CLOSING = re.compile(r"[”’»\"][.;,:]?\s?(?:\[?\d{1,3}\]?)?[.;]?\s*\Z")


def quoted(lines: Sequence[str]) -> frozenset[int]:
    """Numbers of the lines of every quotation that fills lines from their beginning to their end.

    One that is never closed is none: a lost mark must not swallow the text.
    """
    return frozenset(at for start, end in _quotations(lines) for at in range(start, end + 1))


def _quotations(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last lines.  What opens before the one before it is closed takes its place."""
    start, depth, closed = None, 0, None
    for at, line in enumerate(lines):
        open_here = _open_marks(line)
        if (
            line[:1] in _OPENS + '"'
            and line
            and (open_here > 0 or (start is None and _CLOSING.search(line[-20:])))
        ):
            if start is not None and closed is not None:
                yield start, closed
            start, depth, closed = at, 0, None
        if start is None:
            continue
        straight = lines[start][0] == '"'
        depth += 0 if straight else open_here
        if _CLOSING.search(line[-20:]) and len(line) > 1 and (not straight or line.count('"') % 2):
            closed = at
            if depth <= 0:
                yield start, at
                start, closed = None, None
        elif at - start > LONGEST:
            start, closed = None, None
    if start is not None and closed is not None:
        yield start, closed


def _open_marks(line: str) -> int:
    """How many quotations more are opened in the line than closed."""
    if line.startswith('"'):
        return line.count('"') % 2
    return sum(map(line.count, _OPENS)) - sum(map(line.count, _CLOSES))
