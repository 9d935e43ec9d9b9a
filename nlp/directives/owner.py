"""The words after "Đại hội" in, whose congress it is out."""

import re
from dataclasses import dataclass
from functools import cache

from crawler.letters import fold
from nlp.directives.places import place
from nlp.directives.tail import GAP
from nlp.directives.vocabulary import System, load
from nlp.normalize import standard

_BACK = 2000  # letters before a resolution in which the body is looked for
_REACH = 120  # letters that are looked at
_LEVEL = re.compile(
    rf"(?:dang{GAP}bo)(?P<level>{GAP}(?:tinh|thanh{GAP}pho|tp|huyen|quan|thi{GAP}xa|thi{GAP}tran|xa|phuong)(?![^\W_])\.?)?"
)
_PROPER = re.compile(r"[ \n]{1,3}[A-ZĐÀ-Ỵ][^\W_]*(?:(?:[ \n]|[ ]?-[ ]?)[A-ZĐÀ-Ỵ][^\W_]*){0,5}")
_OF_PROVINCE = ("tinh", "thanh pho", "tp")
_GAPS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Owner:
    """`slug` is the first part of its documents' keys; "tw" is the Party as a whole."""

    end: int
    slug: str
    system: System
    issuer: str  # as printed


def owner(text: str, at: int) -> Owner | None:
    """Whose name begins at `at` of a text in standard spelling."""
    folded = fold(text[at : at + _REACH])
    if found := _names().match(folded):
        slug, system = _owners()[" ".join(found["name"].split())]
        if slug != "tw" or text[at] in "Đđ":
            return Owner(at + found.end(), slug, system, text[at : at + found.end()])
    return _local(text, at, folded)


def _local(text: str, at: int, folded: str) -> Owner | None:
    level = _LEVEL.match(folded)
    if level is None:
        return None
    proper = _PROPER.match(text, at + level.end())
    end = proper.end() if proper else at + level.end()
    named = text[at + len("đảng bộ") : end].strip()
    kind = " ".join((level["level"] or "").split()).rstrip(".")
    where = place(named) if named else None
    if kind in _OF_PROVINCE or (not kind and where and _is_province(named)):
        return Owner(end, f"tu-{where or 'x'}", "party", text[at:end])
    if not named:
        return None
    body = "hu" if kind in ("huyen", "quan", "thi xa") else "du"
    name = proper[0] if proper else ""
    return Owner(end, f"{body}-{_slug(name) or 'x'}", "party", text[at:end])


def presidium(text: str, at: int) -> Owner | None:
    """The presidium of the mass organisation that was last named in full before `at`."""
    begin = max(0, at - _BACK)
    last = None
    for found in _names().finditer(fold(text[begin:at])):
        slug, system = _owners()[" ".join(found["name"].split())]
        if system == "mass" and len(found["name"].split()) > 2:
            last = Owner(
                begin + found.end(),
                f"{slug}-dct",
                system,
                f"Đoàn Chủ tịch {text[begin + found.start() : begin + found.end()]}",
            )
    return last


def _is_province(name: str) -> bool:
    return place(name.lower()) is not None


def _slug(name: str) -> str:
    return _GAPS.sub("-", fold(name)).strip("-")


@cache
def _owners() -> dict[str, tuple[str, System]]:
    data = load("owners.yaml")
    owners: dict[str, tuple[str, System]] = {_key(name): ("tw", "party") for name in data["central"]}
    for system in ("party", "mass"):
        owners |= {_key(name): (one["slug"], system) for one in data[system] for name in one["names"]}
    return owners


@cache
def _names() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", GAP) for name in sorted(_owners(), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W_])(?P<name>{names})(?![^\W_])(?!{GAP}(?:bo|uy|vien|doan)(?![^\W_]))(?:{GAP}viet{GAP}nam(?![^\W_]))?"
    )


def _key(name: str) -> str:
    return fold(standard(name))
