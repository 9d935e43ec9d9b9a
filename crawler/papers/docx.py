"""A Word file (.docx) in, its paragraphs out: tables by rows, text boxes, footnotes, numbers of lists."""

from collections.abc import Iterator

from lxml import etree

from crawler.article import Rejected
from crawler.letters import nfc
from crawler.papers.numbering import BULLET, Numbering
from crawler.papers.packed import Packed, unpack
from crawler.papers.paper import Paper
from crawler.papers.table import Cell, table_texts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"  # of files saved as "Strict Open XML"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_BREAKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": ""}
_LEFT_OUT = frozenset((
    W + "del", W + "moveFrom", W + "instrText", W + "delText", W + "pPr", W + "rPr", W + "sdtPr",
    _MC + "Fallback",  # the same box again, for old programs
))  # fmt: skip
_INSIDE = frozenset((W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo", W + "smartTag"))


def read_docx(body: bytes) -> Paper:
    """Raises Rejected: "damaged", "encrypted", "zip-bomb", "too-large" or "no-text"."""
    packed = unpack(body)
    document = _part(packed, "word/document.xml")
    if document is None or (inside := document.find(W + "body")) is None:
        raise Rejected("damaged")
    reader = _Reader(
        _notes(packed), Numbering(_part(packed, "word/numbering.xml"), _part(packed, "word/styles.xml"))
    )
    texts = tuple(reader.read(inside))
    if not texts:
        raise Rejected("no-text")
    return Paper(texts, title=_title(packed))


class _Reader:
    """Knows the footnotes and how far each list has counted."""

    def __init__(self, notes: dict[str, etree._Element], numbering: Numbering) -> None:
        self.notes = notes
        self.numbering = numbering
        self.called: list[str] = []  # notes that the paragraphs read so far call, in order; notes may call others
        self.numbers: dict[str, int] = {}  # of each of them

    def read(self, body: etree._Element) -> Iterator[str]:
        yield from self._blocks(body)
        for number, name in enumerate(self.called, start=1):
            if text := " ".join(self._blocks(self.notes[name])):
                yield f"[{number}] {text}"

    def _blocks(self, parent: etree._Element) -> Iterator[str]:
        """Paragraphs and tables in order, those inside of content controls and insertions too."""
        for node in parent:
            if node.tag == W + "p":
                yield from self._paragraph(node)
            elif node.tag == W + "tbl":
                yield from table_texts([self._row(row) for row in _children(node, W + "tr")])
            elif node.tag in _INSIDE:
                yield from self._blocks(node)

    def _row(self, row: etree._Element) -> list[Cell]:
        return [tuple(self._blocks(cell)) for cell in _children(row, W + "tc")]

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        """The lines of the paragraph, then what stands in text boxes that hang on it."""
        label = self.numbering.label(node)
        boxes: list[etree._Element] = []
        parts = [label] if label else []
        self._collect(node, parts, boxes)
        lines = (" ".join(line.split()) for line in nfc("".join(parts)).split("\n"))
        yield from (line for line in lines if line and line != BULLET)
        for box in boxes:
            yield from self._blocks(box)

    def _collect(self, node: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
        for child in node:
            tag = child.tag
            if not isinstance(tag, str) or tag in _LEFT_OUT:
                continue
            if tag in {W + "t", _MATH}:
                parts.append(child.text or "")
            elif tag in _BREAKS:
                parts.append(_BREAKS[tag])
            elif tag == W + "txbxContent":
                boxes.append(child)
            elif tag in {W + "footnoteReference", W + "endnoteReference"}:
                parts.append(self._call(child))
            elif not _is_hidden(child):
                self._collect(child, parts, boxes)

    def _call(self, node: etree._Element) -> str:
        name = f"{node.tag}{node.get(W + 'id')}"
        if name not in self.notes:
            return ""
        if name not in self.numbers:
            self.called.append(name)
            self.numbers[name] = len(self.called)
        return f"[{self.numbers[name]}]"


def _is_hidden(node: etree._Element) -> bool:
    """Runs that Word does not show."""
    if node.tag != W + "r" or (look := node.find(W + "rPr")) is None or (mark := look.find(W + "vanish")) is None:
        return False
    return mark.get(W + "val") not in {"0", "false", "off"}


def _children(node: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also where a content control or a tracked change stands between."""
    for child in node:
        if child.tag == tag:
            yield child
        elif child.tag in _INSIDE:
            yield from _children(child, tag)


def _notes(packed: Packed) -> dict[str, etree._Element]:
    """Footnotes and endnotes by the tag and id of what calls them; separators call for none."""
    notes: dict[str, etree._Element] = {}
    for kind in ("footnote", "endnote"):
        root = _part(packed, f"word/{kind}s.xml")
        for note in () if root is None else root.iterfind(W + kind):
            if note.get(W + "type") in {None, "normal"}:
                notes[f"{W}{kind}Reference{note.get(W + 'id')}"] = note
    return notes


def _part(packed: Packed, name: str) -> etree._Element | None:
    """The part, in the namespace of most files."""
    root = packed.read(name)
    if root is not None and root.tag.startswith(_STRICT):
        for node in root.iter(_STRICT + "*"):
            node.tag = str(node.tag).replace(_STRICT, W)
            for key, value in list(node.attrib.items()):
                node.set(str(key).replace(_STRICT, W), str(value))
    return root


def _title(packed: Packed) -> str | None:
    core = packed.read("docProps/core.xml")
    node = None if core is None else core.find(_DC_TITLE)
    return node.text if node is not None else None
