"""A paragraph of a Word file in, the number that Word prints before it out: "Điều 5.", "1.", "a)", "-"."""

from dataclasses import dataclass, field

from lxml import etree

from crawler.papers.packed import whole

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 9  # levels of a list
HIGHEST = 32_767  # number at which Word lets a list start
LONGEST = 255  # characters before a paragraph; a file could have a page of them printed before each
MOST_STYLES = 12  # that one style may rest on
BULLET = "-"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    form: str  # "decimal", "lowerLetter", "bullet" …
    text: str  # "Điều %1.", "%1.%2."
    start: int


@dataclass(slots=True)
class _List:
    """A list and how far it has counted, by level."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int) -> str:
        level = self.levels.get(depth)
        if level is None:
            return ""
        self.counts[depth] = self.counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, DEEPEST):
            self.counts.pop(deeper, None)
        if level.form == "bullet":
            return BULLET
        text = level.text
        for place in range(depth + 1):
            if f"%{place + 1}" in text and (own := self.levels.get(place)):
                text = text.replace(f"%{place + 1}", _printed(self.counts.get(place, own.start), own.form))
        return text[:LONGEST]


class Numbering:
    """The lists of one file; paragraphs must be asked for in their order."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self.lists = {} if numbering is None else _lists(numbering)
        self.styles = (
            {} if styles is None else {one.get(W + "styleId"): one for one in styles.iterfind(W + "style")}
        )

    def label(self, paragraph: etree._Element) -> str:
        """What is printed before the paragraph, with a space behind it; empty where nothing is."""
        look = paragraph.find(W + "pPr")
        if look is None or not self.lists:
            return ""
        name, depth = self._number(look)
        found = self.lists.get(name or "")
        label = found.next(depth) if found else ""
        return f"{label} " if label else ""

    def _number(self, look: etree._Element | None) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else those of its style or of one that this rests on."""
        name, depth = None, None
        for _ in range(MOST_STYLES):
            if look is None:
                break
            if (own := look.find(W + "numPr")) is not None:
                name = name or _value(own, "numId")
                depth = depth or _value(own, "ilvl")
            style = self.styles.get(_value(look, "pStyle") or _value(look, "basedOn") or "")
            if name is not None or style is None:
                break
            look = _rests_on(style)
        return name, whole(depth, otherwise=0, most=DEEPEST)


def _rests_on(style: etree._Element) -> etree._Element:
    """The look of a style, with the name of the one that it rests on."""
    look = style.find(W + "pPr")
    look = etree.Element(W + "pPr") if look is None else etree.fromstring(etree.tostring(look))
    for node in style.iterfind(W + "basedOn"):
        etree.SubElement(look, W + "basedOn").set(W + "val", node.get(W + "val") or "")
    return look


def _lists(numbering: etree._Element) -> dict[str, _List]:
    """By the id under which paragraphs name them; ids of one abstract list count on together."""
    kinds = {one.get(W + "abstractNumId"): _List(_levels(one)) for one in numbering.iterfind(W + "abstractNum")}
    lists: dict[str, _List] = {}
    for one in numbering.iterfind(W + "num"):
        kind = kinds.get(_value(one, "abstractNumId"))
        if kind is None:
            continue
        restarts = one.find(W + "lvlOverride") is not None
        lists[one.get(W + "numId") or ""] = _List(kind.levels) if restarts else kind
    return lists


def _levels(kind: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for one in kind.iterfind(W + "lvl"):
        depth = whole(one.get(W + "ilvl"), otherwise=DEEPEST, most=DEEPEST)
        if depth < DEEPEST:
            start = whole(_value(one, "start"), otherwise=1, most=HIGHEST)
            text = (_value(one, "lvlText") or "")[:LONGEST]
            levels[depth] = _Level(_value(one, "numFmt") or "decimal", text, start)
    return levels


def _value(node: etree._Element, name: str) -> str | None:
    found = node.find(W + name)
    return None if found is None else found.get(W + "val")


def _printed(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    if form == "none":
        return ""
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    digits = ""
    for value, digit in _ROMAN:
        digits += digit * (count // value)
        count %= value
    return digits
