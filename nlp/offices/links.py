"""An office in a text in, the person whose name stands right before or after it out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.document import Entity
from nlp.entities.context import is_vietnamese
from nlp.offices.names import Names
from nlp.offices.post import Post
from nlp.offices.verbs import REACH
from nlp.offices.vocabulary import vocabulary

_MARGIN = 20  # letters of a line before an office: "TM. "
_LIST = 40  # persons at the most who share a title
_COLON = 20  # letters between a colon and the first name of a list
_MET = 60  # letters before a name in which a word may say that he was only met
_BEFORE = re.compile(
    r"(?: ?\([^()\n]{1,60}\))?"
    r"(?:,? (?:sinh (?:năm|ngày)|SN|\d{2} tuổi|quê)[^,;()\n]{0,40})?"
    r"(?: ?[,-] (?:chuyên gia|nhà|tác giả|người|luật sư|bác sĩ|giảng viên|con)\b[^,;.()\n]{0,60}(?=,))?"
    r"(?: kiêm |,? (?:nhà |đồng )?sáng lập(?: viên)? (?:và|kiêm) | ?[,-] ?| ?: ?| ?\((?:[^()\n;]{1,40}[,;-] ?)?"
    r"| (?=(?:hiện|hiện nay|nay|cũng|vốn|đang|đều|vừa)? ?là ))"
    r"(?:(?:hiện|hiện nay|nay|cũng|vốn|đang|đều|vừa|với tư cách|trên cương vị|người)? ?là |hiện nay |hiện |nay )?"
)
_LINE = re.compile(r"(?:\A|\n)[ \t]*(?:(?:TM|KT|TUQ|TL|Q)\.? ?)?\Z")
_VERB = re.compile(r" (?!(?:về|tại|nhân|và|cùng|với|trong|ở|để|vào|ngày|sáng|chiều|do|là|của)\b)[^\W\d_]")


def before(text: str, first: Post, names: Names) -> Entity | None:
    """In apposition, with a comma, a hyphen, brackets or "là" between: "ông A (trái), | Giám đốc"."""
    person = names.person_before(first.start)
    if not person or first.start - person.end > REACH or first.title.kind == "deputy":
        return None
    if first.title.former and text[person.end : first.start] == " ":  # "ông A nguyên Giám đốc"
        return person
    return person if _BEFORE.fullmatch(text, person.end, first.start) else None


def after(text: str, last: Post, names: Names, *, form: str) -> Entity | None:
    """Behind words of that form; behind the office, or the places in which its body lies."""
    for at in (last.end, last.reach):
        found = _forms()[form].match(text, at)
        person = names.person_at(found.end()) if found else None
        if person:
            return person
    return None


def directly_after(text: str, row: Sequence[Post], names: Names) -> Entity | None:
    """With forms of address between, or nothing.  A given name does not follow a body: "Đảng uỷ | Trường"."""
    last = row[-1]
    person = after(text, last, names, form="direct")
    alone = person is not None and person.start in (last.end + 1, last.reach + 1)
    if person and not (alone and last.has_body and is_vietnamese(person.surface)):
        return person
    return _signed(text, row, names)


def _signed(text: str, row: Sequence[Post], names: Names) -> Entity | None:
    """Whose name stands in the line below the office, where each has a line to itself: a signature.

    Not in a table of names with their offices below.
    """
    if not _LINE.search(text, max(0, row[0].start - _MARGIN), row[0].start):
        return None
    above = names.person_before(row[0].start)
    if above and not text[above.end : min(row[0].start, above.end + _MARGIN)].strip():
        return None
    person = after(text, row[-1], names, form="signed")
    return person if person and text[person.end : person.end + 1] in ("", "\n") else None


def listed(text: str, person: Entity | None, names: Names) -> Iterator[Entity]:
    """The person and those that follow in a list: "ông A, ông B và bà C".

    After a colon each may have offices of his own: "các Uỷ viên: A, Giám đốc; B - Trưởng phòng, C".
    """
    opened = person is not None and ":" in text[max(0, person.start - _COLON) : person.start]
    for _ in range(_LIST):
        if not person:
            return
        yield person
        forms = ("next", "after own") if opened else ("next",)
        found = [_forms()[form].match(text, person.end) for form in forms]
        persons = [names.person_at(one.end()) for one in found if one]
        person = next((one for one in persons if one), None)


def is_met(text: str, person: Entity) -> bool:
    """Whether the words before say that somebody met him: "Hội đàm với ông | A"."""
    return _forms()["met"].search(text, max(0, person.start - _MET), person.start) is not None


def is_subject(text: str, post: Post) -> bool:
    """Whether a verb seems to follow the office."""
    return _VERB.match(text, post.end) is not None


@cache
def _forms() -> dict[str, re.Pattern[str]]:
    """What may stand between an office and a name."""
    address = vocabulary().address
    several = rf"(?:(?:các|hai|ba|vị) )?{address}"
    line = r"\s{0,3}\n\s{0,3}"
    return {
        "met": re.compile(rf"(?:với|gặp|tiếp|cùng) (?:người đồng cấp (?:\w+ ){{1,3}})?{address}\Z"),
        "direct": re.compile(rf" (?:- )?{address}"),
        "signed": re.compile(rf"{line}(?:\(?(?:[Đđ]ã ký|[Kk]ý tên)[^)\n]{{0,20}}\)?{line})?{address}"),
        "comma": re.compile(rf" ?[,:-] ?{address}"),
        "is": re.compile(rf" (?:mới |hiện nay )?là {address}"),
        "conferred": re.compile(rf" (?:cho|đối với|của|thuộc về) {address}"),
        "list": re.compile(rf"(?: mới| khác)?(?: là| gồm(?: có)?| bao gồm)?:? ?\n?{several}"),
        "after own": re.compile(
            rf"(?:[,-] ?| - )[^;.:\n]{{1,150}}; (?:và )?{address}| ?- [^,;.:\n]{{1,80}}, {address}"
        ),
        "next": re.compile(rf"(?: \([^()\n]{{1,60}}\))?(?:[,;] | và |, và |; và | cùng |,){several}"),
    }
