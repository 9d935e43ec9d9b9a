"""The name of a body in, the name of the body that it is part of out, as far as the name or the lists say it."""

import re
from functools import cache

from indexer.bodies.facts import facts
from indexer.bodies.key import is_bare, key_of, name_of, province_at_end
from indexer.bodies.local import is_local

_ORGAN = 5  # words of the longest name of an organ, and one more
_WORDS = 20  # of a name that are looked through
# What the name of a body begins with: "Phụ nữ Việt Nam" is a newspaper, and no whole of "Hội Phụ nữ Việt Nam".
_HEAD = re.compile(
    r"(?:ban|bộ|hội|uỷ ban|đảng|đoàn|công an|công ty|công đoàn|tổng|sở|cục|liên|mặt trận|quân|đại học|viện|trường"
    r"|học viện|tập đoàn|toà án|thanh tra|văn phòng|chính phủ|quốc hội|tỉnh|thành|trung ương|bệnh viện|ngân hàng"
    r"|hiệp hội|giáo hội|phòng|đài|thông tấn xã|kiểm toán|bảo hiểm|đại sứ quán) "
    r"|(?:chính phủ|quốc hội|ban bí thư)$"
)
_OF = re.compile(r" (?:của|thuộc|trực thuộc) (?=\w)", re.IGNORECASE)


def parent_of(printed: str) -> str | None:
    """As "Ủy ban nhân dân thành phố Hà Nội" is of "Sở Y tế Hà Nội"; None where nothing is said of it."""
    key = name_of(printed).key
    if whole := _listed().get(key):
        return whole
    whole = _said(printed) or _begun(key) or _local(key) or _nested(printed) or _branch(key)
    return whole if whole and name_of(whole).key != key else None


@cache
def _listed() -> dict[str, str]:
    return {name_of(part).key: whole for part, whole in facts().parents.items()}


def _said(printed: str) -> str | None:
    """What follows "của", where it begins with a capital: "Vụ Pháp chế của Bộ Y tế"."""
    pieces = _OF.split(printed)
    return _whole(pieces[-1]) if len(pieces) > 1 and pieces[-1][0].isupper() else None


def _whole(printed: str) -> str | None:
    name = name_of(printed)
    return None if is_bare(name.key) or is_local(name.key) else name.shown


def _local(key: str) -> str | None:
    """The whole of a province's body."""
    if (place := province_at_end(key)) is None:
        return None
    before = key.removesuffix(place).strip()
    where = facts().printed[place]
    for head, whole in facts().local.items():
        if before == head or (head == "sở" and _is_department(before)):
            return name_of(whole.format(where)).shown
    return None


def _is_department(name: str) -> bool:
    return name.startswith("sở ") and not name.startswith("sở giao dịch")


def _begun(key: str) -> str | None:
    """What the beginning alone says: "Đại sứ quán Việt Nam tại Lào"."""
    return next((whole for head, whole in facts().beginnings.items() if key.startswith(f"{head} ")), None)


def _nested(printed: str) -> str | None:
    """What follows the name of an organ; or a listed body whose name ends this one's: "Văn phòng Bộ Công an"."""
    words = printed.split()
    for count in range(1, min(_ORGAN, len(words))):
        if key_of(" ".join(words[:count])) in facts().organs and words[count][0].isupper():
            return _whole(" ".join(words[count:]))
    tails = (name_of(" ".join(words[at:])) for at in range(1, min(len(words), _WORDS)))
    return next((tail.shown for tail in tails if tail.listed and _HEAD.match(tail.key)), None)


def _branch(key: str) -> str | None:
    """A province's branch of a body that is listed for the whole country: "Hội Nông dân Phú Thọ"."""
    if (place := province_at_end(key)) is None:
        return None
    whole = name_of(f"{key.removesuffix(place).strip()} việt nam")
    return whole.shown if whole.listed else None
