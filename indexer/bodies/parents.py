"""The name of a body in, the name of the body that it is part of out, as far as the name or the lists say it."""

import re
from functools import cache

from indexer.bodies.facts import facts
from indexer.bodies.key import is_bare, name_of, province_at_end

_WORDS = 20  # of a name that are looked through
_SHORT = 8  # letters of a name that may stand at the end of another by chance
_OF = re.compile(r" (?:của|thuộc|trực thuộc) (?=\w)", re.IGNORECASE)


def parent_of(printed: str) -> str | None:
    """As "Ủy ban nhân dân thành phố Hà Nội" is of "Sở Y tế Hà Nội"; None where nothing is said of it."""
    key = name_of(printed).key
    if whole := _listed().get(key):
        return whole
    whole = _said(printed) or _begun(key) or _local(key) or _nested(printed) or _national(key)
    return whole if whole and name_of(whole).key != key else None


@cache
def _listed() -> dict[str, str]:
    return {name_of(part).key: whole for part, whole in facts().parents.items()}


def _said(printed: str) -> str | None:
    """What follows "của", where it begins with a capital: "Vụ Pháp chế của Bộ Y tế"."""
    pieces = _OF.split(printed)
    whole = name_of(pieces[-1])
    return whole.shown if len(pieces) > 1 and pieces[-1][0].isupper() and not is_bare(whole.key) else None


def _local(key: str) -> str | None:
    """The whole of a province's body."""
    if (place := province_at_end(key)) is None:
        return None
    before = key.removesuffix(place).strip()
    where = f"thành phố {place}" if place in facts().cities else f"tỉnh {place}"
    for head, whole in facts().local.items():
        if before == head or (head == "sở" and before.startswith("sở ")):
            return name_of(whole.format(where)).shown
    return None


def _begun(key: str) -> str | None:
    """What the beginning alone says: "Đại sứ quán Việt Nam tại Lào"."""
    return next((whole for head, whole in facts().beginnings.items() if key.startswith(f"{head} ")), None)


def _nested(printed: str) -> str | None:
    """A listed body whose name ends this one's: "Văn phòng Bộ Công an"."""
    words = printed.split()
    tails = (name_of(" ".join(words[at:])) for at in range(1, min(len(words), _WORDS)))
    return next((tail.shown for tail in tails if tail.listed and len(tail.key) > _SHORT), None)


def _national(key: str) -> str | None:
    """A province's branch of a body that is listed for the whole country: "Hội Nông dân Phú Thọ"."""
    if (place := province_at_end(key)) is None:
        return None
    whole = name_of(f"{key.removesuffix(place).strip()} việt nam")
    return whole.shown if whole.listed else None
