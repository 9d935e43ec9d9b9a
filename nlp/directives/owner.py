"""The words after "Đại hội" in, whose congress it is out."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crawler.letters import fold
from nlp.directives.places import place
from nlp.directives.tail import GAP
from nlp.directives.vocabulary import System, load
from nlp.normalize import standard

_REACH = 120  # letters of a name that are looked at
_BACK = 2000  # letters before a resolution in which its body is looked for
PARTY = "tw"
FOREIGN = "foreign"
# For text without accents.
_LEVEL = (
    rf"(?P<level>{GAP}(?:tinh|thanh{GAP}pho|tp\.?|huyen|quan|thi{GAP}xa|thi{GAP}tran|xa|phuong|khoi)(?![^\W_]))?"
)
_LOCAL = re.compile(rf"dang{GAP}bo(?![^\W_]){_LEVEL}")
_BRANCH = re.compile(_LEVEL)
_NOT_PARTY = re.compile(rf"{GAP}(?:bo|uy|vien|doan)(?![^\W_])")
# For text as it is.
_UPPER = "A-Z" + "".join(filter(str.isupper, map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))))
_PROPER = re.compile(rf"[ \n]{{1,3}}[{_UPPER}][^\W_]*(?:(?:[ \n]|[ ]?-[ ]?)[{_UPPER}][^\W_]*){{0,5}}")
_CAPITAL = re.compile(rf"[ \n]{{1,3}}[{_UPPER}][^\W\d_{_UPPER}]")
_OF_PROVINCE = ("tinh", "thanh pho", "tp")
_OF_DISTRICT = ("huyen", "quan", "thi xa")
_GAPS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Owner:
    """`slug` is the first part of its documents' keys: PARTY for the Party as a whole, FOREIGN for another's."""

    end: int
    slug: str
    system: System
    issuer: str  # as printed


def owner(text: str, at: int) -> Owner | None:
    """Whose name begins at `at` of a text in standard spelling."""
    folded = fold(text[at : at + _REACH])
    found = _names().match(folded)
    if local := _LOCAL.match(folded):
        return _of_place(text, at, local) if found is None or _is_party(found) else _listed(text, at, found)
    return _listed(text, at, found) if found and not _NOT_PARTY.match(folded, found.end()) else None


def presidium(text: str, at: int) -> Owner | None:
    """The presidium of the mass organisation that was last named in full before `at`."""
    begin = max(0, at - _BACK)
    found = deque(_full_names().finditer(fold(text[begin:at])), maxlen=1)
    if not found:
        return None
    last = found[0]
    slug, system = _owners()[_words(last["name"])]
    end = begin + last.end()
    return Owner(end, f"{slug}-dct", system, f"Đoàn Chủ tịch {text[begin + last.start() : end]}")


def _is_party(found: re.Match[str]) -> bool:
    return _owners()[_words(found["name"])][0] == PARTY


def _listed(text: str, at: int, found: re.Match[str]) -> Owner | None:
    slug, system = _owners()[_words(found["name"])]
    end = at + found.end()
    if slug == PARTY:
        if text[at] not in "Đđ":
            return None
        foreign = not found["state"] and "viet nam" not in found["name"] and _CAPITAL.match(text, end)
        return Owner(end, FOREIGN if foreign else PARTY, system, text[at:end])
    branch = _BRANCH.match(fold(text[end : end + _REACH]))
    if system == "mass" and branch and branch["level"]:
        proper = _PROPER.match(text, end + branch.end())
        stop = proper.end() if proper else end + branch.end()
        return Owner(stop, f"{slug}-{place(text[end:stop]) or 'x'}", system, text[at:stop])
    return Owner(end, slug, system, text[at:end])


def _of_place(text: str, at: int, local: re.Match[str]) -> Owner | None:
    """The Party's organisation of a province, a district or a body."""
    proper = _PROPER.match(text, at + local.end())
    end = proper.end() if proper else at + local.end()
    name = text[at + len("đảng bộ") : end].strip()
    level = _words(local["level"] or "").rstrip(".")
    if not name:
        return None
    if level in _OF_PROVINCE or (not level and place(name.lower())):
        return Owner(end, f"tu-{place(name) or 'x'}", "party", text[at:end])
    body = "hu" if level in _OF_DISTRICT else "du"
    return Owner(end, f"{body}-{_slug(proper[0]) if proper else 'x'}", "party", text[at:end])


def _slug(name: str) -> str:
    return _GAPS.sub("-", fold(name)).strip("-")


def _words(name: str) -> str:
    return " ".join(name.split())


@cache
def _owners() -> dict[str, tuple[str, System]]:
    data = load("owners.yaml")
    owners: dict[str, tuple[str, System]] = {fold(standard(name)): (PARTY, "party") for name in data["central"]}
    for system in ("party", "mass"):
        owners |= {fold(standard(name)): (one["slug"], system) for one in data[system] for name in one["names"]}
    return owners


@cache
def _names() -> re.Pattern[str]:
    return _pattern(_owners())


@cache
def _full_names() -> re.Pattern[str]:
    """Of mass organisations, by names that mean nothing else."""
    return _pattern(name for name, (_, system) in _owners().items() if system == "mass" and name.count(" ") > 1)


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    listed = "|".join(re.escape(name).replace(r"\ ", GAP) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?P<name>{listed})(?![^\W_])(?P<state>{GAP}viet{GAP}nam(?![^\W_]))?")
