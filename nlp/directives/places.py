"""Words that name a local organ or a place in, the place as it stands in keys out: "quang-nam"."""

import re
from collections.abc import Iterator
from functools import cache

from crawler.letters import fold
from nlp.directives.vocabulary import load
from nlp.normalize import standard

_LEVEL = re.compile(r"[ \n]*(?:(?:tinh|thanh pho|tp\b\.?|huyen|quan|thi xa|thi tran|xa|phuong)[ \n]?)?")
_PROPER = re.compile(r"[A-ZĐÀ-Ỵ][^\W\d_]*(?:[ -]{1,3}[A-ZĐÀ-Ỵ][^\W\d_]*){0,3}")
_ALIASES = {
    "tphcm": "tp-ho-chi-minh", "tp hcm": "tp-ho-chi-minh", "hcm": "tp-ho-chi-minh",
    "ho chi minh": "tp-ho-chi-minh", "sai gon": "tp-ho-chi-minh", "dak lak": "dak-lak", "dac lac": "dak-lak",
    "dac nong": "dak-nong", "bac can": "bac-kan", "ba ria vung tau": "ba-ria-vung-tau",
    "vung tau": "ba-ria-vung-tau",
    "thua thien - hue": "thua-thien-hue", "thua thien-hue": "thua-thien-hue", "hn": "ha-noi",
}  # fmt: skip
_GAPS = re.compile(r"[^a-z0-9]+")
_OF_LOCAL = re.compile(r"(?:tinh uy|thanh uy|ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|dang bo)(?=[ \n])")


def place(text: str) -> str | None:
    """The place that `text` begins with: "tỉnh Quảng Nam về …" -> "quang-nam", "TPHCM" -> "tp-ho-chi-minh".

    A listed province in any case, else what stands there with capital letters after the word for its level.
    """
    folded = fold(standard(text))
    if known := _provinces().match(folded):
        return _slug(known["place"])
    level = _LEVEL.match(folded)
    proper = _PROPER.match(text, level.end()) if level else None
    return _slug(fold(standard(proper[0]))) if proper else None


def places(text: str) -> frozenset[str]:
    """The provinces whose organs the text names."""
    return frozenset(_organs(fold(text)))


def _organs(folded: str) -> Iterator[str]:
    for organ in _OF_LOCAL.finditer(folded):
        if found := _provinces().match(folded, organ.end()):
            yield _slug(found["place"])


def _slug(name: str) -> str:
    plain = " ".join(name.split())
    return _ALIASES.get(plain) or _GAPS.sub("-", plain).strip("-")


@cache
def _provinces() -> re.Pattern[str]:
    names = {fold(standard(name)) for name in load("places.yaml")} | set(_ALIASES)
    listed = "|".join(re.escape(name).replace(r"\ ", r"[ \n]+") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"[ \n]*(?:(?:tinh|thanh pho|tp\.?)[ \n]*)?(?P<place>{listed})(?!\w)")
