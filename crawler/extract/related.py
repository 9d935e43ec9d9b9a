"""Lines of a text in; its article's lines and captions out, without boxes, buttons and texts of pictures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crawler.extract.blocks import key
from crawler.extract.caption import LONGEST as LONGEST_CAPTION
from crawler.extract.caption import is_credited
from crawler.extract.lines import Line, is_alt, is_doubled, is_prose
from crawler.extract.residue import is_residue, opens_others

ENOUGH = 3  # paragraphs of prose behind which a box of other articles ends the text
SHORTEST_ALT = 20  # letters; cells of tables repeat too
PARTED = 1 / 3  # share of lines behind an empty one, from which empty lines part the paragraphs
_ALT_PREFIX = re.compile(r"(?:[a-z0-9]+ ){5,}(?=[^a-z0-9\s])")
_TEASER = re.compile(r"(?:\.\.\.|…)$")

Kind = Literal["text", "caption", "link", "picture", "button"]


@dataclass(frozen=True, slots=True)
class Stripped:
    """`captions` stand with the number of lines before them."""

    lines: tuple[str, ...]
    captions: tuple[tuple[int, str], ...]


def strip(lines: Sequence[Line]) -> Stripped:
    """Lines of the article, and its captions.

    Dropped are the links to other articles that plain text shows as a title printed twice on one line, with the
    lead under it; titles behind a picture's text without accents; boxes ("Tin liên quan" …); buttons.
    """
    judge = _Judge(_cut(lines))
    kept: list[str] = []
    captions: list[tuple[int, str]] = []
    for at, line in enumerate(judge.lines):
        kind = judge.kind(at)
        if kind == "text":
            kept.append(line.text)
        elif kind == "caption":
            captions.append((len(kept), line.text))
    return Stripped(tuple(kept), tuple(captions))


class _Judge:
    """Says of each line, in order, what it is; the line before it tells part of it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.parted = sum(line.apart for line in lines) > PARTED * len(lines)
        counts = Counter(key(line.text) for line in lines)
        self.often = {mark for mark, count in counts.items() if count > 2 and len(mark) >= SHORTEST_ALT}
        self.before: Kind = "text"

    def kind(self, at: int) -> Kind:
        line = self.lines[at]
        if at and line.text == self.lines[at - 1].text:
            return "button"
        self.before = self._of_itself(line.text) or self._by_its_place(at)
        return self.before

    def _of_itself(self, text: str) -> Kind | None:
        if is_residue(text):
            return "button"
        if is_doubled(text) or _ALT_PREFIX.match(text):
            return "link"
        if is_alt(text) or key(text) in self.often:  # the title stands as every picture's text
            return "picture"
        return None

    def _by_its_place(self, at: int) -> Kind:
        line = self.lines[at]
        under = self.parted and not line.apart
        if self.before == "link" and (_TEASER.search(line.text) or (under and is_prose(line.text))):
            return "link"
        if len(line.text) > LONGEST_CAPTION:
            return "text"
        if (
            is_credited(line.text)
            or (under and self.before == "picture")
            or (self.parted and self._over_caption(at))
        ):
            return "caption"
        return "text"

    def _over_caption(self, at: int) -> bool:
        """Whether the line is a picture's text, with a caption under it that says the same or bears a credit."""
        if at == 0 or at + 1 == len(self.lines) or self.lines[at + 1].apart:
            return False  # what opens the text is its title
        line, following = self.lines[at], self.lines[at + 1].text
        return following == line.text or (line.apart and is_credited(following) and not is_prose(line.text))


def _cut(lines: Sequence[Line]) -> Sequence[Line]:
    """Without what follows the heading of a box of other articles, once enough of the text stands before it."""
    prose = 0
    for at, line in enumerate(lines):
        if opens_others(line.text) and prose >= ENOUGH:
            return lines[:at]
        prose += is_prose(line.text)
    return lines
