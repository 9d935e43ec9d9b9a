"""A title in a text in, the whole office out: title and body, as printed."""

import re
from dataclasses import dataclass

from nlp.document import Entity
from nlp.offices.names import Names
from nlp.offices.titles import Title
from nlp.offices.vocabulary import vocabulary

MAX_WORDS = 16  # of a body that no recogniser knows
_STOPS = frozenset(',;:.()-\n"”')  # what may follow the name of a body; a verb may not
_GAP = 40  # letters of small words between a title and the name of its body: "Hiệu trưởng trường đại học | …"
_WORD = re.compile(r"(?: -)? ?([^\s,;:.!?()\"“”\[\]-](?:[^\s,;:.!?()\"“”\[\]]|\.(?=\w))*)")
_TERM = re.compile(
    r"(?:,? (?:(?:các )?khoá|nhiệm kỳ|NK) (?:trước|này|mới|tới|thứ [IVX\d]+|[IVXL\d]+(?: ?- ?[IVXL\d]+)?)"
    r"(?:, [IVXL\d]+(?![\w%]))*)+",
    re.IGNORECASE,
)
_PAST_TERM = re.compile(r"(?:nhiệm kỳ|khoá) trước|tiền nhiệm|mãn nhiệm", re.IGNORECASE)
_BRACKETED = re.compile(r" \([^()\n]{1,30}\)")
_OF = re.compile(r" (?:của|thuộc|tại) (?:nước |tỉnh |thành phố |TP )?")
_ABROAD = re.compile(r",? (?:tại|ở|kiêm nhiệm|kiêm nhiệm tại|kiêm|và) (?:nước )?")
_COUNTRY = re.compile(
    r" (?:của |tại |ở )?"
    r"(?:nước |bang |tiểu bang |tỉnh |thành phố |TP |huyện |quận |xã |phường |thị xã |thị trấn |thôn )?"
)
_CHARGE = re.compile(r" (?:phụ trách|chuyên trách|đặc trách|kiêm nhiệm) [^,;:.()\n\"“”]{1,60}(?=,)")
_NEARER = re.compile(r",? (?:của |tại |ở |thuộc )?(?:(?:tỉnh|thành phố|TP|huyện|quận|xã|phường|thị xã) )?")


@dataclass(frozen=True, slots=True)
class Post:
    """`end` is that of what is printed of the office; a name may follow at `reach`, after words that only place it."""

    title: Title
    end: int
    reach: int
    office: str
    organization: str | None
    former: bool
    has_body: bool

    @property
    def start(self) -> int:
        return self.title.start


def post(text: str, title: Title, names: Names, *, limit: int) -> Post | None:
    """None where the words are no office.  Nothing from `limit` on is read: the next title begins there."""
    inner = names.over(title.end - 1)
    if inner and title.first < inner.start and inner.end > title.end:  # "Trưởng | Ban Tổ chức Trung ương"
        return _made(text, title, inner.end, names=names, limit=limit, body=inner, fused=True)
    at = title.end
    if not _organization_at(names, at + 1):
        at = _end(vocabulary().kinds, text, at)
    at = _end(vocabulary().remarks, text, at)
    title_end = at
    at = _end(_TERM, text, at)
    body, end = _body(text, at, title=title, names=names, limit=limit)
    if end == at and title.form in vocabulary().needy:
        return None
    fused = (
        title.kind in ("whole", "fused")
        or (body is None and end > at)
        or (body is not None and body.type == "LOC")
    )
    if title.kind == "whole" and body and body.type == "ORG":
        fused = False
    return _made(text, title, end, names=names, limit=limit, body=body, fused=fused, title_end=title_end)


def _made(
    text: str,
    title: Title,
    end: int,
    *,
    names: Names,
    limit: int,
    body: Entity | None,
    fused: bool,
    title_end: int | None = None,
) -> Post:
    has_body = body is not None or end > (title_end or title.end)
    office_end = end if fused else (title_end or title.end)
    if body and body.type == "ORG":
        end, office_end = _beyond(text, end, names=names, office_end=office_end)
    office = " ".join(_TERM.sub("", _BRACKETED.sub("", text[title.first : office_end])).split())
    end = max(end, _end(_TERM, text, end))
    end = _end(vocabulary().remarks, text, end)
    inside = [one.canonical for one in names.within(title.first, office_end) if one.type == "ORG"]
    organization = body.canonical if body and body.type == "ORG" else (inside[0] if inside else None)
    printed = text[title.start : end]
    former = title.former or _PAST_TERM.search(printed) is not None
    return Post(title, end, _reach(text, end, names=names, limit=limit), office, organization, former, has_body)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _organization_at(names: Names, at: int) -> bool:
    found = names.at(at)
    return found is not None and found.type == "ORG"


def _body(text: str, at: int, *, title: Title, names: Names, limit: int) -> tuple[Entity | None, int]:
    """What the body is, where that is known, and where it ends; nothing where it ends at `at`."""
    named = names.next(at)
    if named and named.type == "ORG" and named.end <= limit and _leads(text, at, named.start):
        return named, named.end
    place = names.at(_end(_COUNTRY, text, at)) if text[at : at + 1] == " " else None
    if place and place.type == "LOC" and title.kind != "deputy":
        return place, _abroad(text, place.end, names=names)
    if title.kind == "deputy":
        return None, at
    end = _words_end(text, at, names=names, limit=limit)
    if title.kind == "whole" and names.person_at(end + 1) is None:
        return None, at
    return None, end


def _leads(text: str, at: int, start: int) -> bool:
    """Whether all between a title and a name are words that belong to names of bodies."""
    if start == at + 1:
        return text[at] == " "
    between = text[at:start]
    if len(between) > _GAP or not between.startswith(" ") or not between.endswith(" "):
        return False
    known = vocabulary()
    return all(word in known.heads or word in known.inside for word in between.split())


def _abroad(text: str, end: int, *, names: Names) -> int:
    """The end of all places that are named: "Đại sứ Việt Nam | tại Ấn Độ kiêm nhiệm Nepal và Bhutan"."""
    while found := _ABROAD.match(text, end):
        place = names.at(found.end())
        if not place or place.type != "LOC" or (found[0].strip() == "và" and "kiêm" not in text[end - 60 : end]):
            break
        end = place.end
    return end


def _words_end(text: str, at: int, *, names: Names, limit: int) -> int:
    """Where the words end that look like the name of a body, up to a person's name."""
    limit = min(limit, names.next_person(at, default=len(text)))
    known, place, words, capitals = vocabulary(), at, at, at
    for _ in range(MAX_WORDS):
        found = _WORD.match(text, place, limit)
        word = found[1] if found and text[place] == " " else ""
        capital = word[:1].isupper() or word[:1].isdigit()
        if not found or not (capital or word in known.heads or (place > at and word in known.inside)):
            break
        place = found.end()
        capitals = place if capital else capitals
        words = place if word not in known.joining else words
    stops = place + 1 >= limit or text[place] in _STOPS
    return words if stops else capitals


def _beyond(text: str, end: int, *, names: Names, office_end: int) -> tuple[int, int]:
    """Past the body's abbreviation in brackets and the body that it is a part of."""
    fused = office_end == end
    after = _end(_BRACKETED, text, end)
    found = _OF.match(text, after)
    whole = names.at(found.end()) if found else None
    if whole and whole.type != "PER":
        after = whole.end
    return after, (after if fused else office_end)


def _reach(text: str, end: int, *, names: Names, limit: int) -> int:
    """Past the places and bodies in which the body lies: "…, huyện Hoà An (Cao Bằng) | Nguyễn Văn A"."""
    reach = _end(_CHARGE, text, end)
    for _ in range(3):
        after = _end(_BRACKETED, text, reach)
        found = _NEARER.match(text, after)
        larger = names.at(found.end()) if found else None
        if not larger or larger.type == "PER" or larger.end > limit:
            return after
        reach = larger.end
    return reach
