"""The lines above an official text's type in, who issued it out; or those beneath it, which say so as well."""

import re
from collections.abc import Callable, Iterable, Sequence

from crawler.extract.blocks import key

LINES = 3
_BESIDE = re.compile(  # what stands in the same line, of the issuer's column or of the other
    r"văn bản hợp nhất\s*-\s*|(?<=\w)\s+(?:cộng h[òo][aà] xã hội|đảng cộng sản) .*", re.IGNORECASE
)
_NO_ISSUER = re.compile(r"văn bản .*|phần .*|điều ước quốc tế|[\W\d_]*", re.IGNORECASE)
_SIGNED_FOR = re.compile(r"(?:TM|KT|TL|TUQ)\s?\.|[TK]/[MTL]\b")
_ISSUES = re.compile(
    r"(?P<issuer>[A-ZĐÀ-Ỹ][^;:.\d]{3,80}?) ban hành (?:Luật|Bộ luật|Nghị|Thông tư|Quyết định|Chỉ thị|Pháp lệnh)"
)
_CONFIRMED = re.compile(r"\W{0,3}số\s?:?\s?\d+\s?/\s?VBHN", re.IGNORECASE)
_WHOLE = frozenset(map(key, ("Chính phủ", "Quốc hội", "Thủ tướng Chính phủ", "Chủ tịch nước")))  # join no other


def read_issuer(top: Iterable[str], *, skip: Callable[[str], bool]) -> str | None:
    """The lines in capitals above the type, without those to `skip` and the second printing of the same name."""
    words: list[str] = []
    for line in top:
        plain = _BESIDE.sub("", re.split(r"\s*[|\t]\s*", line)[0]).strip(" _*")
        if _SIGNED_FOR.match(plain) or plain.lower().startswith("phụ lục"):
            break
        if not plain.isupper() or _NO_ISSUER.fullmatch(plain) or skip(plain):
            continue
        if words and (_again(plain, words) or key(plain) in _WHOLE):
            break
        words.append(plain.strip("- "))
    return " ".join(words[:LINES]) or None


def _again(line: str, words: Sequence[str]) -> bool:
    one, other = key(line), key("".join(words))
    return other.startswith(one[:12]) or one.startswith(other)


def read_issuing(lines: Sequence[str]) -> str | None:
    """Who issues, as the preamble says: "Bộ trưởng Bộ Nội vụ ban hành Thông tư …"."""
    found = _ISSUES.search(" ".join(lines))
    return found["issuer"] if found else None


def read_confirming(lines: Sequence[str]) -> str | None:
    """Who put a consolidated text together: the lines in capitals above its number, at its end."""
    at = next((at for at, line in enumerate(lines) if "VBHN" in line and _CONFIRMED.match(line)), 0)
    words: list[str] = []
    for line in reversed([line for line in lines[max(0, at - 2 * LINES) : at] if line.strip()]):
        plain = line.split("|")[0].strip(" _*-")
        if not plain.isupper() or plain.startswith("XÁC THỰC"):
            break
        words.insert(0, plain)
    return " ".join(words[-LINES:]) or None
