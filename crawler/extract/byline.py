"""What a page says of its author and prints under its text in, the author's name out, publishers left out."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from crawler.extract.blocks import Block, key, lineage
from crawler.extract.words import entries

LONGEST = 60  # characters of a line that is nothing but names
LONGEST_LINE = 160  # and of one that also tells the time, the place, the number of readers
_CLASS = re.compile(r"author|tac-?gia|byline", re.IGNORECASE)
_BY = re.compile(
    r"^(?:theo|(?:tin|bài)(?:\s*(?:,|&|/|\+|-|\bvà\b)?\s*(?:bài|ảnh|clip|video)\b)*"
    r"|tác giả(?:\s+bài\s+viết)?|người viết|nội dung|by|pv|phóng viên|ctv|thực hiện)\s*[:.]?\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*[(\[][^()\[\]]*[)\]]?\s*$|(?:\s*[-–—|/]\s*|(?<=[^\W\d_]))(?:ảnh|theo|nguồn)[\s:].*$"
    r"|\s*/\s*(?-i:[A-ZĐ]{3,}).*$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*[;,&]\s*|\s+(?:và|-|–|—)\s+")
_DOMAIN = re.compile(r"https?:|www\.|@|\.(?:vn|com|net|org|info)\b", re.IGNORECASE)
_PUBLISHER = re.compile(
    r"^(?:báo|tạp chí|đài|ban|cổng|trang|toà soạn|tòa soạn|nhóm|hãng|thông tấn|bạn đọc|biên tập|cộng tác)\b"
    r"|\b(?:news|online|media|tv|admin|administrator|editor|pv|phóng viên|ctv|btv|corp|website|thông tấn xã)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\W*(?:theo|nguồn|dẫn nguồn)\s*:?\s*(\w)", re.IGNORECASE)
_CREDIT = re.compile(
    r"(?:ảnh|đồ (?:họa|hoạ)|thiết kế|trình bày|minh (?:họa|hoạ)|kỹ thuật|video|clip|biên tập|nguồn tin)\s*:",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:theo|nguồn|ảnh)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")


def told_author(names: Iterable[str], *, site: str) -> str | None:
    """The first of the head's `names` that is a person's; several in one string are joined by "; "."""
    for name in names:
        if (people := _people(name, site=site)) and all(map(is_name, people)):
            return "; ".join(people)
    return None


def printed_author(blocks: Sequence[Block], *, site: str) -> str | None:
    """The author of a block that the page marks as one ("author", "tacgia")."""
    for block in blocks:
        marked = any(
            _CLASS.search(f"{node.get('class') or ''} {node.get('id') or ''}") for node in lineage(block.node, 3)
        )
        for text in (block.text if marked else "", *_marked_within(block)):
            if (people := _people(text, site=site)) and all(map(is_name, people)):
                return "; ".join(people)
    return None


def _marked_within(block: Block) -> list[str]:
    """Texts of a short block's own parts that are marked: name and time often stand on one line."""
    if len(block.text) > LONGEST_LINE:
        return []
    parts = (
        part
        for part in block.node.iter("a", "b", "em", "i", "span", "strong")
        if _CLASS.search(part.get("class") or "")
    )
    texts = (" ".join(part.itertext()).strip() for part in parts)
    return [text for text in texts if text and text in block.text]


def signature(line: str, *, site: str = "", alone: bool = False) -> str | None:
    """The author of a line that stands under an article: "Hà Thu (tổng hợp)", "XUÂN LONG", "K. Miên".

    "Theo …" names a source.  A single word is a name only where the page sets it off (`alone`).
    """
    line = line.strip(" \xa0.")
    if len(line) > LONGEST or _NO_NAME.match(line):
        return None
    people = _people(line, site=site)
    if not people or not all(is_name(name) for name in people):
        return None
    if len(people) == 1 and len(people[0].split()) == 1 and not alone:
        return None
    return "; ".join(people)


def is_source(line: str) -> bool:
    """Whether the line only says where the article is from ("Theo TTXVN") or who set it ("Đồ họa: Minh Tuệ")."""
    if len(line) <= LONGEST and _CREDIT.match(line):
        return True
    found = _SOURCE.match(line)
    return (
        found is not None
        and found[1].isupper()
        and len(line) <= LONGEST
        and line.rstrip(")")[-1:] not in {".", ":"}
    )


def is_name(text: str) -> bool:
    """One to six capitalised words, initials and degrees among them but not alone."""
    words = text.split()
    if not 1 <= len(words) <= 6 or not all(_NAME.fullmatch(word) and word[0].isupper() for word in words):
        return False
    return any(len(word.strip(".")) > 1 and "." not in word.strip(".") for word in words)


def _people(text: str, *, site: str) -> list[str]:
    text = _ASIDE.sub("", _BY.sub("", text.strip(" \xa0"))).strip(" \xa0,;")
    names = [name.strip(" \xa0") for name in _JOIN.split(text)]
    return [name for name in dict.fromkeys(names) if name and not _is_publisher(name, site)]


def _is_publisher(name: str, site: str) -> bool:
    mark = key(name)
    if not mark or _DOMAIN.search(name) or _PUBLISHER.search(name):
        return True
    return mark in _publishers() or (bool(site) and mark == key(site))


@cache
def _publishers() -> frozenset[str]:
    return frozenset(map(key, entries("publishers")))
