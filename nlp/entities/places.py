"""Runs of capitals in, the places and local bodies among them out, by the words before them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from nlp.entities.context import context, phrases_before
from nlp.entities.mention import Mention
from nlp.entities.persons import is_office_of
from nlp.entities.runs import SYLLABLE, Run, Span

MAX_SYLLABLES = 4
_TOWN = re.compile(r"(?:(?<!\w)(?:T[PpXxT])\.? ?|(?<=[^.!?:…\n\"“] )(?:Thành phố|Thị xã) )\Z")
_NUMBERED = re.compile(r"(?<!\w)(?:[Qq]uận|[Pp]hường) \d{1,2}(?![\w./-])")
_STREET = re.compile(r"số (?:nhà )?\d{1,4}[A-Z]?(?:[/-]\d{1,3})?,? \Z")
_CLASS = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|TP\.?|TX\.?)"
_NUMBER = r"\d{1,2}(?![\w./-])"


def places(text: str, runs: Iterable[Run]) -> Iterator[Mention]:
    """What the word before says to be a place: "huyện | Chương Mỹ", "TP Thanh Hoá", "quận 1", "số 18 | Lê Lợi"."""
    words = context()
    for run in runs:
        start, end = run[0][0], _end(text, run)
        if is_office_of(text, start) and text[slice(*run[0])] in words.surnames:
            continue
        if town := town_start(text, start):
            yield Mention(town, end, "LOC", "class-word", 0.85)
        elif _STREET.search(text, max(0, start - 20), start):
            yield Mention(start, end, "LOC", "class-word", 0.9)
        elif not (words.districts | words.places).isdisjoint(phrases_before(text, start)):
            yield Mention(start, end, "LOC", "class-word", 0.8)
    for found in _NUMBERED.finditer(text):
        yield Mention(*found.span(), "LOC", "class-word", 0.85)


def town_start(text: str, start: int) -> int | None:
    """Where the "TP" before a name begins, which is part of it; None where there is none."""
    found = _TOWN.search(text, max(0, start - 12), start)
    return found.start() if found else None


def part_start(text: str, start: int) -> int:
    """Where the part of a body that is named before it begins, three parts deep at the most; `start` without."""
    for _ in range(3):
        part = _part().search(text, max(0, start - 40), start)
        if part is None:
            break
        start = part.start()
    return start


def local_bodies(text: str) -> Iterator[Mention]:
    """Bodies of districts and communes: "UBND xã Hồng Hà", "Công an quận 1", "Huyện uỷ Lục Nam"."""
    for found in _local_body().finditer(text):
        committee = found["committee"] is not None
        if found["person"] and (committee or is_office_of(text, found.start("name"))):
            continue
        yield Mention(part_start(text, found.start()), found.end("name"), "ORG", "local-body", 0.85)


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(context().parts, key=len, reverse=True))}) \Z")


@cache
def _local_body() -> re.Pattern[str]:
    """A name has two syllables, or three if no family name is the third; a person's follows often enough."""
    words = context()
    bodies = "|".join(map(re.escape, sorted(words.local_bodies, key=len, reverse=True)))
    committees = "|".join(map(re.escape, sorted(words.local_committees)))
    surnames = "|".join(sorted(words.surnames))
    person = rf"(?P<person>(?:{'|'.join(sorted(words.common_surnames))})(?: {SYLLABLE}){{2}})(?! {SYLLABLE})"
    name = rf"{person}|{SYLLABLE}(?: {SYLLABLE}(?: (?!(?:{surnames})\b){SYLLABLE}(?! {SYLLABLE}))?)?"
    body = rf"(?:{bodies}) {_CLASS}|(?P<committee>{committees})"
    return re.compile(rf"(?<!\w)(?:{body}) (?P<name>{name}|{_NUMBER})(?!\w)")


def _end(text: str, syllables: Sequence[Span]) -> int:
    """A place's name ends before a person's."""
    for at, (start, end) in enumerate(syllables[1:MAX_SYLLABLES], 1):
        if text[start:end] in context().common_surnames and len(syllables) - at >= 2:
            return syllables[at - 1][1]
    return syllables[:MAX_SYLLABLES][-1][1]
