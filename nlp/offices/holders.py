"""Offices in rows in a text in, the persons who hold them out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from nlp.document import Entity
from nlp.offices.links import after, before, directly_after, is_met, is_subject, listed
from nlp.offices.names import Names
from nlp.offices.post import Post
from nlp.offices.rows import is_on_behalf
from nlp.offices.verbs import Given, given, goes_on, is_conferred, is_dismissed, is_held_now

STATE = ("whole", "ministers")  # kinds of titles that are offices of state without a body


@dataclass(frozen=True, slots=True)
class Holding:
    post: Post
    person: Entity
    former: bool
    by: str
    confidence: float


def holders(text: str, rows: Iterable[Sequence[Post]], names: Names) -> Iterator[Holding]:
    """Who holds the offices of each row: the person that follows at once, else the one before.

    Else the one of whom a verb says it, and then what follows of his life too.
    """
    life: tuple[Given, Post] | None = None
    titled: Entity | None = None  # the last one with a title before the name
    for row in rows:
        found = tuple(_beside(text, row, names, titled=titled))
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


def _beside(text: str, row: Sequence[Post], names: Names, *, titled: Entity | None) -> Iterator[Holding]:
    last = row[-1]
    if last.title.several:
        for person in listed(text, after(text, last, names, form="list"), names):
            yield Holding(last, person, last.former, _by(last, "list"), 0.9)
        return
    right, left = directly_after(text, row, names), before(text, row[0], names)
    if left and _goes_its_way(text, row, left, titled=titled):
        left = None
    his = (_split(text, row) if left else 0) if right else len(row)
    if left:
        yield from (Holding(one, left, one.former, "apposition", 0.95) for one in row[:his])
    if right:
        yield from (Holding(one, right, one.former, _by(one, "title"), 0.95) for one in row[his:])


def _by(post: Post, rule: str) -> str:
    return "deputy" if post.title.kind == "deputy" else rule


def _goes_its_way(text: str, row: Sequence[Post], left: Entity, *, titled: Entity | None) -> bool:
    """Whether the holder of an office of state is the subject of what follows, and not the one named before.

    "Gặp Thủ tướng A, Chủ tịch nước | đề nghị", "Sau khi gặp ông A, Tổng thống Nga | nói"
    """
    if len(row) > 1 or row[0].title.kind not in STATE or not is_subject(text, row[0]):
        return False
    return is_met(text, left) or (left is titled and not row[0].has_body)


def _split(text: str, row: Sequence[Post]) -> int:
    """How many of the first belong to the person before, where another person follows the last.

    An "và" parts them: "ông A, Chủ tịch Hội, và Phó Chủ tịch Hội B".
    """
    for at in range(len(row) - 1, 0, -1):
        if "và" in text[row[at - 1].end : row[at].start]:
            return at
    return len(row) - 1


def _told(text: str, row: Sequence[Post], told: Given) -> Iterator[Holding]:
    for one in row:
        former = one.former or (told.former and not is_held_now(text, one))
        yield Holding(one, told.person, former, "verb", 0.9)


def _is_conferred(text: str, row: Sequence[Post], names: Names) -> bool:
    return is_conferred(text, row[0]) and after(text, row[-1], names, form="conferred") is not None


def _named_after(text: str, row: Sequence[Post], names: Names) -> Iterator[Holding]:
    """The person after a comma, "là" or "cho": "Chủ tịch Hội, ông A", "chức Chủ tịch Hội cho ông A"."""
    first, last = row[0], row[-1]
    if last.title.kind == "deputy" or last.title.several:
        return
    person = after(text, last, names, form="comma") if not is_on_behalf(text, first) else None
    if person and _is_introduced(last, person):
        yield from (Holding(one, person, one.former, "comma", 0.85) for one in row)
        return
    persons = [after(text, last, names, form="is")]
    if not persons[0] and is_conferred(text, first):
        persons = [*listed(text, after(text, last, names, form="conferred"), names)]
    former = is_dismissed(text, first)
    for one, holder in product(row, persons):
        if holder:
            yield Holding(one, holder, one.former or former, "verb", 0.85)


def _is_introduced(last: Post, person: Entity) -> bool:
    """Not in "Sau khi gặp Thủ tướng, ông A nói", nor by a given name alone."""
    known = last.has_body or last.title.kind not in STATE
    return known and " " in person.surface.strip()
