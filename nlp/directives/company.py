"""Readings of a text's citations in; the same with what the words round them say of body and day, out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from nlp.directives.places import places
from nlp.directives.reading import Reading, with_body
from nlp.document import Citation

_LISTED = re.compile(r"[ \n]{0,3}(?:,|;|&|và|hoặc|đến)?[ \n]{0,3}(?:và[ \n])?(?:các[ \n])?", re.IGNORECASE)
_OF_CENTRE = frozenset(("ct", "nq", "kl", "qd", "tb"))  # types that the Party's centre cites by number alone
_LOCAL = frozenset(("ubnd", "hdnd", "ctubnd", "tu", "btctu", "btgtu", "bdvtu", "ubkttu", "vptu"))
NEIGHBOURS = 2  # so far apart in a series, numbers in one list were given together


def in_company(text: str, citations: Sequence[Citation], said: Mapping[int, Reading]) -> dict[int, Reading]:
    """What stands after the last of a list is said of those before it; and a list of the Party's is the Party's.

    "Nghị quyết 79 và Nghị quyết 80 của Bộ Chính trị ngày 07/01/2026", "CT 12-CT/TW, NQ57".
    """
    found = dict(said)
    for at in range(len(citations) - 2, -1, -1):
        if (pair := _listed(text, found, at, at + 1)) is not None:
            found[at] = _together(_of_centre(_of_one_body(pair[0], pair[1]), pair[1]), pair[1])
    for at in range(1, len(citations)):
        if (pair := _listed(text, found, at - 1, at)) is not None:
            found[at] = _of_centre(pair[1], pair[0])
    return found


def _listed(text: str, said: Mapping[int, Reading], first: int, second: int) -> tuple[Reading, Reading] | None:
    """Both readings, where nothing but a comma or an "and" stands between."""
    one, other = said.get(first), said.get(second)
    if one is None or other is None:
        return None
    return (one, other) if _LISTED.fullmatch(text, one.citation.full_end, other.citation.start) else None


def _of_one_body(one: Reading, after: Reading) -> Reading:
    return with_body(one, after.body) if one.body == "x" and one.code == after.code else one


def _of_centre(one: Reading, beside: Reading) -> Reading:
    listed = one.body == "x" and beside.body == "tw" and one.code in _OF_CENTRE
    return with_body(one, "tw") if listed else one


def _together(one: Reading, after: Reading) -> Reading:
    """Neighbours in a series share the day or the term that stands after the last."""
    if one.issued or one.year or one.term or (one.code, one.body) != (after.code, after.body):
        return one
    if not (one.number.isdigit() and after.number.isdigit()):
        return one
    if abs(int(one.number) - int(after.number)) > NEIGHBOURS:
        return one
    return replace(one, issued=after.issued, term=after.term)


def in_place(text: str, said: Mapping[int, Reading], place: str | None) -> dict[int, Reading]:
    """A local organ without its place is of the one place whose organs the text names, else of the article's."""
    if not any(lacks_place(one.body) for one in said.values()):
        return dict(said)
    found = where(text, place)
    return {
        at: with_body(one, one.body.removesuffix("x") + found) if found and lacks_place(one.body) else one
        for at, one in said.items()
    }


def where(text: str, place: str | None) -> str | None:
    """The one place whose organs the text names; `place` is the article's, where it names none."""
    named = places(text)
    return next(iter(named)) if len(named) == 1 else (place if not named else None)


def lacks_place(body: str) -> bool:
    return body.endswith("-x") and body.removesuffix("-x") in _LOCAL
