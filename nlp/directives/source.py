"""A cue before a citation in, who does that to its document out: another document, the text itself, or people."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from nlp.directives.chain import Chain
from nlp.directives.cues import Cue
from nlp.directives.issuers import system_of
from nlp.directives.key import is_decided
from nlp.document import Citation

ACTIVITY = "activity"
SELF = "self"
# What documents do: their subject may stand far from the verb.
LEGAL = frozenset((
    "corrects", "replaces", "repeals", "suspends", "amends", "guides", "institutionalises",
))  # fmt: skip
_OF_TEXT = frozenset(("corrects", "replaces", "repeals", "suspends", "amends", "legal_basis"))
_OF_PEOPLE = frozenset(("cites", "violates", "issued_with", "legal_basis"))
_FULL_STOP = re.compile(r"[.!?…](?=\s)|\n")
_NEAR = 6  # citations to either side among which the owner of a programme is looked for
_BACK = 400  # letters back in which "(thay thế …)" and "Nghị định thay thế …" find their document
_ASIDE = re.compile(r"\([ ]?\Z")
_TYPES = (
    "Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định|Quy định|Chỉ thị|Kết luận|Bộ luật|Luật|Pháp lệnh"
    "|Hướng dẫn|Công văn|Kế hoạch|Quy chế"
)
# "Nghị định thay thế …" at the head of a sentence takes up the decree before; "ban hành Nghị định …" is a new one.
_BARE = re.compile(
    rf"(?:[.;:!?\n)”\"][ \n]*|\A)(?P<type>{_TYPES})(?:[ ](?:này|trên))?(?:[ ](?:đã|sẽ|được ban hành))?[ ]\Z"
)
# The title of a document, in its own text.
_TITLE = re.compile(rf"(?:ban hành[ \n]{{1,3}}|\n[ ]*)(?:{_TYPES})[ \n]{{1,4}}(?:về việc[ \n])?\Z", re.IGNORECASE)
_NEW = re.compile(rf"(?<!\w)(?:{_TYPES})[ ]mới(?!\w)", re.IGNORECASE)
_OTHERS = re.compile(
    r",[ \n](?:Bộ|Chính phủ|Thủ tướng|Quốc hội|UBND|HĐND|Uỷ ban|Ban|Sở|Công an|Cục|Tổng cục|Văn phòng|Tỉnh"
    r"|Thành uỷ|Đảng|ông|bà|đồng chí|đại biểu|Phó)(?!\w)"
)
_DRAFT = re.compile(
    r"(?<!\w)(?:dự thảo|dự án|đề xuất|kiến nghị|đề nghị|dự kiến|góp ý|ý kiến|xem xét|trình)"
    r"(?:[ \n][^\W\d_]+){0,8}?[ \n]{0,2}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What a citation's words say: a cue, and the documents at its other end."""

    cue: Cue
    relation: str
    others: tuple[str, ...]  # sources of what is done to it; where the cue is passive, those that it does it to
    patient: int | None = None  # of a passive, the last of those


def drafted(text: str, cue: Cue, begin: int) -> int | None:
    """Where "dự thảo Nghị định" before the cue begins: what is only proposed is no document's doing yet."""
    found = _DRAFT.search(text, max(begin, cue.start - 80), cue.start)
    return found.start() if found else None


def source(chain: Chain, at: int, cue: Cue, ties: Mapping[int, Tie]) -> str:
    """The key of a document, SELF or ACTIVITY; `ties` are those of the citations before."""
    subject = None if cue.relation in _OF_PEOPLE else _subject(chain, at, cue, ties)
    holder = _holder(chain, at, cue)
    if holder and not (subject and cue.kind == "programme"):
        return holder.canonical or ACTIVITY
    if subject:
        return subject
    if cue.kind == "programme" and (body := _owner(chain, at)):
        return f"{body}.ctr.x._th~{chain.citations[at].canonical}"
    if not chain.official:
        return ACTIVITY
    title = cue.relation in LEGAL and _TITLE.search(chain.text, max(0, cue.start - 60), cue.start)
    return SELF if cue.relation in _OF_TEXT or title else ACTIVITY


def _holder(chain: Chain, at: int, cue: Cue) -> Citation | None:
    """The citation whose name holds the cue: "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục"."""
    before = chain.citations[max(0, at - 3) : at]
    return next((one for one in before if one.start <= cue.start and cue.end <= one.end), None)


def _owner(chain: Chain, at: int) -> str | None:
    """Whose programme it is: the mass organisation that issued what else its sentence cites, if there is one."""
    here = chain.citations[at]
    bodies = set()
    for one in chain.citations[max(0, at - _NEAR) : at + _NEAR]:
        if not one.canonical or not is_decided(one.canonical):
            continue
        body = one.canonical.split(".")[0]
        first, last = min(one.end, here.end), max(one.start, here.start)
        if system_of(body) == "mass" and last - first <= _BACK and not _FULL_STOP.search(chain.text, first, last):
            bodies.add(body.split("-")[0])
    return bodies.pop() if len(bodies) == 1 else None


def _subject(chain: Chain, at: int, cue: Cue, ties: Mapping[int, Tie]) -> str | None:
    """The document that does it, by the words between it and the cue."""
    text, target = chain.text, chain.citations[at]
    if cue.relation in LEGAL and _ASIDE.search(text, max(0, cue.start - 2), cue.start):
        return _last(chain, at, target.type, since=cue.start - _BACK)
    if bare := _BARE.search(text, max(0, cue.start - 60), cue.start):
        return _last(chain, at, bare["type"], since=cue.start - _BACK)
    before = chain.before(at, cue.start)
    if before is None:
        return None
    if chain.is_adjacent(before, cue.start, comma=before not in ties):
        return _other(chain.citations[before], target)
    return _far(chain, before, target, cue, ties.get(before))


def _far(chain: Chain, before: int, target: Citation, cue: Cue, tie: Tie | None) -> str | None:
    """The subject of a longer sentence; a document to which something is done shares the subject of that."""
    one = chain.citations[before]
    if cue.relation not in LEGAL or not chain.same_sentence(one.end, cue.start):
        return None
    between = chain.text[one.end : cue.start]
    if _OTHERS.search(between) or _NEW.search(between):
        return None
    if tie is None:
        return _other(one, target)
    return tie.others[0] if tie.relation in LEGAL and tie.patient is None else None


def _other(one: Citation, target: Citation) -> str | None:
    return one.canonical if one.canonical != target.canonical else None


def _last(chain: Chain, at: int, type_: str | None, *, since: int) -> str | None:
    """The last other document of the type before citation `at`."""
    target = chain.citations[at]
    for one in reversed(chain.citations[max(0, at - 20) : at]):
        if one.start < since:
            return None
        if one.type == type_ and one.canonical and one.canonical != target.canonical:
            return one.canonical
    return None
