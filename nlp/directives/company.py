"""Readings of a text's citations in; the same with bodies that the words round them say, out."""

import re
from collections.abc import Mapping, Sequence

from nlp.directives.places import places
from nlp.directives.reading import Reading, with_body
from nlp.document import Citation

_LISTED = re.compile(r"[ \n]{0,3}(?:,|;|&|và|hoặc)?[ \n]{0,3}(?:và[ \n])?(?:các[ \n])?")
_OF_CENTRE = frozenset(("ct", "nq", "kl", "qd", "tb"))  # types that the Party's centre cites by number alone

_LOCAL = frozenset(("ubnd", "hdnd", "ctubnd", "tu", "btctu", "btgtu", "bdvtu", "ubkttu", "vptu"))


def in_company(text: str, citations: Sequence[Citation], said: Mapping[int, Reading]) -> dict[int, Reading]:
    """A short form in a list with documents of the Party's centre is the centre's: "CT 12-CT/TW, NQ57"."""
    found = dict(said)
    for order in (range(1, len(citations)), range(len(citations) - 2, -1, -1)):
        for at in order:
            one, beside = found.get(at), found.get(at - 1 if order.step > 0 else at + 1)
            if one and beside and one.body == "x" and beside.body == "tw" and one.code in _OF_CENTRE:
                first, second = sorted((one.citation, beside.citation), key=lambda each: each.start)
                if _LISTED.fullmatch(text, first.full_end, second.start):
                    found[at] = with_body(one, "tw")
    return found


def in_place(text: str, said: Mapping[int, Reading], place: str | None) -> dict[int, Reading]:
    """A local organ without its place is of the one place whose organs the text names, else of the article's."""
    if not any(_lacks_place(one) for one in said.values()):
        return dict(said)
    named = places(text)
    where = next(iter(named)) if len(named) == 1 else (place if not named else None)
    return {at: _placed(one, where) if where and _lacks_place(one) else one for at, one in said.items()}


def _lacks_place(said: Reading) -> bool:
    return said.body.endswith("-x") and not said.symbol.assembly and said.body.split("-")[0] in _LOCAL


def _placed(said: Reading, place: str) -> Reading:
    return with_body(said, said.body.removesuffix("x") + place)
