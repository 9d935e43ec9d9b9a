"""The lines of an official text in, what its head says of it out: number, type, date, issuer, subject."""

import re
from collections.abc import Sequence

from crawler.article import DocumentHeader
from crawler.extract.blocks import key

HEAD_LINES = 80  # a head with its stamp, its two columns and the issuer printed twice takes 40
CONSOLIDATED = "Văn bản hợp nhất"
TYPES = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
    "Quyết định", "Thông tư liên tịch", "Thông tư", "Chỉ thị", "Kết luận", "Quy định", "Quy chế", "Hướng dẫn",
    "Kế hoạch", "Chương trình", "Đề án", "Thông báo", "Thông tri", "Báo cáo", "Tờ trình", "Công điện", "Công văn",
    CONSOLIDATED, "Điều lệ", "Tuyên bố", "Sắc lệnh",
)  # fmt: skip
_TYPE_OF = {key(name): name for name in TYPES}
_SYMBOL = r"\d+[\w./Đđ-]*(?:\s?[/-]\s?[\w.()Đđ-]+)+"
_NUMBER = re.compile(
    rf"(?:^|\|\s*)(?:(?:bộ )?luật |pháp lệnh |nghị quyết )?số\s*[:.]?\s*({_SYMBOL})", re.IGNORECASE
)
_CONSOLIDATED_NUMBER = re.compile(r"^\s*Số\s*:?\s*(\d+/VBHN-[A-ZĐ]+)")  # stands at the end, with the signature
_BARE_NUMBER = re.compile(r"\d+[\w.]*(?:[/-][\w.()-]+)+")
_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_GAZETTE = re.compile(
    r"công báo/số.*|\d+|(?:ký bởi|người ký|cơ quan|ngày ký|thời gian ký|email)\s*:.*", re.IGNORECASE
)
_PREFIX = re.compile(r"văn bản hợp nhất\s*-\s*", re.IGNORECASE)
_NO_ISSUER = re.compile(r"văn bản .*|phần .*|điều ước quốc tế|[\W\d_]*", re.IGNORECASE)
_SUBJECT_ENDS = re.compile(
    r"căn cứ|theo đề nghị|xét đề nghị|điều 1\b|chương i\b|phần thứ nhất|lời nói đầu|kính gửi|chính phủ$|quốc hội$"
    r"|(?:bộ trưởng|thủ tướng|chủ tịch|hội đồng nhân dân|u[ỷy] ban|ủy ban|thống đốc|chánh án)\b.{0,60}$"
    r"|(?:luật|bộ luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh)\b.{0,90}\bsố \d|.*:$",
    re.IGNORECASE,
)


def is_number(text: str | None) -> bool:
    """Whether `text` is a document's number ("41/2024/QH15", "12-CT/TW") and not a slug or a word."""
    return text is not None and "/" in text and _BARE_NUMBER.fullmatch(text.strip()) is not None


def is_motto(line: str) -> bool:
    """Whether the line is the country's name and motto, or the Party's name, as heads of documents print them."""
    marks = [key(cell) for cell in line.split("|")]
    return any(mark.startswith(_MOTTOS) or mark == "đảngcộngsảnviệtnam" for mark in marks)


def read_header(lines: Sequence[str]) -> DocumentHeader:
    """What the head of the text says; parts that it does not say are None."""
    head = [line for raw in lines[:HEAD_LINES] if (line := " ".join(raw.split())) and not _GAZETTE.fullmatch(line)]
    at = next((place for place, line in enumerate(head) if _type(line)), None)
    top = head[: HEAD_LINES // 2 if at is None else at]
    type_ = None if at is None else _type(head[at])
    number = _first(_NUMBER, top)
    number = number or _first(_CONSOLIDATED_NUMBER, lines)
    if (number and "/VBHN" in number) or any(key(line).startswith(key(CONSOLIDATED)) for line in top):
        type_ = CONSOLIDATED
    return DocumentHeader(
        number=number,
        type=type_,
        issued_on=next((day for line in top if (day := _day(line))), None),
        issuer=_issuer(top),
        subject=None if at is None else _subject(head[at + 1 :]),
    )


def _type(line: str) -> str | None:
    return (
        _TYPE_OF.get(key(line).rstrip("0123456789")) if len(line) < 30 else None
    )  # a digit behind it is a footnote's


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    found = next((found for line in lines if (found := pattern.search(line))), None)
    return re.sub(r"\s", "", found[found.lastindex or 0]).strip(".") if found else None


def _day(line: str) -> str | None:
    if not (date := _DATE.search(line)):
        return None
    day, month, year = map(int, date.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= day <= 31 and 1 <= month <= 12 else None


def _issuer(top: Sequence[str]) -> str | None:
    """The lines in capitals that are no motto; the second printing of the same name is left out."""
    words: list[str] = []
    for line in top:
        plain = _PREFIX.sub("", re.split(r"\s*[|\t]\s*", line)[0]).strip(" -_*")
        if not plain.isupper() or is_motto(plain) or _NO_ISSUER.fullmatch(plain) or _NUMBER.search(plain):
            continue
        if words and key(plain)[:12] == key(words[0])[:12]:
            break
        words.append(plain)
    return " ".join(words[:3]) or None


def _subject(lines: Sequence[str]) -> str | None:
    """The lines under the type, up to the first that opens the text."""
    subject: list[str] = []
    for line in lines[:12]:
        if not any(map(str.isalnum, line)):
            if subject:
                break
        elif _SUBJECT_ENDS.match(line) and (subject or len(line.split()) < 6 or not line.isupper()):
            break
        else:
            subject.append(line)
    return " ".join(subject) or None


_MOTTOS = ("độclậptựdohạnhphúc", "cộnghòaxãhộichủnghĩaviệtnam", "cộnghoàxãhộichủnghĩaviệtnam")
