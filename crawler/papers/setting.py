"""Letters with their places in, the lines that they form out: spaces by distance, cells by wide gaps."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from crawler.letters import nfc
from crawler.papers.line import Letter, Line

SPACE = 0.12  # of the letters' size: words of gazettes stand .2 and more apart, pieces of a word under .05
GAP = 0.9  # the same, from which a cell of a table ends: none between .6 and 5 in the gazettes
GAP_AFTER_SPACE = 1.4  # spaces of justified lines grow to 1.0 in narrow cells
GAP_AFTER_NUMBER = 1.05  # the number of a row stands in a narrow cell
GAP_AFTER_MARK = 4.0  # the mark of an item is set apart by a tab
LEVEL = 0.05  # of the size, by which letters of one line may differ in height
_MARK = re.compile(r"[-–+•*]|(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]")
_BULLET = re.compile(r"^[\uf02d\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc](?=\s)")  # as symbol fonts have them


def set_lines(letters: Sequence[Letter]) -> Iterator[Line]:
    """Lines in the order in which their letters are drawn."""
    growing = _Growing()
    for letter in _in_order(letters):
        if not letter.text.isspace() and not growing.takes(letter):
            if line := growing.line():
                yield line
            growing = _Growing()
        growing.add(letter)
    if line := growing.line():
        yield line


def _in_order(letters: Sequence[Letter]) -> Iterator[Letter]:
    """The letters, those of one height from left to right.

    Letters that a font lacks are taken from another, and some programs draw them after the rest of their line.
    """
    level: list[Letter] = []
    for letter in letters:
        if level and unicodedata.combining(letter.text[0]):
            last = level.pop()
            level.append(replace(last, text=last.text + letter.text, right=max(last.right, letter.right)))
            continue
        if level and abs(letter.base - level[-1].base) > LEVEL * letter.size:
            yield from sorted(level, key=lambda one: one.left)
            level = []
        level.append(letter)
    yield from sorted(level, key=lambda one: one.left)


@dataclass(slots=True)
class _Growing:
    """The line that is being put together."""

    letters: list[Letter] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def takes(self, letter: Letter) -> bool:
        if not self.letters:
            return True
        last = self.letters[-1]
        size = max(last.size, letter.size)
        gap = letter.left - last.right
        widest = self._widest_gap()
        return abs(letter.base - last.base) <= 0.6 * size and -size <= gap <= widest * size

    def _widest_gap(self) -> float:
        if not self.parts[-1].isspace():
            return GAP
        if len(self.parts) > 5:
            return GAP_AFTER_SPACE
        before = "".join(self.parts).strip()
        return GAP_AFTER_MARK if _MARK.fullmatch(before) else GAP_AFTER_NUMBER

    def add(self, letter: Letter) -> None:
        if letter.text.isspace():
            if self.letters and not self.parts[-1].isspace():
                self.parts.append(" ")
            return
        if self.letters and not self.parts[-1].isspace():
            gap = letter.left - self.letters[-1].right
            if gap > SPACE * max(letter.size, self.letters[-1].size):
                self.parts.append(" ")
        self.letters.append(letter)
        self.parts.append(letter.text)

    def line(self) -> Line | None:
        text = _BULLET.sub("-", nfc("".join(self.parts)).strip())
        if not text:
            return None
        base, size = _usual(self.letters)
        return Line(
            text, min(one.left for one in self.letters), max(one.right for one in self.letters), base, size
        )


def _usual(letters: list[Letter]) -> tuple[float, float]:
    """Base and size of the most letters: not those of a footnote's digit."""
    (found, _) = Counter((round(one.base, 1), round(one.size, 1)) for one in letters).most_common(1)[0]
    return found
