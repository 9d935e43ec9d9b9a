"""Everything that a text says of its persons' offices in, each office of each person once out."""

from collections.abc import Iterable

from crawler.letters import fold
from nlp.document import Office
from nlp.offices.key import office_key
from nlp.offices.vocabulary import vocabulary

MAX_OFFICES = 50  # of one person in one text


def merged(found: Iterable[Office]) -> tuple[Office, ...]:
    """Of one office the first mention that names the body, else the first.

    "Đại biểu" alone counts only where it is all that is said of a person.
    """
    kept: dict[str, list[Office]] = {}
    for office in sorted(found, key=lambda one: (one.by == "deputy", one.organization is None, one.start)):
        held = kept.setdefault(office.person, [])
        if office.person in vocabulary().named or len(held) == MAX_OFFICES or (held and office.by == "deputy"):
            continue
        if not any(_same(office, other) for other in held):
            held.append(office)
    return tuple(sorted((one for held in kept.values() for one in held), key=lambda one: (one.start, one.end)))


def _same(one: Office, other: Office) -> bool:
    """Whether a short title means the office that is printed in full elsewhere."""
    if office_key(one.office, one.organization) == office_key(other.office, other.organization):
        return True
    if one.former != other.former and {one.by, other.by} & {"list", "verb"}:
        return False  # "ông A, nguyên Trưởng phòng, được bầu làm Trưởng phòng" of another body
    short, full = sorted((fold(one.office), fold(other.office)), key=len)
    if not full.startswith(short) and office_key(one.office) != office_key(other.office):
        return False
    if one.organization is None or other.organization is None:
        return True
    short, full = sorted((fold(one.organization), fold(other.organization)), key=len)
    return short in full
