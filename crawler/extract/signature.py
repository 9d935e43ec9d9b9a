"""The lines of an official text in, who signed it and in which office, and where that stands, out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

MOST = 8  # signatures of one text; a joint circular of 2022 has five
LINES = 6  # of an office at the most: "TM. CHÍNH PHỦ", "KT. THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"
APART = 4  # lines that stand for none of both between two signatures of one text
_OFFICE = re.compile(
    r"(?:XÁC THỰC VĂN BẢN HỢP NHẤT\s)?(?:(?:(?:TM|KT|TL|TUQ|Q)\s?\.|[TK]/[MTL]\s?\.?)\s?)?"
    r"(?:(?:PHÓ\s|THỨ\s|NGUYÊN\s)?(?:THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG|CHỦ TỊCH|TỔNG BÍ THƯ|BÍ THƯ|CHÁNH ÁN"
    r"|CHÁNH VĂN PHÒNG|VIỆN TRƯỞNG|THỐNG ĐỐC|CHỦ NHIỆM|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CỤC TRƯỞNG|VỤ TRƯỞNG"
    r"|TỔNG CỤC TRƯỞNG|TRƯỞNG BAN|TỔNG THANH TRA|TỔNG KIỂM TOÁN"
    r"|TỔNG THƯ KÝ|THƯỜNG TRỰC BAN BÍ THƯ|THƯỜNG TRỰC)|BAN BÍ THƯ|BỘ CHÍNH TRỊ)"
    r"(?:\s[^,;:.()]{0,80})?",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?:TM|KT|TL|TUQ)\s?\.|[TK]/[MTL]\b")
_RANK = (
    r"(?:(?:đại|thượng|trung|thiếu)\s(?:tướng|tá|úy)|phó đô đốc|đô đốc|chuẩn đô đốc"
    r"|(?:PGS|GS|TS|ThS|BS|KS|LS|CN)\.?(?:[. ]{0,2}(?:TS|ThS)\.?)?)"
)
_WORD = r"[A-ZĐÀ-Ỹ][a-zđà-ỹ]{0,6}(?:['’-][A-ZĐ]?[a-zđà-ỹ]{1,6})?"
_NAME = re.compile(rf"(?:(?i:{_RANK})\s)?(?P<name>{_WORD}(?:\s{_WORD}){{1,5}})")
_BETWEEN = re.compile(
    r"[\[(]?\s?\(?\s?(?:đã ký|daky|signed|ký tên)[^)]{0,30}\)?|[\W\d_]*|công báo/.*", re.IGNORECASE
)
_MARK = re.compile(r"(?:\[?da)?ky\]$")  # of where the signature stood, glued to the office: "PHÓ THỦ TƯỚNGky]"
_WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Signature:
    """`first` and `last` are the lines of the office's first word and of the name."""

    name: str  # without rank
    office: str  # as printed, its lines joined
    first: int
    last: int


def read_signatures(lines: Sequence[str]) -> tuple[Signature, ...]:
    """The signatures under the text, the first one's and those that stand right beneath it: forms in annexes
    have others.
    """
    signatures: list[Signature] = []
    for one in _signatures(_cells(lines)):
        if len(signatures) == MOST or (signatures and one.first - signatures[-1].last > APART + LINES):
            break
        signatures.append(one)
    return tuple(signatures)


def _signatures(cells: Iterable[tuple[int, str]]) -> Iterator[Signature]:
    office: list[tuple[int, str]] = []
    for at, cell in cells:
        if name := _NAME.fullmatch(cell):
            if signed := _signed(office, name["name"], at):
                yield signed
            office = []
        elif cell.isupper() or (len(cell) < 60 and _OFFICE.fullmatch(cell)):
            office = [*office[1 - LINES :], (at, cell)]
        elif not _BETWEEN.fullmatch(cell):
            office = []


def _signed(office: Sequence[tuple[int, str]], name: str, at: int) -> Signature | None:
    """From the line that says for whom, else the first that is an office."""
    starts = [place for place, (_, cell) in enumerate(office) if _FOR.match(cell)]
    starts = starts or [place for place, (_, cell) in enumerate(office) if _OFFICE.fullmatch(cell)]
    if not starts or not any(_OFFICE.fullmatch(cell) for _, cell in office):
        return None
    mine = office[starts[0] :]
    return Signature(name, " ".join(cell for _, cell in mine), mine[0][0], at)


def _cells(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Cells of flattened tables one by one; office and name apart where they stand on one line."""
    for at, line in enumerate(lines):
        if len(line) > 400:
            yield at, "."  # prose
            continue
        for raw in line.split("|"):
            cell = _MARK.sub("", " ".join(raw.split())) if raw.rstrip()[-3:] == "ky]" else " ".join(raw.split())
            parted = _parted(cell)
            yield from ((at, part) for part in parted if part)


def _parted(cell: str) -> tuple[str, ...]:
    """An office and a name that stand together: "KT. BỘ TRƯỞNG THỨ TRƯỞNG Trịnh Thị Thủy"."""
    if not cell[:2].isupper():
        return (cell,)
    small = next((word.start() for word in _WORDS.finditer(cell) if not word[0].isupper()), len(cell))
    office, name = cell[:small].strip(), cell[small:]
    return (office, name) if name and _OFFICE.fullmatch(office) and _NAME.fullmatch(name) else (cell,)
