"""Counts of what is right, false and missed in, rates out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found and is right, what was found and is false, what was not found."""

    right: int
    false: int
    missed: int

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Share:
    part: int
    whole: int

    @property
    def value(self) -> float:
        return self.part / max(1, self.whole)

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)
