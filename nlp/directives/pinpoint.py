"""A citation's place in, the article, clause or section of the document that is meant out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_REACH = 120  # letters looked at to either side
_ORDER = ("phần", "phụ lục", "chương", "mục", "điều", "khoản", "điểm", "tiết")  # from big to small
_UNITS = {
    "phan": "phần", "phu luc": "phụ lục", "chuong": "chương", "muc": "mục", "dieu": "điều", "khoan": "khoản",
    "diem": "điểm", "tiet": "tiết",
}  # fmt: skip
# For text without accents; letters of points are read from the text itself (đ is not d).
_VALUE = r"(?:\d{1,3}[a-z]?(?:\.\d{1,3}){0,3}|[ivx]{1,5}(?:\.\d{1,3}){0,3}|[a-z])(?![^\W_])"
_ONE = rf"(?:{'|'.join(_UNITS)})[ \n]{{1,3}}{_VALUE}(?:[ ]?(?:,|;|va)[ ]?{_VALUE}){{0,5}}"
_JOIN = r"(?:[ \n]{0,2}(?:,|;)?[ \n]{1,3}(?:va[ \n]|cua[ \n])?|[ \n]{0,2}[,;][ \n]{0,2})"
_RUN = rf"{_ONE}(?:{_JOIN}{_ONE}){{0,6}}"
_BEFORE = re.compile(rf"(?<![^\W_])(?P<all>{_RUN})[ \n]{{0,2}},?[ \n]{{1,3}}(?:(?:cua|tai|theo)[ \n]{{1,3}})?\Z")
_AFTER = re.compile(rf"[ \n]{{0,2}},[ \n]{{0,3}}(?:tai[ \n])?(?P<all>{_RUN})|[ ]?\([ ]?(?P<in>{_RUN})\)")
_ALL = re.compile(rf"(?<![^\W_]){_RUN}")
_VALUES = re.compile(r"[ \n]?(?:[,;]|(?<!\w)và(?!\w))[ \n]?")
_UNIT = re.compile(rf"(?:{'|'.join(_UNITS)})[ \n]")
_NEAR = 40  # letters in which the unit that is next to the citation stands
_EACH = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)})[ \n]{{1,3}}(?P<values>{_VALUE}(?:[ ]?(?:,|;|va)[ ]?{_VALUE}){{0,5}})"
)


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """`text` in normal form, big to small: "điều 5, khoản 2, điểm a"; it stands at [start, end)."""

    text: str
    start: int
    end: int


def pinpoint(text: str, folded: str, start: int, end: int) -> Pinpoint | None:
    """What stands before the citation at [start, end), or else after it."""
    if not _UNIT.search(folded, max(0, start - _NEAR), start) and not _UNIT.search(folded, end, end + _NEAR):
        return None
    first = max(0, start - _REACH)
    window = folded[first:start]
    if found := _BEFORE.search(window):
        at = first + found.start("all")
        return Pinpoint(_normal(text, folded, at, first + found.end("all")), at, first + found.end("all"))
    if found := _AFTER.match(folded, end, end + _REACH):
        group = "all" if found["all"] else "in"
        return Pinpoint(_normal(text, folded, *found.span(group)), *found.span(group))
    return None


def provisions(text: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    """Every place that is named in [start, end), in normal form: "khoản 2, khoản 3 Điều 8" are two places.

    As laws write it, from small to big: what is smaller than the unit before it begins another place.
    """
    named = (place for run in _ALL.finditer(folded, start, end) for place in _places(text, folded, *run.span()))
    return tuple(dict.fromkeys(named))


def _places(text: str, folded: str, start: int, end: int) -> Iterator[str]:
    groups: list[dict[str, str]] = [{}]
    for found in _EACH.finditer(folded, start, end):
        unit, size = _UNITS[found["unit"]], _ORDER.index(_UNITS[found["unit"]])
        if any(size >= _ORDER.index(known) for known in groups[-1]):
            groups.append({})
        groups[-1][unit] = text[slice(*found.span("values"))]
    for group, behind in zip(reversed(groups[:-1]), reversed(groups[1:]), strict=True):
        biggest = min(map(_ORDER.index, group))
        if biggest > _ORDER.index("điều"):  # a clause without an article: of the one that stands behind it
            group |= {unit: value for unit, value in behind.items() if _ORDER.index(unit) < biggest}
    for group in groups:
        smallest = max(group, key=_ORDER.index)
        above = [f"{unit} {group[unit]}" for unit in sorted(group, key=_ORDER.index) if unit != smallest]
        yield from (", ".join([*above, f"{smallest} {one}"]) for one in _VALUES.split(group[smallest]))


def _normal(text: str, folded: str, start: int, end: int) -> str:
    """A new group begins where a unit comes again: "khoản 1 Điều 40, khoản 1 Điều 53"."""
    groups: list[list[tuple[str, str]]] = [[]]
    for found in _EACH.finditer(folded, start, end):
        unit = _UNITS[found["unit"]]
        values = " ".join(text[slice(*found.span("values"))].split())
        if any(unit == known for known, _ in groups[-1]):
            groups.append([])
        groups[-1].append((unit, values))
    ordered = (sorted(group, key=lambda one: _ORDER.index(one[0])) for group in groups if group)
    return " / ".join(", ".join(f"{unit} {value}" for unit, value in group) for group in ordered)
