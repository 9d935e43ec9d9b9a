"""The words that name an issuer in, the body as it stands in keys out: "Ban Bí thư" -> "tw"."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from crawler.letters import fold
from nlp.directives.places import place
from nlp.directives.vocabulary import Body, System, load, vocabulary
from nlp.normalize import standard

_TITLE = re.compile(
    r"(?:(?:bo truong|thong doc|chanh an|vien truong|tong thanh tra|truong ban"
    r"|hoi nghi(?:[ \n]lan[ \n]thu[ \n]\w+)?)[ \n]+)+"
)
_PARTY = re.compile(r"(?:hn|vp|b\w+|ubkt|qu)?tw\b|du|tu\b|hu\b|dd\b|bcsd\b|b\w+tu\b|ubkttu\b|vptu\b")


@dataclass(frozen=True, slots=True)
class _Named:
    slug: str
    local: bool


@lru_cache(maxsize=4096)
def body_of(issuer: str) -> str | None:
    """The body that the words begin with; "-x" at its end where it has a place and the words name none."""
    folded = fold(standard(issuer))
    title = _TITLE.match(folded)
    for start in (0, title.end()) if title else (0,):
        if found := issuer_names().match(folded, start):
            named = _issuers()[" ".join(found[0].split())]
            return f"{named.slug}-{place(issuer[found.end() :]) or 'x'}" if named.local else named.slug
    return None


def system_of(body: str) -> System | None:
    """Party, State or mass organisation, by the body of a key; None where it is not listed."""
    first = body.split("-", maxsplit=1)[0]
    listed = _systems().get(body) or _systems().get(first)
    if listed:
        return listed
    if body.startswith(("qh", "ubtvqh", "hdtp")) or first in _LOCAL_STATE:
        return "state"
    return "party" if _PARTY.match(body) else None


_LOCAL_STATE = frozenset(("ubnd", "hdnd", "ctubnd", "syt", "sgddt", "vn"))


def known_body(slug: str) -> Body | None:
    """The body of the data files with this slug."""
    return _bodies().get(slug)


@cache
def _bodies() -> dict[str, Body]:
    return {body.slug: body for body in vocabulary().bodies.values()}


@cache
def _systems() -> dict[str, System]:
    return {slug.removesuffix("-x"): body.system for slug, body in _bodies().items()}


@cache
def _issuers() -> dict[str, _Named]:
    entries = load("issuers.yaml")
    return {
        " ".join(fold(standard(name)).split()): _Named(entry["slug"], kind == "local")
        for kind in ("central", "local")
        for entry in entries[kind]
        for name in entry["names"]
    }


@cache
def issuer_names() -> re.Pattern[str]:
    names = sorted(_issuers(), key=len, reverse=True)
    listed = "|".join(re.escape(name).replace(r"\ ", r"[ \n]+") for name in names)
    return re.compile(rf"(?:{listed})(?!\w)")
