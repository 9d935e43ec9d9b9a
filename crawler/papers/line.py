"""Letters and lines of print: what they say, and where on their page they stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, with its accents; its size is the height of a line that is set in its font."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of text without wide gaps.  Coordinates grow to the right and upwards, in units of the page."""

    text: str
    left: float
    right: float
    base: float  # the height on which its letters stand
    size: float  # of the letters

    @property
    def width(self) -> float:
        return self.right - self.left

    def is_level_with(self, other: "Line") -> bool:
        return abs(self.base - other.base) <= 0.5 * max(self.size, other.size)


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in reading order; `lost` counts the letters that the file gives no character for."""

    lines: tuple[Line, ...]
    aside: tuple[str, ...] = ()  # what is printed across the others: heads of pages laid sideways, stamps
    lost: int = 0
