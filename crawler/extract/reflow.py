"""The pages of a text that was set in lines in, its paragraphs out: broken sentences are whole again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from crawler.extract.footnotes import FOOTNOTE, Foot, is_open, part

SET = 0.1  # share of lines that break off in a sentence, from which a text was set in lines
PROSE = 30  # letters from which a line is counted there
NARROW = 0.6  # of the width; what is shorter is a heading, a cell or the end of a paragraph
FULL = 0.92  # of the width that a line and the next word fill where the line had to break
CELLS = 0.75  # of the text's width, below which a page's lines are cells of a table
SHORT = 0.7  # of the width; the second line of a heading
_LOWER = r"a-zđà-öø-ÿăĩũơưạ-ỹ"
_BREAKS_OFF = re.compile(r"[\w,]$")
_GOES_ON = re.compile(rf"[{_LOWER}\d,.;)%”(]")
_ENDS = re.compile(r"(?:[.;:!?…][”\"’)\]]*|(?<!\d)[.;:][”\"]?\[?\d{1,3}\]?)$|[.;:]?”\d{0,3}$")
_UNIT = re.compile(
    r"[“\"]?(?:(?:Điều\s+\d+[a-zđ]?|Chương\s+[IVXLC\d]+|Phần\s+thứ\s+\S+|(?:Mục|Tiểu mục)\s+\d+|Phụ lục\s+\S+)"
    r"\s?(?:[.:]|$)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]\s|[IVX]{1,5}\.\s|[a-zđ]{1,2}\)\s|\(\d{1,2}\)\s|[+•*–-]\s"
    r"|\[\d{1,3}\]\s|Căn cứ\s|Nơi nhận\s?:|(?:TM|KT|TL|TUQ)\s?\.\s)"
)
_DASH = re.compile(r"[–-]\s")
_HEADING = re.compile(r"[“\"]?(?:Điều\s+\d+|Chương\s|Mục\s|Phần\s)")
_NAMES_UNIT = re.compile(
    r"(?:khoản|điểm|điều|số|ngày|tháng|năm|mục|chương|và|hoặc|tại|của|theo|,)$", re.IGNORECASE
)
_CUT_NUMBER = re.compile(r"\d\S*[/-]$")  # "41/2026/TT-", which goes on in the next line


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is being put together, and the notes that wait for its end."""

    parts: list[str] = field(default_factory=list)
    last: str = ""  # the line that was joined last
    notes: list[str] = field(default_factory=list)

    def accepts(self, line: str, width: int) -> bool:
        return bool(self.parts) and goes_on(self.last, line, width, heads=len(self.parts) == 1)

    def join(self, line: str) -> None:
        self.parts.append(line if not self.parts or _CUT_NUMBER.search(self.last) else f" {line}")
        self.last = line

    def take(self) -> Iterator[str]:
        if self.parts:
            yield "".join(self.parts)
        yield from self.notes
        self.parts, self.last, self.notes = [], "", []


def reflow(pages: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Paragraphs of the pages' lines, of which empty ones part paragraphs; lines that are paragraphs stay so.

    A sentence that ends with its line is never joined to the next: whether a paragraph ends there can't be known.
    Notes at a page's foot follow the paragraph that goes on in the next page.
    """
    stripped = [[" ".join(line.split()) for line in lines] for lines in pages]
    full = [[line for line in lines if line] for lines in stripped]
    width = width_of([line for lines in full for line in lines])
    if width is None:
        return tuple(line for lines in full for line in lines)
    widths = (_own_width(lines, width) for lines in full)
    return tuple(_paragraphs(zip(stripped, widths, strict=True)))


def width_of(lines: Sequence[str]) -> int | None:
    """Letters of a full line, by those that break off in a sentence; None where lines are paragraphs."""
    prose = sum(len(line) >= PROSE for line in lines)
    broken = sorted(len(one) for one, two in pairwise(lines) if _BREAKS_OFF.search(one) and _starts_low(two))
    if len(broken) <= SET * prose:
        return None
    return broken[int(0.9 * (len(broken) - 1))]


def _own_width(lines: Sequence[str], width: int) -> int:
    """Annexes lie across the page; what is much narrower than the text's `width` are cells."""
    own = width_of(lines) or width
    return own if own >= CELLS * width else width


def goes_on(line: str, following: str, width: int, *, heads: bool) -> bool:
    """Whether a paragraph goes on from `line`, which is its first if it `heads` it, in the line `following`."""
    full = len(line) + 1 + len(following.split(" ", 1)[0]) >= FULL * width
    if line.isupper() or (_ENDS.search(line) and not _CUT_NUMBER.search(line)):
        return full and line[-1:] == ";" and _starts_low(following)
    if _UNIT.match(following) and not _is_no_unit(line, following, width):
        return False
    if _GOES_ON.match(following) or _CUT_NUMBER.search(line):
        return len(line) >= NARROW * width
    if not full or (following.isupper() and len(following.split()) > 1):
        return False
    return not (heads and _HEADING.match(line)) or (len(following) < SHORT * width and not _ENDS.search(following))


def _is_no_unit(line: str, following: str, width: int) -> bool:
    """Whether it only looks like one: "… Bộ Lao động" / "- Thương binh và Xã hội", "… tại khoản" / "1. …"."""
    if _DASH.match(following):
        return len(line) + 4 >= FULL * width and _BREAKS_OFF.search(line) is not None and line[-1] != ","
    return _NAMES_UNIT.search(line) is not None


def _starts_low(line: str) -> bool:
    return line[:1].islower() and not _UNIT.match(line)


def _paragraphs(pages: Iterable[tuple[Sequence[str], int]]) -> Iterator[str]:
    now, foot, held = _Paragraph(), Foot((), 0), list[str]()
    for lines, width in pages:
        body, foot = part(lines, after=foot.last, goes_on=bool(held))
        for at, line in enumerate(body):
            if line and now.accepts(line, width):
                now.join(line)
            elif line or at:  # the top of a page parts nothing
                yield from now.take()
                if line:
                    now.join(line)
        held += foot.lines
        if held and not (foot.lines and (_BREAKS_OFF.search(held[-1]) or is_open(held))):
            now.notes += _whole(held, width)
            held = []
    yield from now.take()
    yield from held


def _whole(lines: Sequence[str], width: int) -> Iterator[str]:
    now = _Paragraph()
    for line in lines:
        if now.accepts(line, width) and not FOOTNOTE.match(line):
            now.join(line)
        else:
            yield from now.take()
            now.join(line)
    yield from now.take()
