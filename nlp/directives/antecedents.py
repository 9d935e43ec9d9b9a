"""A citation like "Chỉ thị này" and those before it in; which of them it takes up out."""

import re
from collections.abc import Sequence

from crawler.letters import fold
from nlp.directives.anaphora import printed_year
from nlp.document import Citation

SENTENCES = 3  # back in which an antecedent is looked for
_REACH = 1500  # letters; three long sentences
_END = re.compile(r"[.!?…][\"”’)\]]*[ \n]+(?=[\"“‘(\[]?[A-ZĐÀ-Ỵ0-9])|\n")
# Before a document that a sentence does something to: it is not what the sentence is about.
_OBJECT = re.compile(
    r"(?:thay the|thay cho|thay|sua doi|bo sung|bai bo|huy bo|dinh chinh|huong dan|can cu|theo|tai|trai voi|va"
    r"|mot so dieu cua|cua|thi hanh|thuc hien|trien khai)(?:[ \n](?:cac|mot so dieu cua|cho))?[ \n(]*\Z"
)
# A clause of a legal text, and what only such a text says of itself.
_CLAUSE = re.compile(r"(?:\A|\n)[ ]*(?:[\"“]?\d{1,2}\.[ ]|[a-zđ]\)[ ]|Điều \d+[.:]|Khoản \d+)")
_FORMULA_BEFORE = re.compile(r"(?:ke tu ngay|tu ngay|truoc ngay|sau ngay|den ngay|khi)[ \n]\Z")
_FORMULA_AFTER = re.compile(r"[ \n](?:co hieu luc|quy dinh (?:ve|chi tiet)|ap dung doi voi|duoc quoc hoi)")
_PARTS_OF_DECISION = frozenset(
    ("Quy chế", "Quy định", "Quyết định", "Đề án", "Kế hoạch", "Chương trình", "Quy hoạch", "Phương án")
)
_OPENING, _CLOSING = '“"', '”"'


def antecedent(text: str, citations: Sequence[Citation], at: int) -> int | None:
    """The place among `citations` of the document that citation `at` takes up; None where nothing is certain.

    In this order: the number that follows in brackets; the quoted document inside a quotation; another of the type
    earlier in the sentence; what the sentences before are about; the nearest of the type in them.
    """
    here = citations[at]
    if here.year:
        return _of_year(citations, at)
    if (following := _in_brackets(text, citations, at)) is not None:
        return following
    if (quoted := _quoted(text, citations, at)) is not None:
        return quoted
    begins = _sentences(text, here.start)
    for first, last in zip(begins, (here.start, *begins), strict=False):
        inside = [i for i in _before(citations, at, first) if citations[i].start < last]
        same = [i for i in inside if _same_type(citations[i], here)]
        if same:
            return next((i for i in same if not _is_object(text, citations[i])), same[-1] if first else same[0])
    return None


def says_self(text: str, citation: Citation, *, own_type: str | None) -> bool:
    """Whether "Luật này" stands in the law itself: by what the text is, by a clause's form, by a set phrase."""
    if own_type:
        return citation.type == own_type or (own_type == "Quyết định" and citation.type in _PARTS_OF_DECISION)
    before = fold(text[max(0, citation.start - 20) : citation.start])
    after = fold(text[citation.end : citation.end + 30])
    if _FORMULA_BEFORE.search(before) and _FORMULA_AFTER.match(after):
        return True
    return _CLAUSE.match(text, _line(text, citation.start)) is not None


def _line(text: str, at: int) -> int:
    return text.rfind("\n", max(0, at - _REACH), at) + 1


def _of_year(citations: Sequence[Citation], at: int) -> int | None:
    """For "nghị quyết năm 2011": the one of the type that bears the year, if all that do bear one number."""
    here = citations[at]
    same = [
        i
        for i, one in enumerate(citations)
        if one.kind != "anaphoric" and _same_type(one, here) and printed_year(one) == here.year
    ]
    return same[0] if len({citations[i].number for i in same}) == 1 else None


def _in_brackets(text: str, citations: Sequence[Citation], at: int) -> int | None:
    here = citations[at]
    if at + 1 < len(citations) and _same_type(citations[at + 1], here):
        gap = text[here.end : citations[at + 1].start].strip()
        return at + 1 if gap in ("(", "[") else None
    return None


def _quoted(text: str, citations: Sequence[Citation], at: int) -> int | None:
    """The document before the opening mark, where "Luật này" stands in words quoted from it."""
    here = citations[at]
    opened = max(text.rfind(mark, max(0, here.start - _REACH), here.start) for mark in _OPENING)
    if opened < 0 or any(mark in text[opened + 1 : here.start] for mark in _CLOSING):
        return None
    before = [i for i in _before(citations, at, max(0, opened - 150)) if citations[i].end <= opened]
    if before and ":" in text[citations[before[0]].end : opened] and _same_type(citations[before[0]], here):
        return before[0]
    return None


def _before(citations: Sequence[Citation], at: int, since: int) -> list[int]:
    """Places of the citations in [since, the one at `at`), the nearest first."""
    found = []
    for i in range(at - 1, max(-1, at - 30), -1):
        if citations[i].start < since:
            break
        found.append(i)
    return found


def _sentences(text: str, at: int) -> list[int]:
    """Where the sentence that holds `at` begins, and the ones before it, the nearest first."""
    first = max(0, at - _REACH)
    ends = [found.end() for found in _END.finditer(text, first, at)]
    return [*reversed(ends[-(SENTENCES + 1) :]), first][: SENTENCES + 1]


def _same_type(one: Citation, other: Citation) -> bool:
    return (
        one.type == other.type
        or {one.type, other.type} <= {"Luật", "Bộ luật"}
        or ({one.type, other.type} <= {"Quyết định", "Quy định"})
    )


def _is_object(text: str, citation: Citation) -> bool:
    return bool(_OBJECT.search(fold(text[max(0, citation.start - 40) : citation.start])))
