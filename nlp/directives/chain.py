"""The citations of a text in, how they hang together out: which make up a list, which can be a verb's subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.document import Citation

REACH = 250  # letters from a document to the verb of which it is the subject: its title stands between
_BACK = 8  # citations that are looked at, going back from a place
_LONGEST = 160  # letters between two members of a list: day, issuer and term of the first
_LINE = r"\n[ ]*\n|\n(?=[ ]*(?:[-+*•(]|\d{1,2}[.)]|[a-zđ]\)))"
CLAUSE_END = re.compile(rf"[.;:!?…](?=\s)|{_LINE}")
_SENTENCE_END = re.compile(rf"[.;!?…](?=\s)|{_LINE}")
# What may stand after a number and still only tell which document it is: day, term, issuer, a word in brackets.
_DAY = r"(?:ngày[ \n])?\d{1,2}(?:[ ]?[/.-][ ]?|[ ]tháng[ ])\d{1,2}(?:[ ]?[/.-][ ]?|[ ]năm[ ])\d{4}"
_ISSUER = r"[ \n](?:của|do)[ \n][^,.;:()\n]{2,90}?"
_ATTRIBUTES = rf"(?:[ \n]?,?[ \n]?(?:{_DAY}|khoá[ \n][IVX\d]{{1,5}})|{_ISSUER}|[ \n]?\([^()\n]{{1,80}}\)){{0,4}}?"
_AT_ONCE = re.compile(rf"{_ATTRIBUTES}(?P<comma>[ \n]?,)?[ \n]?(?:đã|sẽ|cũng|đang)?[ \n]?")
_CONJUNCTION = r"(?:,[ \n])?(?:(?:và|cùng(?: với)?|với|hoặc|hay|gắn với)[ \n]{1,3}|&[ ]?)(?:các[ \n]|cả[ \n])?"
_AND = re.compile(rf"{_ATTRIBUTES}[ \n]{{0,3}}{_CONJUNCTION}")
_COMMA = re.compile(rf"{_ATTRIBUTES}[ \n]{{0,3}},[ \n]{{0,3}}")
# After what opens a clause of its own: "Nghị định A thay thế B, Nghị định C hướng dẫn …".
_PREDICATE = re.compile(
    rf"{_ATTRIBUTES}[ \n]{{1,3}}"
    r"(?:sửa đổi|thay thế|bãi bỏ|hướng dẫn|quy định|nêu|yêu cầu|cho phép|có hiệu lực)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Chain:
    """`text` is in standard spelling, the `citations` in its order, one before those inside it."""

    text: str
    citations: Sequence[Citation]
    listed: dict[int, int]  # of each member of a list but the first, the member before it
    official: bool  # the text is a document itself: it speaks of itself

    def previous(self, at: int) -> int | None:
        """The citation that ends before citation `at` begins; one that holds it does not count."""
        return _previous(self.citations, at)

    def before(self, at: int, place: int) -> int | None:
        """The last one before citation `at` that ends by `place`."""
        found = self.previous(at)
        while found is not None and self.citations[found].end > place:
            found = self.previous(found)
        return found

    def is_adjacent(self, at: int, place: int, *, comma: bool) -> bool:
        """Whether a verb at `place` follows the document with nothing between but what tells which one it is."""
        one = self.citations[at]
        if not 0 <= place - one.end <= REACH:
            return False
        found = _AT_ONCE.fullmatch(self.text, one.end, place)
        return one.full_end > place or bool(found and (comma or not found["comma"]))

    def same_sentence(self, start: int, end: int) -> bool:
        return end - start <= REACH and _SENTENCE_END.search(self.text, start, end) is None


def chain(text: str, citations: Sequence[Citation]) -> Chain:
    official = any(one.canonical == "self" for one in citations)
    return Chain(text, citations, _lists(text, citations), official)


def _lists(text: str, citations: Sequence[Citation]) -> dict[int, int]:
    joined: dict[int, int] = {}
    following: int | None = None  # the member before the last one that was joined
    for at in reversed(range(len(citations))):  # whether a comma joins hangs on what follows
        before = _previous(citations, at)
        if before is not None and _is_member(text, citations, before, at, goes_on=following == at):
            joined[at] = following = before
    return joined


def _is_member(text: str, citations: Sequence[Citation], before: int, at: int, *, goes_on: bool) -> bool:
    """A comma may open another clause: alone it joins documents of one type, or such as a list goes on from."""
    first, one = citations[before], citations[at]
    if one.start - first.end > _LONGEST:
        return False
    begin = one.full_start if one.full_start >= first.end else one.start  # with its pinpoint
    if _AND.fullmatch(text, first.end, begin):
        return True
    alike = one.type == first.type and not _PREDICATE.match(text, one.end)
    return (goes_on or alike) and _COMMA.fullmatch(text, first.end, begin) is not None


def _previous(citations: Sequence[Citation], at: int) -> int | None:
    start = citations[at].start
    return next((i for i in range(at - 1, max(-1, at - _BACK), -1) if citations[i].end <= start), None)
