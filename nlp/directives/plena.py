"""A plenary meeting of the Party's Central Committee in, the documents that it adopted out; and the reverse."""

import re
from functools import cache

from crawler.letters import fold
from nlp.directives.ordinal import ordinal
from nlp.directives.vocabulary import load

_COUNTED = "nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi"
_PLENUM = re.compile(
    rf"(?:trung[ \n]uong|hoi[ \n]nghi|t\.?[wu]\.?)[ \n]{{0,3}}(?:lan[ \n]thu[ \n])?"
    rf"(?P<ordinal>\d{{1,2}}(?!\d)|(?:[ivx]{{1,5}}|{_COUNTED})(?!\w)(?! \d))"
)
_SET = re.compile(r"_hn(\d\d)\Z")


def plenum_of(surface: str, key: str | None = None) -> int | None:
    """The ordinal of the meeting in "Nghị quyết Trung ương 4 khóa XII", or in a key that names its set."""
    if found := _SET.search(key or ""):
        return int(found[1])
    named = _PLENUM.search(fold(surface))
    return ordinal(named["ordinal"]) if named else None


def plenum_of_document(key: str) -> int | None:
    """The ordinal of the meeting that adopted the document, or whose set the key names."""
    return _adopters().get(key) or plenum_of("", key)


def adopted(term: int, plenum: int) -> tuple[str, ...]:
    """Keys of what the meeting adopted, as far as known; the list is not proved complete."""
    return _adopted().get((term, plenum), ())


def terms_of(plenum: int) -> tuple[int, ...]:
    """The terms of the Party whose meeting with this ordinal is listed, the oldest first."""
    return tuple(sorted(term for term, ordinal in _adopted() if ordinal == plenum))


@cache
def _adopted() -> dict[tuple[int, int], tuple[str, ...]]:
    return {(one["term"], one["plenum"]): tuple(one["adopted"]) for one in load("plena.yaml")}


@cache
def _adopters() -> dict[str, int]:
    return {key: plenum for (_, plenum), keys in _adopted().items() for key in keys}
