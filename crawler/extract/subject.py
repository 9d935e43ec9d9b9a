"""The lines under an official text's type in, what it is about out."""

import re
from collections.abc import Sequence
from itertools import takewhile

SUBJECT_LINES = 12  # a circular on seven decrees takes nine
ABOUT_LINES = 4
_ABOUT = re.compile(r"(?:V/v|Về việc)\s?:?\s?", re.IGNORECASE)
_HEAD = re.compile(r"kính gửi|số\s?:|[^|]{3,30}, ngày |_", re.IGNORECASE)
_SUBJECT_ENDS = re.compile(
    r"(?:TM|KT|TL|TUQ)\s?\.|căn cứ|theo đề nghị|xét đề nghị|điều 1\b|chương i\b|phần thứ nhất|lời nói đầu"
    r"|kính gửi|chính phủ$|quốc hội$"
    r"|(?:bộ trưởng|thủ tướng|chủ tịch|hội đồng nhân dân|u[ỷy] ban|ủy ban|thống đốc|chánh án)\b.{0,60}$"
    r"|(?:luật|bộ luật|nghị định|thông tư|quyết định|nghị quyết|pháp lệnh)\b.{0,90}\bsố \d|.*:$",
    re.IGNORECASE,
)


def read_subject(lines: Sequence[str]) -> str | None:
    """The lines up to the first that opens the text, joined; None where that is the first of them."""
    subject: list[str] = []
    for line in lines[:SUBJECT_LINES]:
        if not any(map(str.isalnum, line)):
            if subject:
                break
        elif _ends(line, subject):
            break
        else:
            subject.append(line)
    return " ".join(subject) or None


def _ends(line: str, subject: Sequence[str]) -> bool:
    """Whether the text begins here.  What opens in capitals goes on in capitals or in small letters ("về …")."""
    if subject and subject[0].isupper() and not line.isupper() and not line[0].islower() and len(line) > 8:
        return True
    return _SUBJECT_ENDS.match(line) is not None and bool(subject or len(line.split()) < 6 or not line.isupper())


def read_about(head: Sequence[str]) -> str | None:
    """What an official letter, which bears no type, is about: "V/v báo cáo kết quả …"."""
    at = next((at for at, line in enumerate(head) if _ABOUT.match(line)), None)
    if at is None:
        return None
    lines = [head[at], *takewhile(_goes_on, head[at + 1 : at + ABOUT_LINES])]
    return _ABOUT.sub("", " ".join(lines), count=1).split("|")[0].strip() or None


def _goes_on(line: str) -> bool:
    return not (line.isupper() or _HEAD.match(line))
