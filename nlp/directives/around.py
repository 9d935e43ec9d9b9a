"""A citation's place in, what the words round it say out: who issued the document, and what it is about."""

import re
from dataclasses import dataclass

from nlp.directives.issuers import body_of, issuer_names

_REACH = 260  # letters after a citation that are looked at
_BACK = 130  # and before it
# For text without accents.
_OF = re.compile(
    r"[ \n]{0,3}[,(|]?[ \n]{0,3}(?:(?:da[ \n])?duoc[ \n])?(?:cua|do|thuoc)[ \n]{1,3}"
    r"(?P<issuer>[^,.;:()\n|\"“”]{2,110}(?:\n[^,.;:()\n|\"“”]{2,60})?)"
)
_CELL = re.compile(r"[ \n]{0,3}\|[ ]?(?P<issuer>[^|\n]{4,60})")
_STOP = re.compile(
    r"[ \n](?:ve|ban hanh|ngay|khoa|quy dinh|huong dan|phe duyet|v/v|sua doi|trong|thi|da|se|la|cung|duoc|de|nham"
    r"|co|va|voi|theo|tai|ky|cho|gui|yeu cau|doi voi|nhung|khi|vao|noi|neu|chi dao|dat|den|nam|so|hoac|hay|nen|ra)"
    r"(?![^\W_])"
)
_VERB = r"(?<![^\W_])(?:ban hanh|ky|co|ra|phe duyet|dua ra|gui|thong qua|issued)(?![^\W_])"
_ISSUES = re.compile(rf"{_VERB}(?:[ \n]+[^\W\d]+){{0,4}}?[ \n]*\Z")
_DOES = re.compile(
    rf"(?:[ \n]+[^\W\d]+){{0,8}}?[ \n]+(?:(?:da|vua|moi|cung|se|lai)[ \n]+)?{_VERB}"
    r"(?:[ \n]+[^\W\d]+){0,4}?[ \n]*\Z"
)
_BEGINS = re.compile(r"[ \n]+(?:da|vua|moi|ban hanh|ky|co|ra|phe duyet)(?![^\W_])")
_NEAR = 60  # letters before a citation in which that verb stands
_SUBJECT = re.compile(
    r"[ \n]{0,3}[,:)]?[ \n]{0,3}(?:khoa[ \n]\w{1,5}\)?[ \n]{0,2},?[ \n]{0,2})?"
    r"(?:(?:ve viec|ve|v/v|quy dinh ve|quy dinh|huong dan|phe duyet|ban hanh|sua doi)[ \n]+|(?=[“\"]))"
)
_SUBJECT_END = re.compile(r"[.;]|\n[ \n]*\n|[”\"](?=[ \n,.;)]|\Z)")
_LONGEST = 200  # letters of a subject


@dataclass(frozen=True, slots=True)
class Around:
    end: int  # of all that belongs to the citation
    issuer: str | None = None
    subject: str | None = None


def around(text: str, folded: str, span: tuple[int, int], day_end: int) -> Around:
    """`day_end` is where the day after the citation at `span` ends; the issuer may stand before that day."""
    start, end = span
    issuer, after = _issuer_after(text, folded, end)
    if issuer is None and day_end > end:
        issuer, after = _issuer_after(text, folded, day_end)
    if issuer is None:
        issuer = _issuer_before(text, folded, start)
    subject, last = _subject(text, folded, max(after, day_end))
    return Around(last, issuer, subject)


def _issuer_after(text: str, folded: str, end: int) -> tuple[str | None, int]:
    found = _OF.match(folded, end, end + _REACH) or _CELL.match(folded, end, end + _REACH)
    if found is None:
        return None, end
    first, last = found.span("issuer")
    words = folded[first:last]
    name = issuer_names().match(words)
    stops = (one.start() for one in _STOP.finditer(words, name.end() if name else 0))
    stopped = next((first + at for at in stops if text[first + at + 1].islower()), last)  # not in "Hà Nam"
    issuer = " ".join(text[first:stopped].split())
    return (issuer, stopped) if issuer and (name or text[first].isupper()) else (None, end)


def _issuer_before(text: str, folded: str, start: int) -> str | None:
    """The last body named before, where it is the subject of a verb that issues."""
    if (
        not folded[max(0, start - 2) : start - 1].isalpha()
        or _ISSUES.search(folded, max(0, start - _NEAR), start) is None
    ):
        return None
    first = max(0, start - _BACK)
    window = folded[first:start]
    window = window[window.rfind(". ") + 1 :] if ". " in window else window
    first = start - len(window)
    names = [one for one in issuer_names().finditer(window) if window[one.start() - 1 : one.start()].strip() == ""]
    for name in reversed(names):
        if _DOES.match(window, name.end()) and body_of(text[first + name.start() : start]):
            verb = _BEGINS.search(window[name.end() :])
            return text[first + name.start() : first + name.end() + (verb.start() if verb else 0)]
    return None


def _subject(text: str, folded: str, at: int) -> tuple[str | None, int]:
    found = _SUBJECT.match(folded, at, at + _REACH)
    if found is None:
        return None, at
    first = found.end()
    quoted = folded[first : first + 1] in ("“", '"')
    stop = _SUBJECT_END.search(folded, first + 1, first + _LONGEST)
    last = stop.start() if stop else _word_end(text, first + _LONGEST)
    subject = " ".join(text[first + quoted : last].split())
    return (subject, last + (1 if stop and stop[0] in ("”", '"') else 0)) if len(subject) > 4 else (None, at)


def _word_end(text: str, at: int) -> int:
    return len(text) if at >= len(text) else max(text.rfind(" ", 0, at), 0)
