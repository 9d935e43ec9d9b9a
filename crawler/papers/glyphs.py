"""The characters of a PDF page in, its lines out: spaces by distance, lines by height, cells by wide gaps."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as c

from crawler.letters import nfc
from crawler.papers.line import Line, Page

MOST_LETTERS = 60_000  # of one page; a newspaper's page has 15,000
SPACE = (
    0.12  # of the letters' size: words of Vietnamese gazettes stand .2 and more apart, pieces of a word under .05
)
GAP = 0.9  # the same, from which a cell of a table ends: none between .6 and 5 in the gazettes
GAP_AFTER_SPACE = 1.4  # spaces of justified lines grow to 1.0 in narrow cells
GAP_AFTER_NUMBER = 1.05  # the number of a row stands in a narrow cell
GAP_AFTER_MARK = 4.0  # the mark of an item is set apart by a tab
_HYPHEN = 2  # what pdfium gives for a hyphen at a line's end
_MARK = re.compile(r"[-–+•*]|(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]")
_NO_LETTER = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class _Growing:
    """The line that is being put together."""

    letters: list[_Letter] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    def takes(self, letter: _Letter) -> bool:
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

    def add(self, letter: _Letter) -> None:
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
        text = nfc("".join(self.parts)).strip()
        if not text:
            return None
        base, size = _usual(self.letters)
        return Line(
            text, min(one.left for one in self.letters), max(one.right for one in self.letters), base, size
        )


def read_page(page: pdfium.PdfPage) -> Page:
    """Lines in the order in which the file draws them, which is that of reading in all that programs write."""
    textpage = page.get_textpage()
    try:
        count = min(textpage.count_chars(), MOST_LETTERS)
        codes = [c.FPDFText_GetUnicode(textpage, at) for at in range(count)]
        turned = _by_turn(textpage, codes, frame=_frame(page))
    finally:
        textpage.close()
    main = max(turned, key=lambda turn: len(turned[turn]), default=0)
    return Page(
        tuple(_lines(turned.pop(main, []))),
        aside=tuple(line.text for turn in sorted(turned) for line in _lines(turned[turn])),
        lost=sum(code in _NO_LETTER or 0xE000 <= code <= 0xF8FF for code in codes),
    )


def _frame(page: pdfium.PdfPage) -> tuple[float, float]:
    """Width and height of the page before it is turned for viewing."""
    width, height = page.get_size()
    return (width, height) if page.get_rotation() in {0, 180} else (height, width)


def _by_turn(
    textpage: pdfium.PdfTextPage, codes: list[int], *, frame: tuple[float, float]
) -> dict[int, list[_Letter]]:
    """Letters by the quarter turns in which they stand against the page's own axes."""
    turned: dict[int, list[_Letter]] = {}
    box, x, y = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for at, code in enumerate(codes):
        if code in _NO_LETTER or code in {10, 13}:
            continue
        if code == 32 and c.FPDFText_IsGenerated(textpage, at) == 1:
            continue
        if not c.FPDFText_GetLooseCharBox(textpage, at, box):
            continue
        c.FPDFText_GetCharOrigin(textpage, at, x, y)
        turn = round(c.FPDFText_GetCharAngle(textpage, at) / (math.pi / 2)) % 4
        letter = _placed("-" if code == _HYPHEN else _char(code), box, (x.value, y.value), turn, frame)
        turned.setdefault(turn, []).append(letter)
    return turned


def _lines(letters: list[_Letter]) -> Iterator[Line]:
    growing = _Growing()
    for letter in letters:
        if not letter.text.isspace() and not growing.takes(letter):
            if line := growing.line():
                yield line
            growing = _Growing()
        growing.add(letter)
    if line := growing.line():
        yield line


def _placed(
    text: str, box: c.FS_RECTF, origin: tuple[float, float], turn: int, frame: tuple[float, float]
) -> _Letter:
    """The letter as one sees it who turns the page so that its text stands upright."""
    one = _turned((box.left, box.bottom), turn, frame)
    other = _turned((box.right, box.top), turn, frame)
    _, base = _turned(origin, turn, frame)
    return _Letter(text, min(one[0], other[0]), max(one[0], other[0]), base, abs(one[1] - other[1]) or 1.0)


def _turned(point: tuple[float, float], turn: int, frame: tuple[float, float]) -> tuple[float, float]:
    x, y = point
    width, height = frame
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turn]


def _char(code: int) -> str:
    """Surrogates, which broken files hold, are no text."""
    return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def _usual(letters: list[_Letter]) -> tuple[float, float]:
    """Base and size of the most letters: not those of a footnote's digit."""
    (found, _) = Counter((round(one.base, 1), round(one.size, 1)) for one in letters).most_common(1)[0]
    return found
