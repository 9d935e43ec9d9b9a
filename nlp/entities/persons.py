"""Runs of capitals in, the persons among them out: by family name and by the words before."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from nlp.entities.context import context, is_vietnamese, phrases_before
from nlp.entities.joined import Joined
from nlp.entities.mention import Mention
from nlp.entities.runs import SYLLABLE, Run, Span

MAX_SYLLABLES = 4  # of a Vietnamese name; more are rare, and mostly two names glued
_BYLINE = re.compile(r"(?:(?:\A|\n)[ (]*|[.!?…”\"/]\.? ?)(?:Theo |Bài, ảnh: |Ảnh: |Tin, ảnh: )?\Z")
_LINE_END = re.compile(
    r"[ .)]*(?:\n|\Z|\((?:[Tt]heo|TTXVN|Vietnam|TH|tổng hợp)\b|(?:Tin liên quan|Email|PHẢN HỒI)\b)"
)
_OFFICE_OF = re.compile(
    r"(?:[Cc]hủ tịch|[Bb]í thư|[Tt]rưởng|[Gg]iám đốc|[Uu]ỷ viên)(?: (?:UBND|HĐND|MTTQ|Công an|Hội \w+ \w+))?"
    r" (?:tỉnh|huyện|quận|xã|phường|thị trấn|thị xã|thành phố|TP\.?) \Z"
)
_CREDIT = re.compile(
    rf"[Ảả]nh: ?(?P<name>[A-ZĐ]\.{SYLLABLE}|{SYLLABLE}(?: {SYLLABLE}){{1,3}})(?=[ \n]*[).,;\n]|\Z)"
)
_PARTICLES = re.compile(
    rf"(?: (?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|van|von)){{1,2}}(?: {SYLLABLE}){{1,2}}"
)
# A name in capitals that closes the text: "… nói. MAI PHƯƠNG".
_CAPITALS = re.compile(
    r"(?:\n[ (]*|[.!?…”\"] ?|[Ảả]nh: ?)(?P<name>[A-ZĐÀ-Ỹ]{2,7}(?: [A-ZĐÀ-Ỹ]{2,7}){1,2})(?=[ .)]*(?:\n|\Z))"
)
_NEAR_END = 60  # letters after a name in which only other names and sources stand


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words before a name say of it."""

    address: bool = False
    title: bool = False
    country: bool = False  # a place that is known stands between
    district: bool = False
    place: bool = False


def persons(text: str, runs: Iterable[Run], *, places: Mapping[int, int], words: Joined) -> Iterator[Mention]:
    """`places` gives for each end of a known place its start: the words before it speak of the person after it.

    A given name is a word of its own: "anh | Nam" and not "Á hậu | Hoàn vũ".
    """
    for run in runs:
        at = 0
        while at < len(run):
            setting = _setting(text, run, at, places=places)
            mention = _person(text, run[at:], setting=setting, words=words)
            if mention and (rest := _PARTICLES.match(text, mention.end)):
                mention = replace(mention, end=rest.end())
            at += sum(mention.start <= start < mention.end for start, _ in run) if mention else 1
            if mention:
                yield mention


def credited(text: str) -> Iterator[Mention]:
    """Who took a picture: "Ảnh: Hải An", "(Ảnh: M.Quân)"; and who wrote it, in capitals: "MAI PHƯƠNG"."""
    for found in _CAPITALS.finditer(text, max(0, len(text) - _NEAR_END)):
        if all(map(is_vietnamese, found["name"].split())) and not begins_title(text, found.start("name")):
            yield Mention(*found.span("name"), "PER", "credit", 0.75)
    for found in _CREDIT.finditer(text):
        if all(map(is_vietnamese, found["name"].rpartition(".")[2].split())):
            yield Mention(*found.span("name"), "PER", "credit", 0.75)


def is_office_of(text: str, start: int) -> bool:
    """Whether the place's class before `start` ends somebody's office: "Phó Chủ tịch UBND tỉnh | Nguyễn Văn A"."""
    return _OFFICE_OF.search(text, max(0, start - 60), start) is not None


def _setting(text: str, run: Run, at: int, *, places: Mapping[int, int]) -> Setting:
    start = run[at][0]
    if at == 1:  # "Ông Nam": a form of address in a capital is the run's first syllable
        return Setting(address=text[slice(*run[0])].lower() in context().address)
    if at:
        return Setting()
    known = context()
    beyond = start - 1 in places
    before = {*phrases_before(text, places.get(start - 1, start))}
    return Setting(
        address=bool(before & known.address) and not beyond,
        title=bool(before & known.titles) or is_office_of(text, start),
        country=beyond,
        district=bool(before & known.districts) and not beyond and not is_office_of(text, start),
        place=bool(before & (known.places | known.others)) and not beyond,
    )


def _person(text: str, syllables: Sequence[Span], *, setting: Setting, words: Joined) -> Mention | None:
    """The person whose name begins with the first of `syllables`."""
    names = [text[start:end] for start, end in syllables]
    length = _length(text, syllables, names)
    if setting.place or setting.district or length == 0:
        return None
    span = syllables[:length]
    if names[0] in context().surnames and length >= 2:
        return _surnamed(names, span, setting=setting)
    return _given(text, syllables, names[:length], setting=setting, words=words)


def _given(
    text: str, syllables: Sequence[Span], names: Sequence[str], *, setting: Setting, words: Joined
) -> Mention | None:
    """A person without a family name: foreign, or said to be one."""
    span = syllables[: len(names)]
    if names[0].lower() in context().address:
        return None
    foreign = not is_vietnamese(names[0])
    if (setting.address and (len(names) > 1 or not words.end(span[0][0]))) or (setting.title and foreign):
        return _mention(span, "honorific", 0.7)
    if setting.country and foreign and len(names) > 1:
        return _mention(span, "after-country", 0.7)
    if 1 < len(names) == len(syllables) and all(map(is_vietnamese, names)) and _is_byline(text, syllables):
        return _mention(span, "byline", 0.7)
    return None


def begins_title(text: str, start: int) -> bool:
    """Whether a title, a body or another sentence begins there, whatever its capitals."""
    return _after_names().match(text, start) is not None


def _length(text: str, syllables: Sequence[Span], names: Sequence[str]) -> int:
    """How many syllables the name may have: it ends before a title and before another name with a family name."""
    for at, (start, _) in enumerate(syllables[:MAX_SYLLABLES]):
        if begins_title(text, start):
            return at
        if at >= 2 and names[at] in context().common_surnames and at + 1 < len(names):
            return at
    return min(MAX_SYLLABLES, len(syllables))


@cache
def _after_names() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(context().after_names))})\b", re.IGNORECASE)


def _surnamed(names: Sequence[str], span: Sequence[Span], *, setting: Setting) -> Mention | None:
    """The last two are only likely: "Lê Duẩn" is a street's too, and "Kim Liên" a village's."""
    if setting.address or setting.title:
        return _mention(span, "honorific", 0.9)
    if names[0] in context().common_surnames and len(span) >= 3:
        return _mention(span, "surname", 0.85)
    if names[0] in context().common_surnames:
        return _mention(span, "surname-of-two", 0.5)
    return _mention(span, "surname-rare", 0.8) if len(span) >= 3 and all(map(is_vietnamese, names)) else None


def _is_byline(text: str, syllables: Sequence[Span]) -> bool:
    """Whether the name has a line to itself among the last words of the text."""
    start, end = syllables[0][0], syllables[-1][1]
    last = len(text) - end < _NEAR_END and _LINE_END.match(text, end) is not None
    return last and _BYLINE.search(text, max(0, start - 20), start) is not None


def _mention(syllables: Sequence[Span], by: str, confidence: float) -> Mention:
    return Mention(syllables[0][0], syllables[-1][1], "PER", by, confidence)
