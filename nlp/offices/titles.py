"""A text in, the titles of offices in it out, each with the words before it that say former, acting or several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs

from nlp.offices.vocabulary import vocabulary

_REACH = 40  # letters before a title that are looked at
_FORMER = re.compile(
    r"(?<!\w)(?:(?:đã )?từng (?:là|làm|giữ chức(?: vụ)?|đảm nhiệm(?: chức vụ)?)"
    r"|nguyên là|khi còn là|nguyên|cựu|cố) \Z",
    re.IGNORECASE,
)
_NO_FORMER = re.compile(r"(?:(?:[Tt]ài|[Cc]ao|[Gg]iữ|[Tt]rung|thảo|căn) nguyên|(?:Tây|Thái|Cao|Trung) Nguyên) \Z")
_ACTING = re.compile(r"(?<!\w)(?:tạm )?quyền \Z|(?<!\w)Q\. ?\Z", re.IGNORECASE)
_NO_ACTING = re.compile(r"(?:uỷ|thẩm|chính|chủ|quản|trao|đúng|nhân|cầm|có) quyền \Z", re.IGNORECASE)
_NEW = re.compile(r"(?<!\w)tân \Z", re.IGNORECASE)
# Numbers are names too, in capitals: "Lê Văn Ba, Chủ tịch".
_SEVERAL = re.compile(
    r"(?<!\w)(?:[Cc]ác|[Nn]hững|hai|ba|bốn|sáu|bảy|tám|chín|mười|\d{1,2}|[Nn]hiều|[Mm]ột số|hàng loạt|đông đảo)"
    r"(?: vị| ông| bà| đồng chí| đ/c)?(?: tân)? \Z"
)


@dataclass(frozen=True, slots=True)
class Title:
    start: int  # with "nguyên", "quyền", "tân"
    first: int  # of the title itself
    end: int
    kind: str
    form: str  # as it is listed
    former: bool = False
    acting: bool = False
    several: bool = False


def titles(text: str) -> Iterator[Title]:
    """In the order of `text`, which is in standard spelling; the longest at each place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    automaton, forms = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(small):
        form, kind = forms[number]
        if kind != "none" and _opens(text, start) and not text[end : end + 1].isalnum():
            yield _title(text, start, end, kind=kind, form=form)


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    forms = vocabulary().forms
    kind = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(list(forms), matchkind=kind), tuple(forms.items())


def _opens(text: str, start: int) -> bool:
    """Whether a word begins there; sentences are glued at times: "khai mạcChủ tịch"."""
    before = text[start - 1] if start else " "
    return not before.isalnum() or (before.islower() and text[start].isupper())


def _title(text: str, first: int, end: int, *, kind: str, form: str) -> Title:
    start, former, acting = first, False, False
    for _ in range(2):
        window = max(0, start - _REACH)
        if (found := _FORMER.search(text, window, start)) and not _NO_FORMER.search(text, window, start):
            start, former = found.start(), True
        elif (found := _ACTING.search(text, window, start)) and not _NO_ACTING.search(text, window, start):
            start, acting = found.start(), True
        elif found := _NEW.search(text, window, start):
            start = found.start()
    several = _SEVERAL.search(text, max(0, start - _REACH), start) is not None
    return Title(start, first, end, kind, form, former, acting, several)
