"""A title in a text in, the whole office out: title and body, as printed."""

import re
from dataclasses import dataclass, replace

from nlp.offices.body import Body, Surroundings, beyond, body, end_of, reach, without_brackets
from nlp.offices.titles import Title
from nlp.offices.vocabulary import vocabulary

_TERM = re.compile(
    r"(?:,? (?:(?:các )?khoá|nhiệm kỳ|NK) (?:trước|này|mới|tới|thứ [IVX\d]+|[IVXL\d]+(?: ?- ?[IVXL\d]+)?)"
    r"(?:, [IVXL\d]+(?![\w%]))*)+",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?:nhiệm kỳ|khoá) trước|tiền nhiệm|mãn nhiệm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """`end` is that of what is printed of it; a name may follow at `reach`, after words that only place it."""

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


def post(around: Surroundings, title: Title, *, limit: int) -> Post | None:
    """None where the words are no office.  Nothing from `limit` on is read: the next title begins there."""
    inner = around.names.over(title.end - 1)
    if inner and title.first < inner.start and inner.end > title.end:  # "Trưởng | Ban Tổ chức Trung ương"
        return _made(around, title, Body(inner, inner.start, inner.end), title_end=title.end, limit=limit)
    if title.kind == "deputy":
        return _made(around, title, Body(None, title.end, title.end), title_end=title.end, limit=limit)
    title_end, at = _title_end(around, title)
    found = body(around, at, title=title, limit=limit)
    if inner and inner.start == title.first and inner.end > at:  # taken for one name by a recogniser
        found = Body(None, at, inner.end)
    if not found and title.form in vocabulary().needy:
        return None
    return _made(around, title, found or Body(None, at, at), title_end=title_end, limit=limit)


def serving(master: Post, server: Title, text: str) -> Post:
    """The office of who serves the holder of another: "người phát ngôn của | Tổng thống Brazil"."""
    office = " ".join(text[server.first : master.end].split())
    return replace(
        master,
        title=replace(server, end=master.title.end),
        office=office,
        organization=None,
        former=server.former,
        has_body=True,
    )


def _title_end(around: Surroundings, title: Title) -> tuple[int, int]:
    """Where the title ends with what says which of several it is; and where its term of office ends."""
    at = title.end
    named = around.names.at(at + 1)
    if not named or named.type != "ORG":
        at = end_of(vocabulary().kinds, around.text, at)
    return at, end_of(_TERM, around.text, end_of(vocabulary().remarks, around.text, at))


def _made(around: Surroundings, title: Title, found: Body, *, title_end: int, limit: int) -> Post:
    text, known = around.text, found.name
    end = beyond(around, found.end) if known and known.type == "ORG" else found.end
    fused = _is_fused(around, title, found, title_end=title_end)
    office_end = end if fused and found.end > found.start else title_end
    office = without_brackets(text[title.first : office_end])
    has_body = known is not None or end > title_end
    end = end_of(vocabulary().remarks, text, end_of(_TERM, text, end))
    return Post(
        title,
        end,
        reach(around, end, limit=limit),
        " ".join(_TERM.sub("", office).split()),
        _organization(around, title, found),
        title.former or _PAST.search(text, title.start, end) is not None,
        has_body,
    )


def _is_fused(around: Surroundings, title: Title, found: Body, *, title_end: int) -> bool:
    """Whether title and body are one name: not "Chủ tịch | Hội Luật gia", "Tổng Bí thư | Đảng Cộng sản Pháp"."""
    if found.name and found.name.start < title_end:
        return True
    if found.name and found.name.type == "ORG":  # not "Phó Trưởng ban Thường trực | Ban Tuyên giáo"
        return title.kind == "fused" and found.name.surface.split()[0].lower() not in title.form.split()
    return found.name is not None or title.kind != "apart" or _is_class(around, found)


def _is_class(around: Surroundings, found: Body) -> bool:
    """As in "Chủ tịch | tỉnh", where the text has said which."""
    return around.text[found.start : found.end].strip() in vocabulary().places


def _organization(around: Surroundings, title: Title, found: Body) -> str | None:
    if found.name and found.name.type == "ORG":
        return found.name.canonical
    for one in around.names.within(title.first + 1, found.end):
        if one.type == "ORG" and " " in one.canonical:  # not the bare "Đảng" of "Ban cán sự Đảng"
            return one.canonical
    if found.start == found.end and title.form in vocabulary().bodies:
        return vocabulary().bodies[title.form]
    if found.name or title.kind != "apart":
        return None
    words = " ".join(around.text[found.start : found.end].split())
    if not words or _is_class(around, found):
        return None
    return around.names.last_body(words, before=title.first) or (words if " " in words else None)
