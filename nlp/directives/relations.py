"""Resolved citations of one text in, what it does to their documents, and they to each other, out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from nlp.directives.chain import Chain, chain
from nlp.directives.cues import Cue
from nlp.directives.order import Order
from nlp.directives.reach import clause, cue_of
from nlp.directives.registry import Registry
from nlp.directives.source import ACTIVITY, LEGAL, SELF, Tie, drafted, source
from nlp.document import Citation, Relation

_PART = re.compile(r"(?<!\w)(?:điểm|khoản|điều|mục|chương|phụ lục|cụm từ)(?=[ \n][\w“\"])", re.IGNORECASE)
_FROM = re.compile(r"[ \n]từ[ \n](?:ngày|khi)\Z", re.IGNORECASE)
_IN_FORCE = re.compile(r"[ \n](?:bắt đầu[ \n])?có hiệu lực(?!\w)")
_CONTINUE = frozenset(("Kết luận", "Chỉ thị", "Nghị quyết"))


def relate(text: str, citations: Sequence[Citation], *, registry: Registry) -> tuple[Relation, ...]:
    """`text` is in standard spelling, and all spans are in it.

    One for each mention of which the words say why it is there; what would be done by an older document to a newer
    one is left out.  What is only proposed ("dự thảo Nghị định thay thế …") is done by "activity", never by a
    document, and its cue begins with the word that says so.
    """
    order = Order(registry, citations)
    return tuple(
        one
        for at, tie in _ties(chain(text, citations)).items()
        for one in _relations(text, citations[at], tie)
        if one.source != one.to and order.allows(one.source, one.relation, one.to)
    )


def _relations(text: str, citation: Citation, tie: Tie) -> Iterator[Relation]:
    start, end = tie.cue.start, tie.cue.end
    for other in tie.others:
        by, to = (other, citation.canonical) if tie.patient is None else (citation.canonical, other)
        if by and to and to != SELF:
            yield Relation(by, to, tie.relation, text[start:end], start, end)


def _ties(chain: Chain) -> dict[int, Tie]:
    """What the words before each citation say; the members of a list share what is said of the first."""
    ties: dict[int, Tie] = {}
    for at, citation in enumerate(chain.citations):
        if "._th~" in (citation.canonical or ""):
            continue  # a programme known by nothing but the document that it carries out, which stands inside
        first = chain.listed.get(at)
        cue = cue_of(chain, at) if first is None else None
        found = ties.get(first) if first is not None else (cue and _tie(chain, at, cue, ties))
        if found:
            ties[at] = found
    return ties


def _tie(chain: Chain, at: int, cue: Cue, ties: Mapping[int, Tie]) -> Tie | None:
    if cue.kind == "passive":
        return _passive(chain, at, cue, ties)
    draft = drafted(chain.text, cue, clause(chain, at)) if cue.relation in LEGAL else None
    if draft is not None:
        return Tie(replace(cue, start=draft), _relation(chain, at, cue, ACTIVITY), (ACTIVITY,))
    by = source(chain, at, cue, ties)
    return Tie(cue, _relation(chain, at, cue, by), (by,))


def _relation(chain: Chain, at: int, cue: Cue, by: str) -> str:
    """What is done to a part amends the whole; a guide "về thực hiện" another document guides it."""
    target = chain.citations[at]
    if cue.relation in ("replaces", "repeals"):
        part = target.pinpoint or _PART.search(chain.text, cue.end, target.start)
        return "amends" if part else cue.relation
    if cue.relation not in ("implements", "continues"):
        return cue.relation
    type_ = next((one.type for one in reversed(chain.citations[:at]) if one.canonical == by), None)
    if type_ == "Hướng dẫn":
        return "guides"
    return "continues" if cue.relation == "continues" and type_ in _CONTINUE else "implements"


def _passive(chain: Chain, at: int, cue: Cue, ties: Mapping[int, Tie]) -> Tie | None:
    """In "A đã được sửa đổi theo B hết hiệu lực kể từ ngày C có hiệu lực" both are done to A."""
    if _FROM.search(chain.text, cue.start, cue.end):
        force = _IN_FORCE.match(chain.text, chain.citations[at].end)
        if force is None:
            return None
        cue = replace(cue, end=force.end())
    patient = chain.before(at, cue.start)
    if patient is None or not chain.same_sentence(chain.citations[patient].end, cue.start):
        return None
    while (tie := ties.get(patient)) and tie.patient is not None:
        patient = tie.patient
    if tie and (head := _head(chain, at, patient, tie)) is not None:
        patient = head
    return Tie(cue, cue.relation, _patients(chain, patient, cue), patient)


def _head(chain: Chain, at: int, patient: int, tie: Tie) -> int | None:
    """In "Thông tư A hướng dẫn Nghị định B được sửa đổi bởi Thông tư C" what is amended is of C's type."""
    type_ = chain.citations[at].type
    if tie.relation not in LEGAL or chain.citations[patient].type == type_:
        return None
    found = (i for i in range(patient - 1, max(-1, patient - 4), -1) if chain.citations[i].type == type_)
    return next((i for i in found if chain.citations[i].canonical in tie.others), None)


def _patients(chain: Chain, last: int, cue: Cue) -> tuple[str, ...]:
    """The whole list that loses its force; of a list that is amended only the last member."""
    members = [last]
    while cue.relation == "repeals" and members[-1] in chain.listed:
        members.append(chain.listed[members[-1]])
    return tuple(key for at in reversed(members) if (key := chain.citations[at].canonical))
