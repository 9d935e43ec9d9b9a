"""An OpenDocument text (.odt) in, its paragraphs out: tables by rows, text boxes, footnotes, marks of lists."""

from collections.abc import Iterator

from lxml import etree

from crawler.article import Rejected
from crawler.letters import nfc
from crawler.papers.packed import Packed, unpack, whole
from crawler.papers.paper import Paper
from crawler.papers.table import Cell, table_texts

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE, _DRAW = (f"{{{_URN}{name}:1.0}}" for name in ("text", "table", "office", "drawing"))
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_PARAGRAPHS = frozenset((_TEXT + "p", _TEXT + "h"))
_LEFT_OUT = frozenset((
    _TEXT + "tracked-changes",  # holds what was deleted
    _OFFICE + "annotation", _OFFICE + "forms", _TEXT + "sequence-decls", _TEXT + "variable-decls",
    _TEXT + "note-citation", _TABLE + "covered-table-cell",
))  # fmt: skip
MOST_SPACES = 100  # that one mark may stand for
_BULLET = "-"


def read_odt(body: bytes) -> Paper:
    """Raises Rejected: "damaged", "encrypted", "zip-bomb", "too-large" or "no-text"."""
    packed = unpack(body)
    if _is_encrypted(packed):
        raise Rejected("encrypted")
    content = packed.read("content.xml")
    text = None if content is None else content.find(f"{_OFFICE}body/{_OFFICE}text")
    if text is None:
        raise Rejected("damaged")
    texts = tuple(_Reader().read(text))
    if not texts:
        raise Rejected("no-text")
    return Paper(texts, title=_title(packed))


class _Reader:
    def __init__(self) -> None:
        self.notes: list[etree._Element] = []  # bodies of the footnotes called so far, in order

    def read(self, text: etree._Element) -> Iterator[str]:
        yield from self._blocks(text)
        for number, note in enumerate(self.notes, start=1):
            if said := " ".join(self._blocks(note)):
                yield f"[{number}] {said}"

    def _blocks(self, parent: etree._Element) -> Iterator[str]:
        """Paragraphs, items and tables in order; sections, frames and indexes are looked into."""
        for node in parent:
            if node.tag in _PARAGRAPHS:
                yield from self._paragraph(node)
            elif node.tag == _TEXT + "list":
                yield from self._items(node)
            elif node.tag == _TABLE + "table":
                yield from table_texts([self._row(row) for row in node.iterdescendants(_TABLE + "table-row")])
            elif isinstance(node.tag, str) and node.tag not in _LEFT_OUT:
                yield from self._blocks(node)

    def _items(self, node: etree._Element) -> Iterator[str]:
        """Items of a list; which mark each bears is told by styles, so that a dash stands for all."""
        for item in node:
            for at, text in enumerate(self._blocks(item)):
                begins = at == 0 and item.tag == _TEXT + "list-item" and not text.startswith(_BULLET)
                yield f"{_BULLET} {text}" if begins else text

    def _row(self, row: etree._Element) -> list[Cell]:
        return [tuple(self._blocks(cell)) for cell in row.iterchildren(_TABLE + "table-cell")]

    def _paragraph(self, node: etree._Element) -> Iterator[str]:
        parts: list[str] = []
        boxes: list[etree._Element] = []
        self._collect(node, parts, boxes)
        lines = (" ".join(line.split()) for line in nfc("".join(parts)).split("\n"))
        yield from (line for line in lines if line)
        for box in boxes:
            yield from self._blocks(box)

    def _collect(self, node: etree._Element, parts: list[str], boxes: list[etree._Element]) -> None:
        parts.append(node.text or "")
        for child in node:
            tag = child.tag
            if tag == _TEXT + "s":
                parts.append(" " * whole(child.get(_TEXT + "c"), otherwise=1, most=MOST_SPACES))
            elif tag == _TEXT + "tab":
                parts.append("\t")
            elif tag == _TEXT + "line-break":
                parts.append("\n")
            elif tag == _TEXT + "note":
                parts.append(self._call(child))
            elif tag == _DRAW + "text-box":
                boxes.append(child)
            elif isinstance(tag, str) and tag not in _LEFT_OUT:
                self._collect(child, parts, boxes)
            parts.append(child.tail or "")

    def _call(self, note: etree._Element) -> str:
        body = note.find(_TEXT + "note-body")
        if body is None:
            return ""
        self.notes.append(body)
        return f"[{len(self.notes)}]"


def _is_encrypted(packed: Packed) -> bool:
    manifest = packed.read("META-INF/manifest.xml")
    return manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None


def _title(packed: Packed) -> str | None:
    meta = packed.read("meta.xml")
    node = None if meta is None else next(meta.iter(_DC_TITLE), None)
    return node.text if node is not None else None
