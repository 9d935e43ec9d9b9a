"""A text in standard spelling in, its short citations out: type and number without a symbol."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from crawler.letters import fold
from nlp.directives.number import bare
from nlp.directives.phrases import Phrases
from nlp.directives.registry import spoken
from nlp.directives.vocabulary import DocumentType, load, vocabulary
from nlp.document import Citation

# All patterns but that of abbreviations are for text without accents.
_GAP = r"[ \n]{0,12}"
_COUNT = rf"(?:so hieu|so|no)\b\.?{_GAP}:?{_GAP}"
_YEAR = r"(?:[ \n]?[/-][ \n]?(?P<year>(?:19|20)\d\d)(?!\d))"
_NUMBER = rf"(?P<number>\d{{1,5}}(?:[a-z](?![^\W_]))?(?:\.\d{{1,2}}(?!\d))?){_YEAR}?(?![^\W_]|[./,-]\d|[ ]?%|/)"
_AFTER = re.compile(rf"{_GAP}(?P<count>{_COUNT})?{_NUMBER}")
_LAW = re.compile(rf"(?:[ \n](?:(?!\bluat\b)[^.;:()\d\"“”\n]){{1,110}}?)??{_GAP}\b(?P<count>{_COUNT}){_NUMBER}")
_NEXT = re.compile(rf"(?:[ \n]{{0,3}}(?:,|;|&)|[ \n]{{1,3}}va\b)[ \n]{{0,3}}(?:{_COUNT})?{_NUMBER}")
_WORDS = re.compile(r"[ \n]{1,3}(?P<one>[^\W_]+)(?:[ ](?P<two>[^\W_]+))?")
_DAY = re.compile(r"[ \n]{1,3}ngay[ \n]{1,3}\d{1,2}[ \n]{0,2}(?:[./-]|thang)")
_OF_YEAR = re.compile(r"[ \n]{1,3}(?:nam[ \n]|\(nam[ ])(?:19|20)\d\d(?![ ]?[-/]|\d)")  # not "5 năm 2021-2025"
_IS_YEAR = re.compile(r"(?:19|20)\d\d")
_END = re.compile(r"[ \n]*(?:[,.;:)\]”\"’!?…]|\Z|\n)")
_NOT_LAW = re.compile(r"(?:phap|du an|dai hoc|dh|khoa|cong ty|hoi)[ \n]+\Z")
PLAIN, DOUBTFUL = 0.9, 0.8  # confidence where the type is written out, and where it is not
_MOST = 12  # members of one list


@dataclass(frozen=True, slots=True)
class _Rules:
    words: Phrases
    types: tuple[DocumentType, ...]  # of the words
    classes: tuple[str, ...]
    units: frozenset[str]
    goes_on: frozenset[str]
    abbreviated: re.Pattern[str]


def short(text: str, folded: str, taken: Mapping[int, int]) -> Iterator[Citation]:
    """In order, none overlapping another; `taken` are the citations with symbols, by where they start."""
    rules, last = _rules(), 0
    overlaps = _beside(taken)
    for which, start, end in rules.words.find(folded):
        if start < last or _inside_word(folded, start, end) or start in taken:
            continue
        for citation in _at(text, folded, (start, end), rules.types[which], rules.classes[which]):
            if not overlaps(citation.start, citation.end):
                yield citation
                last = citation.end


def abbreviated(text: str) -> Iterator[Citation]:
    """An abbreviation in capitals and a number: "NQ57"."""
    for found in _rules().abbreviated.finditer(text):
        type_ = vocabulary().heads[found["type"]]
        if not _is_amount(fold(text[found.end() : found.end() + 40]), 0):
            yield _cite(text, found.start(), found, type_, DOUBTFUL)


def _at(text: str, folded: str, word: tuple[int, int], type_: DocumentType, class_: str) -> Iterator[Citation]:
    """The citation whose type word stands at `word`, and the members of its list."""
    start, end = word
    found = (_LAW if class_ == "counted" else _AFTER).match(folded, end)
    if found is None or (class_ == "counted" and _NOT_LAW.search(folded, max(0, start - 12), start)):
        return
    capital = text[start].isupper()
    if not _is_number(folded, found, class_, capital=capital):
        return
    yield _cite(text, start, found, type_, PLAIN)
    for _ in range(_MOST):
        found = _NEXT.match(folded, found.end())
        if found is None or _is_amount(folded, found.end()) or not _stops(folded, found.end()):
            return
        yield _cite(text, found.start("number"), found, type_, DOUBTFUL)


def _is_number(folded: str, found: re.Match[str], class_: str, *, capital: bool) -> bool:
    """Whether the number after a type word is a document's and no amount."""
    at = found.end()
    if found["year"] or _is_dated(folded, at, class_, found["number"]):
        return True
    if _is_amount(folded, at):
        return False
    if found["count"]:
        return True
    if _IS_YEAR.fullmatch(found["number"]):
        return False
    if class_ == "documents":
        return len(found["number"]) > 1 or capital
    goes_on = _WORDS.match(folded, at)
    words = (goes_on["one"], f"{goes_on['one']} {goes_on['two']}") if goes_on else ()
    said = any(word in _rules().goes_on for word in words)
    return said or (capital and len(found["number"]) > 1 and _END.match(folded, at) is not None)


def _is_dated(folded: str, at: int, class_: str, number: str) -> bool:
    """Whether a day or a year follows; but "kế hoạch 5 năm 2021" counts years."""
    if _DAY.match(folded, at):
        return True
    return (class_ != "words" or len(number) > 1) and _OF_YEAR.match(folded, at) is not None


def _is_amount(folded: str, at: int) -> bool:
    """Whether the words at `at` count something."""
    if _DAY.match(folded, at) or _OF_YEAR.match(folded, at):
        return False
    found = _WORDS.match(folded, at)
    return found is not None and any(
        word in _rules().units for word in (found["one"], f"{found['one']} {found['two']}")
    )


def _stops(folded: str, at: int) -> bool:
    """Whether what follows a member of a list is no word that it might count."""
    found = _WORDS.match(folded, at)
    return found is None or found["one"] in _rules().goes_on


def _beside(taken: Mapping[int, int]) -> Callable[[int, int], bool]:
    """Whether a span meets one of those that are taken, which lie apart."""
    starts = sorted(taken)

    def overlaps(start: int, end: int) -> bool:
        before = bisect_left(starts, end) - 1  # the last that begins before the span ends
        return before >= 0 and taken[starts[before]] > start

    return overlaps


def _inside_word(folded: str, start: int, end: int) -> bool:
    return folded[start - 1 : start].isalnum() or (
        folded[end : end + 1].isalpha() and not folded.startswith("so", end)
    )


def _cite(text: str, start: int, found: re.Match[str], type_: DocumentType, confidence: float) -> Citation:
    end, year = found.end(), found.groupdict().get("year")
    return Citation(
        start, end, text[start:end], start, end, "short", type=type_.name, number=bare(found["number"]), year=year,
        confidence=confidence,
    )  # fmt: skip


@cache
def _rules() -> _Rules:
    data = load("short.yaml")
    listed = [(spoken(word), class_) for class_ in ("documents", "words", "counted") for word in data[class_]]
    heads = "|".join(data["abbreviations"])
    return _Rules(
        words=Phrases([word for word, _ in listed]),
        types=tuple(vocabulary().words[word] for word, _ in listed),
        classes=tuple(class_ for _, class_ in listed),
        units=frozenset(map(spoken, map(str, data["units"]))),
        goes_on=frozenset(map(spoken, data["goes_on"])),
        abbreviated=re.compile(rf"(?<![\w.,/-])(?P<type>{heads})[ ]?(?P<number>\d{{1,4}})(?![\w/]|[.,-]\d)"),
    )
