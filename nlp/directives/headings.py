"""The line that opens a unit of an official text, and the lines under it, in; its heading out."""

from collections.abc import Sequence

from nlp.directives.units import Unit, unit_of

MOST = 4  # lines of a heading in capitals
LONGEST = 300  # letters; what is longer is text
_TEXT = (".", ":", ";", ",")  # in which text ends, and no heading


def heading_of(unit: Unit, lines: Sequence[str], at: int) -> str | None:
    """None where text stands behind the number at once: "Điều 1. Phê duyệt Đề án …, gồm:"."""
    if unit.level in ("phụ lục", "phần", "chương", "mục", "tiểu mục"):
        below = [] if unit.rest and not unit.rest.isupper() else _below(lines, at, unit)
        return " ".join([*([unit.rest] if unit.rest else []), *below])[:LONGEST] or None
    rest = unit.rest
    return rest if rest and len(rest) < LONGEST and not rest.endswith(_TEXT) else None


def _below(lines: Sequence[str], at: int, unit: Unit) -> list[str]:
    """The lines in capitals; where none is, one short line."""
    found: list[str] = []
    for line in lines[at + 1 : at + 2 + 2 * MOST]:
        plain = line.strip(" *_")
        if not plain:
            continue
        if len(found) == MOST or unit_of(plain) or plain.startswith("(") or len(plain) > LONGEST:
            break
        if plain.isupper():
            found.append(plain)
            continue
        if not found and not unit.rest and not plain.endswith(_TEXT):
            found.append(plain)
        break
    return found
