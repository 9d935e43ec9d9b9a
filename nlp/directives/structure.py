"""An official text in, its parts out: preamble, chapters, articles, clauses, points, signature, list, annexes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.article import Article
from crawler.extract.signature import read_signatures
from nlp.directives.anchors import named
from nlp.directives.outline import Outline, Part
from nlp.directives.recipients import read_recipients
from nlp.directives.spans import Span, starts_of
from nlp.normalize import standard

_PREAMBLE = re.compile(r"[*_ ]{0,4}Căn cứ\s")
_BASES = re.compile(r"[*_ ]{0,4}(?:Căn cứ|Theo|Xét|Thực hiện|Trên cơ sở|Sau khi)\s")


@dataclass(frozen=True, slots=True)
class Structure:
    """Spans are in the text; None for what it doesn't have."""

    preamble: Span | None
    parts: tuple[Part, ...]  # in the order of the text
    signature: Span | None
    recipients: Span | None


def structure_of(article: Article) -> Structure | None:
    """None for what is no official text."""
    if article.kind != "document":
        return None
    return read_structure(article.text, len(article.text) - len(article.body))


def read_structure(text: str, start: int = 0) -> Structure:
    """Of an article's text, whose body begins at `start`.  What it quotes is none of its own parts."""
    lines = standard(text[start:]).split("\n")
    starts = starts_of(lines, start)
    signatures = read_signatures(lines)
    sent = read_recipients(lines, signatures)
    ends = [one.first for one in signatures[:1]] + ([sent.first] if sent else [])
    parts = named(Outline(lines, starts, min(ends, default=len(lines))).read())
    return Structure(
        preamble=_preamble(lines, starts, parts[0].start if parts else len(text)),
        parts=parts,
        signature=(starts[signatures[0].first], starts[signatures[-1].last + 1] - 1) if signatures else None,
        recipients=(starts[sent.first], starts[sent.last + 1] - 1) if sent else None,
    )


def _preamble(lines: Sequence[str], starts: Sequence[int], before: int) -> Span | None:
    """From the first "Căn cứ …" to the last line that says on what the text rests."""
    bases = [at for at, line in enumerate(lines) if starts[at] < before and _BASES.match(line)]
    first = next((at for at in bases if _PREAMBLE.match(lines[at])), None)
    return None if first is None else (starts[first], starts[bases[-1] + 1] - 1)
