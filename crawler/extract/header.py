"""The lines of an official text in, what its head says of it out: number, type, date, issuer, subject."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from crawler.article import DocumentHeader
from crawler.extract import issued
from crawler.extract.blocks import key
from crawler.extract.issuer import read_confirming, read_issuer, read_issuing
from crawler.extract.signature import read_signatures
from crawler.extract.subject import read_about, read_subject

HEAD_LINES = 80  # a head with its stamp, its two columns and the issuer printed twice takes 40
AMENDED_LINES = 24  # under the type, within which a consolidated text tells what has amended it
CONSOLIDATED = "Văn bản hợp nhất"
TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
    "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Kết luận", "Quy định", "Quy chế", "Hướng dẫn",
    "Kế hoạch", "Chương trình", "Đề án", "Thông báo", "Thông tri", "Báo cáo", "Tờ trình", "Công điện", "Công văn",
    CONSOLIDATED, "Điều lệ", "Tuyên bố", "Sắc lệnh",
)  # fmt: skip
_TYPE_OF = {key(name): name for name in TYPES}
_TYPE_FIRST = re.compile(rf"(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})(?= )", re.IGNORECASE)
_SYMBOL = r"\d[\w.]*(?:\s?[/-]\s?[\w.()&]+)+"
_NUMBER = re.compile(
    rf"(?:^|\|\s?)(?P<type>bộ luật |luật |pháp lệnh |nghị quyết )?số\s?[:.]?\s?(?:\|\s?)?(?P<number>{_SYMBOL})",
    re.IGNORECASE,
)
_GOES_ON_FROM = re.compile(
    rf"(?P<type>{'|'.join(TYPES)}) số (?P<number>\d\S{{2,60}})"
    r" ngày \d{1,2} tháng \d{1,2} năm \d{4}(?:$| (?!của)[a-zđ])"
)
_CONSOLIDATED_NUMBER = re.compile(  # stands at the end, with the signature
    r"(?:^|\|\s?)\s{0,9}Số\s{0,3}:?\s{0,3}(?P<number>\d+\s?/\s?VBHN\s?-\s?[A-ZĐ]+)"
)
_BARE_NUMBER = re.compile(r"\d[\w.]*(?:[/-][\w.()&]+)+")
_BROKEN = re.compile(
    r"số\s?[:.]?\s?(?:\d[^|]{0,60}[/-])?", re.IGNORECASE
)  # a number that goes on in the next line
_GOES_ON = re.compile(r"\d|[A-ZĐ&/-]+(?:$|[ -])")
_GAZETTE = re.compile(
    r"công báo/số.*|\d+|(?:ký bởi|người ký|cơ quan|ngày ký|thời gian ký|email)\s*:.*", re.IGNORECASE
)
_AMENDED = re.compile(
    r"có hiệu lực (?:thi hành )?(?:kể )?từ ngày .{8,40}? (?:đã )?được sửa đổi, bổ sung.{0,40}?"
    r" (?:bởi|theo|tại)\s?:"
)


def is_number(text: str | None) -> bool:
    """Whether `text` is a document's number ("41/2024/QH15", "12-CT/TW") and not a slug or a word."""
    return text is not None and "/" in text and _BARE_NUMBER.fullmatch(text.strip()) is not None


def is_motto(line: str) -> bool:
    """Whether the line is the country's name and motto, or the Party's name, as heads of documents print them."""
    marks = [key(cell) for cell in line.split("|")]
    return any(mark.startswith(_MOTTOS) or mark == "đảngcộngsảnviệtnam" for mark in marks)


def is_continued(line: str) -> bool:
    """Whether the line heads what goes on from an earlier issue of the gazette: type, number and day."""
    return _GOES_ON_FROM.match(line) is not None


def names_type(line: str) -> bool:
    """Whether the line is a type of document and nothing else, but for a footnote's number."""
    return _type(line) is not None


def read_header(lines: Sequence[str]) -> DocumentHeader:
    """What the head of the text says, and its end where the head leaves out number, day or signer.

    Parts that neither says are None.
    """
    head = tuple(islice(_head(lines), HEAD_LINES))
    at, type_, rest = _typed(head)
    top = head[:at] if at is not None else _above_preamble(head[: HEAD_LINES // 2])
    if at is not None and not any(map(is_motto, top)):
        top = (*top, *_displaced(head[at:]))
    number, named = _number(top)
    consolidated = bool(number and "/VBHN" in number) or _is_consolidated(head, at)
    if number is None or (consolidated and "/VBHN" not in number):  # its head may print the number of its document
        number = _number_of_consolidated(lines) or number
        consolidated = consolidated or bool(number and "/VBHN" in number)
    signatures = read_signatures(lines)
    return DocumentHeader(
        number=number,
        type=CONSOLIDATED if consolidated else type_ or named,
        issued_on=_issued(top, lines, consolidated=consolidated),
        issuer=read_issuer(top, skip=lambda line: is_motto(line) or _NUMBER.search(line) is not None)
        or (read_confirming(lines) if consolidated else None if at is None else read_issuing(head[at + 1 :])),
        signer="; ".join(one.name for one in signatures) or None,
        subject=read_about(top) if at is None else read_subject([*rest, *head[at + 1 :]]),
    )


def _head(lines: Sequence[str]) -> Iterator[str]:
    """Lines that hold something, without the gazette's own; a number that breaks over two lines is joined."""
    before = ""
    for raw in lines:
        line = " ".join(raw[:2000].split())
        if not line or _GAZETTE.fullmatch(line):
            continue
        if before:
            line, before = f"{before}{line}" if _GOES_ON.match(line) else line, ""
        if _BROKEN.fullmatch(line):
            before = line
        else:
            yield line


def _typed(head: Sequence[str]) -> tuple[int | None, str | None, tuple[str, ...]]:
    """The line that names the type, its name, and what else the line holds ("LUẬT CÔNG ĐOÀN").

    A line that holds more counts only where none is the type alone, and under the motto or the number.
    """
    typed = [(at, type_) for at, line in enumerate(head) if (type_ := _type(line))]
    if typed:  # a consolidated text says so above its document's type
        at, type_ = next((one for one in typed[:2] if one[1] != CONSOLIDATED), typed[0])
        return at, type_, ()
    heads = [at for at, line in enumerate(head[: HEAD_LINES // 4]) if is_motto(line) or _NUMBER.search(line)]
    for at in range(heads[0] + 1 if heads else len(head), len(head)):
        if (found := _TYPE_FIRST.match(head[at])) and head[at].isupper() and not _NUMBER.search(head[at]):
            return at, _TYPE_OF[key(found[0])], (head[at][found.end() :].strip(),)
    return None, None, ()


def _above_preamble(head: Sequence[str]) -> Sequence[str]:
    return head[: next((at for at, line in enumerate(head) if issued.PREAMBLE.match(line)), len(head))]


def _issued(top: Sequence[str], lines: Sequence[str], *, consolidated: bool) -> str | None:
    """A consolidated text's day stands at its end; its head may print the day of what it consolidates."""
    if consolidated and (day := issued.in_end(lines, consolidated=True)):
        return day
    return issued.in_head(top) or issued.in_end(lines, consolidated=consolidated)


def _displaced(head: Sequence[str]) -> Sequence[str]:
    """The head's lines where they stand behind their page's text, as programs give out what is set in columns."""
    at = next((at for at, line in enumerate(head) if is_motto(line)), None)
    if at is None:
        return ()
    start = end = at
    while start and _is_of_head(head[start - 1]):
        start -= 1
    while end < len(head) and _is_of_head(head[end]):
        end += 1
    block = head[start:end]
    return block if any(map(_NUMBER.search, block)) else ()


def _is_of_head(line: str) -> bool:
    return (
        is_motto(line)
        or line.isupper()
        or not any(map(str.isalpha, line))
        or bool(_NUMBER.search(line) or issued.is_dateline(line))
    )


def _number(top: Sequence[str]) -> tuple[str | None, str | None]:
    """The number, and the type that stands before it: "Luật số: 41/2024/QH15".

    The gazette heads what goes on from an earlier issue by type, number and day.
    """
    found = next((found for line in top if (found := _NUMBER.search(line) or _GOES_ON_FROM.match(line))), None)
    if found is None:
        return None, None
    return _bare(found["number"]), _TYPE_OF.get(key(found["type"] or ""))


def _number_of_consolidated(lines: Sequence[str]) -> str | None:
    found = next(
        (found for line in lines if "VBHN" in line and (found := _CONSOLIDATED_NUMBER.search(line))), None
    )
    return _bare(found["number"]) if found else None


def _bare(number: str) -> str:
    return re.sub(r"\s", "", number).strip(".")


def _is_consolidated(head: Sequence[str], at: int | None) -> bool:
    """It says so above the type, or tells beneath it what has amended the text since."""
    if any(key(line).startswith(key(CONSOLIDATED)) for line in head[: HEAD_LINES // 2 if at is None else at]):
        return True
    return at is not None and _AMENDED.search(" ".join(head[at + 1 : at + 1 + AMENDED_LINES])) is not None


def _type(line: str) -> str | None:
    return (
        _TYPE_OF.get(key(line).rstrip("0123456789")) if len(line) < 30 else None
    )  # a digit behind it is a footnote's


_MOTTOS = ("độclậptựdohạnhphúc", "cộnghòaxãhộichủnghĩaviệtnam", "cộnghoàxãhộichủnghĩaviệtnam")
