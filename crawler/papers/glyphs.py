"""A PDF page in, its letters with their places, and the lines that they form, out."""

import ctypes
import math

import pypdfium2 as pdfium
import pypdfium2.raw as c

from crawler.papers.line import Letter, Page
from crawler.papers.setting import set_lines

MOST_LETTERS = 60_000  # of one page; a newspaper's page has 15,000
LINE = 1.1  # heights of a line set solid, in those of its letters
_HYPHEN = 2  # what pdfium gives for a hyphen at a line's end
_NO_LETTER = frozenset({0, 0xFFFD, 0xFFFE, 0xFFFF})


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
        tuple(set_lines(turned.pop(main, []))),
        aside=tuple(line.text for turn in sorted(turned) for line in set_lines(turned[turn])),
        lost=sum(map(_is_lost, codes)),
    )


def _is_lost(code: int) -> bool:
    """Whether the file gives no character; fonts of before Unicode and of symbols use U+F020 to U+F0FF."""
    return code in _NO_LETTER or 0xE000 <= code < 0xF020 or 0xF100 <= code <= 0xF8FF


def _frame(page: pdfium.PdfPage) -> tuple[float, float]:
    """Width and height of the page before it is turned for viewing."""
    width, height = page.get_size()
    return (width, height) if page.get_rotation() in {0, 180} else (height, width)


def _by_turn(
    textpage: pdfium.PdfTextPage, codes: list[int], *, frame: tuple[float, float]
) -> dict[int, list[Letter]]:
    """Letters by the quarter turns in which they stand against the page's own axes."""
    turned: dict[int, list[Letter]] = {}
    for at, code in enumerate(codes):
        if code in _NO_LETTER or code in {10, 13}:
            continue
        if code == 32 and c.FPDFText_IsGenerated(textpage, at) == 1:
            continue
        turn = round(c.FPDFText_GetCharAngle(textpage, at) / (math.pi / 2)) % 4
        if letter := _letter(textpage, at, "-" if code == _HYPHEN else _char(code), turn=turn, frame=frame):
            turned.setdefault(turn, []).append(letter)
    return turned


def _letter(
    textpage: pdfium.PdfTextPage, at: int, text: str, *, turn: int, frame: tuple[float, float]
) -> Letter | None:
    """The letter as one sees it who turns the page so that its text stands upright."""
    box, x, y, matrix = c.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), c.FS_MATRIX()
    if not c.FPDFText_GetLooseCharBox(textpage, at, box):
        return None
    c.FPDFText_GetCharOrigin(textpage, at, x, y)
    c.FPDFText_GetMatrix(textpage, at, matrix)
    corners = (box.left, box.bottom), (box.right, box.top)
    left, right = sorted(_turned(corner, turn, frame)[0] for corner in corners)
    # Boxes are of no use for the size: where a font tells no height they are as high as the ink.
    size = LINE * c.FPDFText_GetFontSize(textpage, at) * math.hypot(matrix.c, matrix.d)
    return Letter(text, left, right, _turned((x.value, y.value), turn, frame)[1], size or 1.0)


def _turned(point: tuple[float, float], turn: int, frame: tuple[float, float]) -> tuple[float, float]:
    x, y = point
    width, height = frame
    return ((x, y), (height - y, x), (width - x, height - y), (y, width - x))[turn]


def _char(code: int) -> str:
    """Surrogates, which broken files hold, are no text."""
    return chr(code) if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"
