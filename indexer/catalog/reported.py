"""What one article says of an event, with what follows from it when it is compared with others."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from crawler.letters import fold
from indexer.bodies.facts import facts
from indexer.bodies.key import key_of, province_at_end
from nlp.directives.ordinal import ordinal as ordinal_of
from nlp.document import Event

EXACT_DAYS = 14  # a longer time does not say when the event was
_WORD = re.compile(r"\w+")
# "Hội nghị thông báo kết quả Hội nghị lần thứ 7": an event about another one.
_ABOUT = re.compile(
    r"(?:thong bao|quan triet|hoc tap|tuyen truyen|ket qua|chuan bi|nghi quyet)\b.*\b(?:hoi nghi|dai hoi|ky hop)\b"
)
_COMMON = re.compile(
    r"\b(?:quan triet|hoc tap|trien khai|pho bien|tuyen truyen|so ket|tong ket|kiem diem|giao ban|phat dong)\b.*"
    r"\b(?:nghi quyet|chi thi|ket luan|quy dinh|luat|hien phap|cong tac|phong trao|nhiem vu|nam \d{4})\b"
)
_EMPTY = frozenset(_WORD.findall("hoi nghi dai bieu lan thu nam ve va cua tai cac cong tac to chuc"))
# Words of names that say of what kind an event is, and not which one; without accents.
_KIND = frozenset(
    _WORD.findall(
        "hoi nghi dai thao toa dam ky hop phien le buoi cuoc bao dien dan doi thoai thuong nien dinh cap cao truc"
        " tuyen toan quoc gia te giao ban so ket tong trien khai nhiem vu ke hoach bieu khoa lan thu dong co dhdcd"
        " dhcd bat the chuyen de mac be niem cong bo trao tang duong kien tac nam thang quy dau cuoi cua va ve tai"
        " cac nhung to chuc thuc hien tham lam viec voi tiep gap luan sap toi nay hom"
    )
)


@dataclass(frozen=True)  # no slots: what follows from the fields is worked out once
class Report:
    """`body` is the id of the organiser; `people` are keys of full names: a given name alone says too little."""

    article: str
    number: int
    event: Event
    event_id: str | None
    text: str  # hash
    first: str | None
    last: str | None
    day: str | None
    ordinal: int | None
    body: str | None
    body_name: str | None  # as it is shown
    people: frozenset[str]

    @property
    def key(self) -> tuple[str, int]:
        return self.article, self.number

    @cached_property
    def marks(self) -> frozenset[str]:
        """By what reports of one event find each other."""
        body = {f"body {self.body}"} if self.body else set()
        return self.telling | self.people | body or self.words

    @cached_property
    def words(self) -> frozenset[str]:
        """Those of the name, but for the commonest; all of them where few are left."""
        every = frozenset(_WORD.findall(self.folded))
        return every - _EMPTY or every

    @cached_property
    def folded(self) -> str:
        return fold(self.event.name)

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words of the name that say which event it is."""
        words = _WORD.findall(self.folded.replace("quoc hoi", "quochoi"))
        return frozenset(
            word for word in words if word not in _KIND and not word.isdigit() and not self._is_number(word)
        )

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words in a row of which one tells."""
        words = pairwise(_WORD.findall(self.folded))
        return frozenset(pair for pair in words if self.telling.intersection(pair))

    @cached_property
    def is_press(self) -> bool:
        return "hop bao" in self.folded

    @cached_property
    def is_about(self) -> bool:
        """Whether it is an event about another one."""
        return _ABOUT.search(self.folded) is not None

    @cached_property
    def is_common(self) -> bool:
        """Whether every body holds one of its own: "Hội nghị quán triệt Nghị quyết Trung ương 7"."""
        return _COMMON.search(self.folded) is not None

    @cached_property
    def home(self) -> str | None:
        """The province whose body holds it."""
        return province_at_end(key_of(self.body_name)) if self.body_name else None

    def is_at(self, other: "Report") -> bool:
        """Whether both say that it is at one place."""
        if not self.event.place or not other.event.place:
            return False
        one, two = key_of(self.event.place), key_of(other.event.place)
        return one in two or two in one

    @cached_property
    def provinces(self) -> frozenset[str]:
        """That the place names."""
        known = facts()
        spoken = f" {key_of(self.event.place)} " if self.event.place else ""
        return frozenset(one for one in known.provinces | known.cities if f" {one} " in spoken)

    @cached_property
    def is_exact(self) -> bool:
        """Whether it says on which days the event was."""
        return self.days is not None and (self.days[1] - self.days[0]).days <= EXACT_DAYS

    @cached_property
    def days(self) -> tuple[date, date] | None:
        return (
            (date.fromisoformat(self.first), date.fromisoformat(self.last)) if self.first and self.last else None
        )

    @cached_property
    def about_when(self) -> date | None:
        """The first day of the event, or else that of the article."""
        return date.fromisoformat(day) if (day := self.first or self.day) else None

    def _is_number(self, word: str) -> bool:
        return self.ordinal is not None and ordinal_of(word) == self.ordinal
