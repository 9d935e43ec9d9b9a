"""A page of a legal database in, the official text that it holds out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml.html import HtmlElement

from crawler.article import Article, DocumentHeader
from crawler.extract.blocks import Block, key
from crawler.extract.dates import read_date
from crawler.extract.header import TYPES, is_motto, is_number, read_header
from crawler.extract.labels import read_facts, read_labels
from crawler.extract.naming import found_in, in_letters
from crawler.extract.residue import is_residue
from crawler.extract.title import Title

FEW = 3  # labels or tabs that make a page one of a legal database; news pages have none
PREFACE = 200  # characters between title and head; more is a news article that quotes a document
SHARE = 0.3  # of the prose behind the head that the text's element holds; a translation and notes stand beside it
HEAD_REACH = 12  # blocks before the motto in which the issuer stands, and behind it in which the number does
_TABS = frozenset(map(key, (
    "Toàn văn", "Nội dung", "Thuộc tính", "Lược đồ", "VB liên quan", "Văn bản liên quan", "Hiệu lực", "Tóm tắt",
    "Liên quan hiệu lực", "Văn bản gốc/PDF", "Văn bản gốc", "VB gốc", "Bản PDF",
)))  # fmt: skip
_NAMED = re.compile(rf"({'|'.join(TYPES)})\s+(?:số\s+)?(\d\S*/\S+|không số)?", re.IGNORECASE)


def read_legal(blocks: Sequence[Block], *, title: Title, url: str | None) -> Article | None:
    """The official text, or the facts about one, that the page shows; None if it is no page of that kind."""
    told = read_labels(blocks)
    tabs = [at for at, block in enumerate(blocks) if block.is_link and key(block.text) in _TABS]
    in_database = len(told) >= FEW or len(tabs) >= FEW
    head = _head(blocks)
    if not in_database and (head is None or _prose(blocks[title.at or 0 : head]) > PREFACE):
        return None
    lines = (
        tuple(_text(blocks, head))
        if head is not None
        else tuple(read_facts(blocks[tabs[-1] + 1 if tabs else 0 :]))
    )
    if not lines:
        return None
    name = told.get("name") or (blocks[tabs[0] - 1].text if tabs and tabs[0] else "")
    header = _header(read_header(lines) if head is not None else DocumentHeader(), told, name=name)
    return Article(
        title=_title(title, header, name, lines),
        lead=None,
        paragraphs=lines,
        kind="document",
        url=url,
        document=header,
    )


def _head(blocks: Sequence[Block]) -> int | None:
    """Where the text's head begins: at the issuer, which stands before or beside the motto."""
    for at, block in enumerate(blocks):
        if (
            not block.is_link
            and is_motto(block.text)
            and _has_number(blocks[at - 4 if at > 4 else 0 : at + HEAD_REACH])
        ):
            first = at
            while first and at - first < HEAD_REACH and _is_head_line(blocks[first - 1]):
                first -= 1
            return first
    return None


def _has_number(blocks: Sequence[Block]) -> bool:
    header = read_header([block.text for block in blocks])
    return bool(header.number or header.type)


def _is_head_line(block: Block) -> bool:
    text = block.text
    return (
        not block.is_link
        and len(text) < 90
        and (text.isupper() or not any(map(str.isalpha, text)) or text.startswith("Số"))
    )


def _text(blocks: Sequence[Block], head: int) -> Iterator[str]:
    """Lines of the official text: everything in its element from the head on; rows of tables on one line."""
    node, end = _element(blocks, head)
    rows = _Rows(node)
    for row, cells in groupby(blocks[head:end], key=rows.find):
        texts = [block.text for block in cells]
        if row is not None:
            yield " | ".join(texts)
        else:
            yield from (text for text in texts if not is_residue(text) or not text.strip("-_*"))


def _element(blocks: Sequence[Block], head: int) -> tuple[HtmlElement, int]:
    """The smallest element that holds the head and enough of the prose that follows, and the block behind it."""
    weights: Counter[HtmlElement] = Counter()
    ends: dict[HtmlElement, int] = {}
    for at, block in enumerate(blocks[head:], head):
        for node in (block.node, *block.node.iterancestors()):
            weights[node] += _weight(block)
            ends[node] = at + 1
    enough = SHARE * _prose(blocks[head:])
    line = (blocks[head].node, *blocks[head].node.iterancestors())
    return next((node, ends[node]) for node in line if weights[node] >= enough)


class _Rows:
    """Which row of a table a block stands in; tables that only set columns have two rows at most."""

    def __init__(self, within: HtmlElement) -> None:
        self.within = within
        self.tables: dict[HtmlElement, bool] = {}

    def find(self, block: Block) -> HtmlElement | None:
        row = None
        for node in (block.node, *block.node.iterancestors()):
            if node is self.within:
                return None
            row = node if row is None and node.tag == "tr" else row
            if node.tag == "table":
                return row if self._has_rows(node) else None
        return None

    def _has_rows(self, table: HtmlElement) -> bool:
        if table not in self.tables:
            rows = table.findall(".//tr")
            self.tables[table] = len(rows) > 2 and not any(map(is_motto, rows[0].itertext()))
        return self.tables[table]


def _prose(blocks: Sequence[Block]) -> int:
    return sum(map(_weight, blocks))


def _weight(block: Block) -> int:
    return len(block.text) if block.linked < 0.5 and len(block.text) > 40 else 0


def _header(printed: DocumentHeader, told: dict[str, str], *, name: str) -> DocumentHeader:
    """What the text prints, then what the database says of it: of a province's committee it names the province."""
    named = _NAMED.match(name)
    number = told.get("number") or (named[2] if named else None)
    issued = read_date(told.get("issued_on"))
    return replace(
        printed,
        number=printed.number or (number if is_number(number) else None),
        type=told.get("type") or printed.type or (named[1] if named else None),
        issued_on=printed.issued_on or (issued.moment.date().isoformat() if issued else None),
        issuer=in_letters(printed.issuer or told.get("issuer") or "") or None,
        signer=told.get("signer") or printed.signer,
        subject=printed.subject or told.get("subject"),
    )


def _title(title: Title, header: DocumentHeader, name: str, lines: Sequence[str]) -> str | None:
    """As the page heads the text; else type and subject, in small letters where the text itself writes them so."""
    heads = title.text or ""
    if title.at is not None and _NAMED.match(heads) and (name == heads or not name.startswith(heads)):
        return heads
    if header.type and header.subject:
        printed = f"{header.type} {header.subject}"
        return (found_in(lines, printed) if header.subject.isupper() else None) or printed
    unnumbered = re.sub(r"^(\S.*?)\s+không số\s+(?=\1)", "", name, flags=re.IGNORECASE)
    return unnumbered or (title.text if title.at is not None else None)
