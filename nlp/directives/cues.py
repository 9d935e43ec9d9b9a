"""A stretch of text in, the words in it that say what is done to a document out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from nlp.directives.vocabulary import load
from nlp.normalize import standard

Kind = Literal["passive", "programme", "active", "near"]
_KINDS: tuple[Kind, ...] = ("passive", "programme", "active", "near")  # tried in this order at each place
_JOINABLE = frozenset(("active", "near"))
_GAP = r"[ \n]{1,4}"
_COUNT = "(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|mươi|lăm)"
_YEARS = rf"(?:\d{{1,2}}|{_COUNT}(?:{_GAP}{_COUNT}){{0,2}}){_GAP}năm"
# How well it is done, which stands behind the verb: "quán triệt tốt hơn", "triển khai nghiêm túc, có hiệu quả".
_HOW = (
    r"(?:có hiệu quả|hiệu quả|tốt hơn|tốt|nghiêm túc|nghiêm|đầy đủ|kịp thời|sâu rộng|rộng rãi|sâu sắc|kỹ|đồng bộ"
    r"|quyết liệt|thắng lợi|thành công|triệt để|toàn diện|thường xuyên|thống nhất|chặt chẽ|hơn nữa|mạnh mẽ)"
)
_WHEN = rf"(?:(?:sẽ|để|sớm){_GAP})?"
_HOWS = rf"(?:,?{_GAP}(?:và{_GAP}|một cách{_GAP})?{_HOW}(?!\w)){{0,4}}"
_JOINT = re.compile(r"[ \n]{0,4}(?:,|và|hoặc|hay|và/hoặc|&|gắn với)?[ \n]{0,4}(?:(?:tiếp tục|tích cực)[ \n])?")


@dataclass(frozen=True, slots=True)
class Cue:
    start: int
    end: int
    relation: str
    kind: Kind


def innermost(text: str, start: int, end: int) -> Cue | None:
    """The last cue of [start, end), with those joined to it: "quán triệt và triển khai thực hiện" is one.

    `text` is in standard spelling.
    """
    found = list(_cues(text, start, end))
    if not found:
        return None
    last = found.pop()
    while found and (group := _joined(text, found.pop(), last)):
        last = group
    return last


def _cues(text: str, start: int, end: int) -> Iterator[Cue]:
    for one in _pattern().finditer(text, start, end):
        kind, _, relation = (one.lastgroup or "").partition("_")
        yield Cue(one.start(), one.end(), relation, kind)  # type: ignore[arg-type]  # as the pattern was made


def _joined(text: str, first: Cue, last: Cue) -> Cue | None:
    """Both as one: of two things done to a document the one that says more counts."""
    if not {first.kind, last.kind} <= _JOINABLE or not _JOINT.fullmatch(text, first.end, last.start):
        return None
    ranks = _ranks()
    if ranks[first.relation] >= ranks["violates"] or ranks[last.relation] >= ranks["violates"]:
        return None
    chief = min(first, last, key=lambda one: ranks[one.relation])
    return Cue(first.start, last.end, chief.relation, last.kind if last.kind == "near" else chief.kind)


@cache
def _ranks() -> dict[str, int]:
    return {entry["relation"]: rank for rank, entry in enumerate(load("cues.yaml"))}


@cache
def _pattern() -> re.Pattern[str]:
    entries: list[dict[str, Any]] = load("cues.yaml")
    groups = (
        rf"(?P<{kind}_{entry['relation']}>{'|'.join(map(_regex, entry[kind]))})"
        for kind in _KINDS
        for entry in entries
        if kind in entry
    )
    return re.compile(rf"(?<!\w){_WHEN}(?:{'|'.join(groups)})(?!\w){_HOWS}", re.IGNORECASE)


def _regex(phrase: str) -> str:
    # The space in a set of letters is none of the phrase's gaps.
    parts = standard(phrase).replace("{years}", "\0").replace("(", "(?:").split(" ")
    return _GAP.join(parts).replace("\0", _YEARS)
