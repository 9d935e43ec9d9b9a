"""The lines of an official text in, the parts that they open, one after the other and in each other, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nlp.directives.headings import heading_of
from nlp.directives.quoted import quoted
from nlp.directives.units import Unit, unit_of

GAP = 3  # articles, clauses or points in a row that may be lost, as when a page is
ANNEX_LINES = 8  # from an annex's title on, in which it says to what it belongs
ANNEX_LONGEST = 120  # letters of the line that opens one
_ANNEX_TITLE = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|NỘI QUY|HƯỚNG DẪN|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH|DANH MỤC|PHƯƠNG ÁN|CHIẾN LƯỢC"
    r"|QUY HOẠCH)(?!\w)"
)
_BELONGS = re.compile(r"\(?\s?(?:ban hành\s)?kèm theo\s", re.IGNORECASE)
_AS_FOLLOWS = re.compile(r"như sau\s?[:.]?\Z", re.IGNORECASE)
_CHANGES = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế|huỷ bỏ|đính chính", re.IGNORECASE)
_ORDERS = re.compile(r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Huỷ bỏ)(?!\w)")
_NUMBERED = ("khoản", "điểm")
_BULLETS = ("gạch đầu dòng", "dấu cộng")


@dataclass(frozen=True, slots=True)
class Part:
    """`text[start:end]` is the whole of it, with the parts in it; `parent` is the place of the one above it."""

    level: str  # one of LEVELS
    number: str  # as printed; "" where it has none
    heading: str | None
    start: int
    end: int
    parent: int | None = None
    anchor: str = ""  # a name that no other part of the text bears: "dieu-5-khoan-2"


@dataclass(slots=True)
class _Open:
    """A part that is not yet ended, and the last numbers of each level in it.  The text itself is number None."""

    part: int | None
    rank: tuple[int, int]
    level: str = ""
    number: str = ""
    last: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Outline:
    """`starts` are the lines' places in the text; from line number `until` on there are annexes alone."""

    lines: Sequence[str]
    starts: Sequence[int]
    until: int
    parts: list[Part] = field(default_factory=list)
    _stack: list[_Open] = field(default_factory=lambda: [_Open(None, (-1, 0))])
    _end: int = 0  # of the last line that holds something
    _first: int = 1  # number of the first article
    _articles: bool = False
    _loose: bool = False  # in new wording that no marks enclose

    def read(self) -> tuple[Part, ...]:
        inside = quoted(self.lines)
        units = {at: unit for at, line in self._full() if (unit := unit_of(line))}
        numbers = [
            one.value for at, one in units.items() if one.level == "điều" and at < self.until and at not in inside
        ]
        self._articles = bool(numbers)
        self._first = 1 if 1 in numbers[: 2 * GAP] or not numbers else numbers[0]
        for at, line in self._full():
            self._read(at, line, units.get(at), quotes=at in inside)
            self._end = self.starts[at] + len(self.lines[at].rstrip())
        self._close((-1, 0))
        return tuple(self.parts)

    def _full(self) -> Iterator[tuple[int, str]]:
        return ((at, plain) for at, line in enumerate(self.lines) if (plain := line.strip()))

    def _read(self, at: int, line: str, unit: Unit | None, *, quotes: bool) -> None:
        if at == self.until:
            self._close((-1, 0))
        annex = None if quotes else self._annex(at, line, unit)
        if quotes and unit and not _ORDERS.match(unit.rest):
            unit = None  # unless a mark is lost: no new wording orders changes itself
        if annex:
            self._begin(annex, at)
        elif unit and (at < self.until or self._stack[0].part is not None):
            unit = self._understood(unit)
            if self._fits(unit, line):
                self._begin(unit, at)
            else:
                unit = None
        self._loose = not quotes and (
            bool(_AS_FOLLOWS.search(line) and _CHANGES.search(line[-400:]))
            or (self._loose and not (annex or unit))
        )

    def _annex(self, at: int, line: str, unit: Unit | None) -> Unit | None:
        """The unit of an annex that begins here: it says that it is one, or to which document it belongs."""
        if len(line) > ANNEX_LONGEST or (at < self.until < len(self.lines)):
            return None
        if unit and unit.level == "phụ lục":
            return unit if line[:7].isupper() or not unit.rest or at >= self.until else None
        if at < self.until or not _ANNEX_TITLE.match(line) or self._begun_near(at):
            return None
        near = [one for one in self.lines[at + 1 : at + 2 * ANNEX_LINES] if one.strip()][:ANNEX_LINES]
        return Unit("phụ lục", "", 0, line, 0, named=True) if any(map(_BELONGS.match, near)) else None

    def _begun_near(self, at: int) -> bool:
        """Whether the annex has just begun: "PHỤ LỤC" stands above its title."""
        last = self.parts[-1] if self.parts else None
        return last is not None and last.level == "phụ lục" and last.start >= self.starts[max(0, at - ANNEX_LINES)]

    def _understood(self, unit: Unit) -> Unit:
        """In an article "12.5" is clause 12 with the footnote 5, unless clause 12 is open."""
        if unit.level != "khoản" or "." not in unit.number or not self._articles:
            return unit
        above, _, _ = unit.number.rpartition(".")
        if any(one.level == "khoản" and one.number == above for one in self._stack):
            return unit
        return replace(unit, number=above, value=int(above)) if above.isdigit() else unit

    def _fits(self, unit: Unit, line: str) -> bool:
        """Whether the unit goes on where the ones before it left off."""
        within = next(one for one in reversed(self._stack) if one.rank < unit.rank)
        if self._loose and unit.level != "điều" and not _CHANGES.search(line[:300]):
            return False
        if not unit.named and not self._is_numbered_here(unit):
            return False
        if unit.level in _BULLETS:
            return True
        root = self._stack[0]
        if unit.level == "điều":
            return self._follows(
                unit, root.last.get(_series(unit), self._first - 1), gap=0 if self._loose else GAP
            )
        last = within.last.get(_series(unit), 0)
        if unit.level in _NUMBERED:
            return self._follows(unit, last, gap=GAP)
        return unit.value == 1 or self._follows(unit, max(last, root.last.get(_series(unit), 0)), gap=1)

    def _is_numbered_here(self, unit: Unit) -> bool:
        """Whether bare numbers number the text: all of them one without articles, clauses and points an article.

        Forms in annexes have numbers of every kind; romans and what stands under them are parts.
        """
        levels = {one.level for one in self._stack}
        if self._stack[0].part is not None:
            return unit.level in ("mục", "phần") or (
                unit.level in _NUMBERED and bool(levels & {"điều", "mục", "phần"})
            )
        return not self._articles or (unit.level in _NUMBERED and "điều" in levels)

    def _follows(self, unit: Unit, last: int, *, gap: int) -> bool:
        return last < unit.value <= last + 1 + gap or (unit.value == last > 0 and unit.number[-1:].isalpha())

    def _begin(self, unit: Unit, at: int) -> None:
        annex = unit.level == "phụ lục"
        self._close((-1, 0) if annex else unit.rank)
        within = self._stack[-1]
        start = self.starts[at] + len(self.lines[at]) - len(self.lines[at].lstrip())
        heading = heading_of(unit, self.lines, at)
        self.parts.append(Part(unit.level, unit.number, heading, start, start, within.part))
        opened = _Open(len(self.parts) - 1, unit.rank, unit.level, unit.number)
        if annex:
            self._stack = [replace(opened, rank=(-1, 0))]
            self._first = 1
            return
        for one in (within, self._stack[0]):
            one.last[_series(unit)] = unit.value
        self._stack.append(opened)

    def _close(self, rank: tuple[int, int]) -> None:
        """End what can't hold a unit of the rank; at (-1, 0) everything."""
        while self._stack and self._stack[-1].rank >= rank:
            number = self._stack[-1].part
            if number is None:
                break
            self.parts[number] = replace(self.parts[number], end=self._end)
            self._stack.pop()
        if not self._stack:
            self._stack.append(_Open(None, (-1, 0)))


def _series(unit: Unit) -> str:
    """Whose numbers follow one another; 1.1 and 1.2 are another series than 1 and 2."""
    return f"{unit.level}{unit.number.count('.')}{unit.named}"
