"""Offices in a row in a text in, the persons who hold them out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from nlp.document import Entity
from nlp.entities.context import is_vietnamese
from nlp.offices.names import Names
from nlp.offices.post import Post
from nlp.offices.rows import is_on_behalf
from nlp.offices.verbs import REACH, Given, given, goes_on, is_conferred, is_dismissed, is_held_now
from nlp.offices.vocabulary import vocabulary

_MARGIN = 20  # letters of a line before an office: "TM. "
_LIST = 40  # persons at the most who share a title
_BEFORE = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?"
    r"(?:,? (?:sinh (?:năm|ngày)|SN|\d{2} tuổi|quê)[^,;()\n]{0,40})?"
    r"(?: ?[,-] ?| ?: ?| ?\((?:[^()\n;]{1,40}[,;-] ?)?| (?=(?:hiện|hiện nay|nay|cũng|vốn|đang|đều|vừa)? ?là ))"
    r"(?:(?:hiện|hiện nay|nay|cũng|vốn|đang|đều|vừa|với tư cách|trên cương vị|người)? ?là |hiện nay |hiện |nay )?"
)

_LINE = re.compile(r"(?:\A|\n)[ \t]*(?:(?:TM|KT|TUQ|TL|Q)\.? ?)?\Z")


@dataclass(frozen=True, slots=True)
class Holding:
    post: Post
    person: Entity
    former: bool
    by: str
    confidence: float


def holders(text: str, rows: Iterator[tuple[Post, ...]], names: Names) -> Iterator[Holding]:
    """Who holds the offices of each row: the person that follows at once, else the one before.

    Else the one of whom a verb says it, and then what follows of his life too.
    """
    life: tuple[Given, Post] | None = None
    titled: Entity | None = None  # the last one with a title before the name
    for row in rows:
        found = tuple(_apposed(text, row, names, titled=titled))
        titled = found[-1].person if found and found[-1].by == "title" else titled
        if found:
            life = None
        elif told := given(text, row[0], names) if not _is_conferred(text, row, names) else None:
            life = (told, row[-1])
        elif life and goes_on(text, life[1], row):
            life = (life[0], row[-1])
        else:
            life = None
        yield from found or (_told(text, row, life[0]) if life else _named_after(text, row, names))


def _apposed(text: str, row: Sequence[Post], names: Names, *, titled: Entity | None) -> Iterator[Holding]:
    first, last = row[0], row[-1]
    if last.title.several:
        yield from _shared(text, last, names)
        return
    right = _titled(text, last, names) or _signed(text, row, names)
    left = _before(text, first, names)
    if left is titled and _goes_its_way(text, row):
        left = None
    mine = (_split(text, row) if left else 0) if right else len(row)
    if left:
        yield from (Holding(one, left, one.former, "apposition", 0.95) for one in row[:mine])
    if right:
        yield from (Holding(one, right, one.former, _by(one, "title"), 0.95) for one in row[mine:])


def _goes_its_way(text: str, row: Sequence[Post]) -> bool:
    """A bare title of state before a verb, after a titled name: "Gặp Thủ tướng A, Chủ tịch nước | đề nghị"."""
    bare = len(row) == 1 and row[0].title.kind in ("whole", "ministers") and not row[0].has_body
    return bare and text[row[0].end : row[0].end + 1] == " "


def _by(post: Post, rule: str) -> str:
    return "deputy" if post.title.kind == "deputy" else rule


def _follows(text: str, last: Post, names: Names, *, form: str) -> Entity | None:
    """The person whose name follows, after words of that form."""
    for at in (last.end, last.reach):
        found = _forms()[form].match(text, at)
        person = names.person_at(found.end()) if found else None
        if person:
            return person
    return None


def _titled(text: str, last: Post, names: Names) -> Entity | None:
    """The person whose name follows at once.  A given name alone does not follow a body: "Đảng uỷ | Trường"."""
    person = _follows(text, last, names, form="direct")
    if (
        person
        and last.has_body
        and is_vietnamese(person.surface)
        and person.start in (last.end + 1, last.reach + 1)
    ):
        return None
    return person


def _signed(text: str, row: Sequence[Post], names: Names) -> Entity | None:
    """Whose name stands in the line below the office, where each has a line to itself: a signature.

    Not in a table of names with their offices below.
    """
    if not _LINE.search(text, max(0, row[0].start - _MARGIN), row[0].start):
        return None
    above = names.person_before(row[0].start)
    if above and not text[above.end : row[0].start].strip():
        return None
    person = _follows(text, row[-1], names, form="signed")
    return person if person and text[person.end : person.end + 1] in ("", "\n") else None


def _before(text: str, first: Post, names: Names) -> Entity | None:
    person = names.person_before(first.start)
    if not person or first.start - person.end > REACH or first.title.kind == "deputy":
        return None
    if first.title.former and text[person.end : first.start] == " ":  # "ông A nguyên Giám đốc"
        return person
    return person if _BEFORE.fullmatch(text, person.end, first.start) else None


def _split(text: str, row: Sequence[Post]) -> int:
    """How many of the first belong to the person before, where another person follows the last.

    An "và" parts them: "ông A, Chủ tịch Hội, và Phó Chủ tịch Hội B".
    """
    for at in range(len(row) - 1, 0, -1):
        if "và" in text[row[at - 1].end : row[at].start]:
            return at
    return len(row) - 1


def _shared(text: str, last: Post, names: Names) -> Iterator[Holding]:
    """All of a list that a plural title opens: "các Phó Chủ tịch: ông A, ông B và bà C"."""
    for person in _listed(text, _follows(text, last, names, form="list"), names):
        yield Holding(last, person, last.former, _by(last, "list"), 0.9)


def _listed(text: str, person: Entity | None, names: Names) -> Iterator[Entity]:
    for _ in range(_LIST):
        if not person:
            return
        yield person
        found = _forms()["next"].match(text, person.end)
        person = names.person_at(found.end()) if found else None


def _told(text: str, row: Sequence[Post], told: Given) -> Iterator[Holding]:
    for one in row:
        former = one.former or (told.former and not is_held_now(text, one))
        yield Holding(one, told.person, former, "verb", 0.9)


def _is_conferred(text: str, row: Sequence[Post], names: Names) -> bool:
    return is_conferred(text, row[0]) and _follows(text, row[-1], names, form="conferred") is not None


def _named_after(text: str, row: Sequence[Post], names: Names) -> Iterator[Holding]:
    """The person after a comma, "là" or "cho": "Chủ tịch Hội, ông A", "chức Chủ tịch Hội cho ông A"."""
    first, last = row[0], row[-1]
    if last.title.kind == "deputy" or last.title.several:
        return
    person = _follows(text, last, names, form="comma") if not is_on_behalf(text, first) else None
    if person and _is_introduced(last, person):
        yield from (Holding(one, person, one.former, "comma", 0.85) for one in row)
        return
    persons = [_follows(text, last, names, form="is")]
    if not persons[0] and is_conferred(text, first):
        persons = [*_listed(text, _follows(text, last, names, form="conferred"), names)]
    former = is_dismissed(text, first)
    for one, person in product(row, persons):
        if person:
            yield Holding(one, person, one.former or former, "verb", 0.85)


def _is_introduced(last: Post, person: Entity) -> bool:
    """Not in "Sau khi gặp Thủ tướng, ông A nói", nor by a given name alone."""
    known = last.has_body or last.title.kind not in ("whole", "ministers")
    return known and " " in person.surface.strip()


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """What may stand between the last office and a name."""
    address = vocabulary().address
    several = rf"(?:(?:các|hai|ba|vị) )?{address}"
    return {
        "direct": re.compile(rf" (?:- )?{address}"),
        "signed": re.compile(
            rf"\s{{0,3}}\n\s{{0,3}}(?:\(?(?:[Đđ]ã ký|[Kk]ý tên)[^)\n]{{0,20}}\)?\s{{0,3}}\n\s{{0,3}})?{address}"
        ),
        "comma": re.compile(rf" ?[,:-] ?{address}"),
        "is": re.compile(rf" (?:mới |hiện nay )?là {address}"),
        "conferred": re.compile(rf" (?:cho|đối với|của|thuộc về) {address}"),
        "list": re.compile(rf"(?: mới| khác)?(?: là| gồm(?: có)?| bao gồm)?:? ?\n?{several}"),
        "next": re.compile(rf"(?: \([^()\n]{{1,60}}\))?(?:[,;] | và |, và |; và | cùng |,){several}"),
    }
