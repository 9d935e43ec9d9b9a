"""The names in an article in, which body each of them means out; none where the article does not say it.

"UBND tỉnh" is that of the one province of which the article says anything, or the one of which it names the body.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from indexer.bodies.facts import facts
from indexer.bodies.key import LONGEST, Name, is_bare, key_of, name_of, province_at_end
from nlp.document import Entity

_LOCAL = re.compile(
    r"(?:^|\s)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn)$"
    r"|(?:^|\s)(?:tỉnh|thành|huyện|quận|thị|xã) (?:uỷ|đoàn)$"
)
_PERSON = 5  # words of a long name of a person
_CLASS = re.compile(r"\s*(?:tỉnh|thành phố)$")
_PRINTED_CLASS = re.compile(r"\s*(?:tỉnh|thành phố|TP\.?)$", re.IGNORECASE)


def meanings(entities: Sequence[Entity]) -> dict[str, Name]:
    """By canonical name of a body."""
    people = {one.canonical for one in entities if one.type == "PER"}
    names = {one.canonical: name_of(_without(one.canonical, people)) for one in entities if one.type == "ORG"}
    local = {canonical: name for canonical, name in names.items() if is_local(name.key)}
    whole = {
        name.key: name for canonical, name in names.items() if canonical not in local and not is_bare(name.key)
    }
    places = _provinces(entities, whole) if local else frozenset()
    found = {canonical: name for canonical, name in names.items() if name.key in whole}
    for canonical, name in local.items():
        if meant := _meant(name, whole, places):
            found[canonical] = meant
    return found


def is_local(key: str) -> bool:
    """Whether a place is missing in the name: "uỷ ban nhân dân tỉnh", "tỉnh uỷ", "sở y tế"."""
    if _LOCAL.search(key) is not None:
        return True
    return key.startswith("sở ") and not key.startswith("sở giao dịch") and province_at_end(key) is None


def _without(name: str, people: set[str]) -> str:
    """Without the person whose office it is, where the two were taken for one: "Thành ủy Lê Văn Nam"."""
    words = name[:LONGEST].split()
    for count in range(2, min(_PERSON, len(words) - 1) + 1):
        if " ".join(words[-count:]) in people:
            return " ".join(words[:-count])
    return " ".join(words)


def _meant(local: Name, whole: Mapping[str, Name], places: frozenset[str]) -> Name | None:
    """The one body of the article whose name goes on where this one ends; or that of its one province."""
    key = local.key
    stem = _CLASS.sub("", key)
    longer = [name for other, name in whole.items() if other.startswith(f"{stem} ") and province_at_end(other)]
    exact = [name for name in longer if name.key == f"{stem} {province_at_end(name.key)}"]
    if exact or longer:
        return _only(exact or longer)
    fitting = [place for place in places if _fits(key, place)]
    if len(fitting) != 1 or len(places) != 1:
        return None
    return name_of(f"{_PRINTED_CLASS.sub('', local.shown)} {facts().printed[fitting[0]]}")


def _only(names: Sequence[Name]) -> Name | None:
    return names[0] if len(names) == 1 else None


def _fits(key: str, place: str) -> bool:
    """Whether the body can be a province's, or a city's."""
    if key.endswith("thành phố") or "thành uỷ" in key or "thành đoàn" in key:
        return place in facts().cities
    if key.endswith("tỉnh") or "tỉnh uỷ" in key or "tỉnh đoàn" in key:
        return place in facts().provinces
    return key.startswith("sở ")


def _provinces(entities: Iterable[Entity], whole: Iterable[str]) -> frozenset[str]:
    """All that the article names, alone or in names of bodies."""
    known = facts()
    alone = {key_of(one.canonical).removeprefix("tỉnh ") for one in entities if one.type == "LOC"}
    spelled = {known.spellings.get(name, name) for name in alone} & (known.provinces | known.cities)
    return frozenset(spelled | set(filter(None, map(province_at_end, whole))))
