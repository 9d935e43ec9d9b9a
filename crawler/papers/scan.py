"""The picture of a page in, its lines out, as the program `tesseract` reads them."""

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from statistics import median

from crawler.article import Rejected
from crawler.letters import nfc
from crawler.papers import program
from crawler.papers.line import Line, Page
from crawler.papers.slips import mend

LANGUAGE = "vie"
SECONDS = 60.0  # for one page; a full page takes 2 to 6 s
GAP = 2.2  # heights of the letters between two words, from which they stand in two columns
LEAST_SURE = 5.0  # per cent, under which a "word" is a stain; true words were read at 15
_WORD = "5"  # the level of words in tesseract's tables
# What is none of these tesseract takes for a list of files to read.
_PICTURE = re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|II\*\0|MM\0\*|RIFF.{4}WEBP|P5\s", re.DOTALL)


def read_scan(picture: bytes) -> tuple[Page, ...]:
    """The pages of a picture (PNG, JPEG, TIFF, WebP, PGM).

    Raises Rejected: "needs-tesseract", "needs-tesseract-vie", "damaged" or "timeout".
    """
    if not _PICTURE.match(picture):
        raise Rejected("damaged", ("no picture",))
    command = (_tesseract(), "stdin", "stdout", "-l", LANGUAGE, "tsv")
    done = program.run(command, reading=picture, seconds=SECONDS, environment={"OMP_THREAD_LIMIT": "1"})
    if done.returncode != 0:
        raise Rejected("damaged", (_last_line(done.stderr),))
    words = [line.split("\t") for line in done.stdout.decode("utf-8", errors="replace").splitlines()[1:]]
    words = [word for word in words if len(word) == 12 and word[0] == _WORD and float(word[10]) >= LEAST_SURE]
    return tuple(Page(_even(_lines(list(page)))) for _, page in groupby(words, key=lambda word: word[1]))


def can_read() -> bool:
    """Whether scans can be read on this machine."""
    return program.find("tesseract") is not None and LANGUAGE in _languages()


def _tesseract() -> str:
    if (path := program.find("tesseract")) is None:
        raise Rejected("needs-tesseract")
    if LANGUAGE not in _languages():
        raise Rejected("needs-tesseract-vie")
    return path


@functools.cache
def _languages() -> frozenset[str]:
    path = program.find("tesseract") or "tesseract"
    return frozenset(program.run((path, "--list-langs"), seconds=10.0).stdout.decode().split())


def _lines(words: list[list[str]]) -> Iterator[Line]:
    for _, line in groupby(words, key=lambda word: (word[2], word[3], word[4])):
        yield from _cells([_word(word) for word in line if word[11].strip()])


def _even(lines: Iterator[Line]) -> tuple[Line, ...]:
    """The lines, all of the common size with just that: what was measured is ink, with accents or without."""
    measured = tuple(lines)
    usual = median(line.size for line in measured) if measured else 1.0
    return tuple(replace(line, size=usual) if 0.6 < line.size / usual < 1.6 else line for line in measured)


def _cells(words: list[Line]) -> Iterator[Line]:
    """The words of a line, joined to one, or to several where wide gaps part them."""
    if not words:
        return
    size, base = median(word.size for word in words), median(word.base for word in words)
    cell: list[Line] = []
    for word in words:
        if cell and word.left - cell[-1].right > GAP * size:
            yield _joined(cell, base, size)
            cell = []
        cell.append(word)
    yield _joined(cell, base, size)


def _joined(words: list[Line], base: float, size: float) -> Line:
    return Line(mend(" ".join(word.text for word in words)), words[0].left, words[-1].right, base, size)


def _word(word: list[str]) -> Line:
    left, top, width, height = map(int, word[6:10])
    return Line(nfc(word[11].strip()), left, left + width, -(top + height), height)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", errors="replace").split("\n")
    return next((line.strip()[:200] for line in reversed(lines) if line.strip()), "")
