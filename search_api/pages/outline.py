"""The parts of an official text in, its table of contents out."""

from dataclasses import dataclass

from nlp.directives.structure import Structure

SHOWN = {"phụ lục": 0, "phần": 0, "chương": 1, "mục": 2, "tiểu mục": 3, "điều": 4}  # how far each is set in
WITHOUT_ARTICLES = SHOWN | {"khoản": 3}
LONGEST = 120  # letters of a heading
OPEN = 40  # entries up to which the table stands open


@dataclass(frozen=True, slots=True)
class Entry:
    label: str
    heading: str
    anchor: str
    depth: int


@dataclass(frozen=True, slots=True)
class Contents:
    entries: tuple[Entry, ...]

    @property
    def is_open(self) -> bool:
        return len(self.entries) <= OPEN


def contents(structure: Structure | None) -> Contents | None:
    """Down to articles; of a text without them, as the Party's are, down to what is numbered 1, 2, 3."""
    if structure is None:
        return None
    shown = SHOWN if any(one.level == "điều" for one in structure.parts) else WITHOUT_ARTICLES
    entries = tuple(
        Entry(_label(one.level, one.number), _cut(one.heading or ""), one.anchor, shown[one.level])
        for one in structure.parts
        if one.level in shown and not (one.level == "khoản" and "." in one.number)
    )
    return Contents(entries) if len(entries) > 1 else None


def _label(level: str, number: str) -> str:
    if level == "khoản" or (level == "mục" and not number.isdigit()):
        return f"{number}."
    return f"{level.capitalize()} {number}".strip()


def _cut(heading: str) -> str:
    return heading if len(heading) <= LONGEST else f"{heading[:LONGEST].rsplit(' ', 1)[0]} …"
