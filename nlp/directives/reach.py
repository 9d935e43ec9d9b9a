"""A citation in, the cue that speaks of it out: the innermost one of its clause, near enough, and not denied."""

import re

from nlp.directives.chain import CLAUSE_END, Chain
from nlp.directives.cues import Cue, innermost

NEAR = 60  # letters from a cue to the document
_LONGEST = 120  # letters of the longest cue: a programme with the name of its body
# Between a cue and its document nothing ends the clause or begins another.
_APART = re.compile(
    r"[.;:!?…,()\n]|(?<!\w)(?:ban hành|ký|công bố|thông qua|được|bị|là|nhưng|mà|thì|khi|nếu|vì|do|để|nhằm|bằng|bởi"
    r"|ngoài|không|chưa|có|và|hoặc)(?!\w)",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"[ \n“\"(]{1,3}(?:(?:các|cho|toàn bộ|một phần|đối với)[ \n])?")
_NOT = re.compile(r"(?<!\w)(?:không|chưa|chẳng)[ \n](?:(?:được|bị|phải|kịp|hề|thể)[ \n])?\Z", re.IGNORECASE)
# A duty laid down in a legal text's last clause is nothing that anybody has done.
_DUTY = re.compile(r"(?<!\w)(?:có|chịu)[ \n]trách nhiệm[ \n](?:[^\W\d_]+[ \n]){0,3}\Z", re.IGNORECASE)
_DONE = frozenset(("studies", "implements", "guides", "continues"))


def cue_of(chain: Chain, at: int) -> Cue | None:
    """The cue of citation `at`, which stands before it."""
    citation, text, begin = chain.citations[at], chain.text, clause(chain, at)
    cue = innermost(text, begin, citation.start)
    if cue is None:
        return None
    if cue.relation == "issued_with":  # "thay thế Quy chế ban hành kèm theo Quyết định …" replaces the decision
        outer = innermost(text, begin, cue.start)
        if outer and outer.kind == "active":
            return outer
    if not _reaches(chain, at, cue) or _NOT.search(text, max(begin, cue.start - 20), cue.start):
        return None
    return None if cue.relation in _DONE and _DUTY.search(text, max(begin, cue.start - 50), cue.start) else cue


def clause(chain: Chain, at: int) -> int:
    """Where the clause before citation `at` begins, as far as cues are looked for."""
    start, before = chain.citations[at].start, chain.previous(at)
    begin = max(0, start - NEAR - _LONGEST, chain.citations[before].end if before is not None else 0)
    ends = [found.end() for found in CLAUSE_END.finditer(chain.text, begin, start)]
    return ends[-1] if ends else begin


def _reaches(chain: Chain, at: int, cue: Cue) -> bool:
    one, text = chain.citations[at], chain.text
    until = one.full_start if one.full_start >= cue.end else one.start
    if not text[cue.end : until].strip():
        return True
    if cue.kind == "near":
        return bool(_AT_ONCE.fullmatch(text, cue.end, until))
    return until - cue.end <= NEAR and not _APART.search(text, cue.end, until)
