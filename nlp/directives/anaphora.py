"""A text in standard spelling in, what points back to a document ("Chỉ thị này", "Nghị quyết năm 2011") out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.directives.phrases import Phrases
from nlp.directives.registry import spoken
from nlp.directives.vocabulary import DocumentType, load, vocabulary
from nlp.document import Citation

# For text without accents.
_POINTS = re.compile(r"[ \n]{1,3}(?:(?P<clear>nay|neu tren|noi tren|vua neu)|(?P<vague>tren|do))(?![^\W_])")
_OF_YEAR = re.compile(r"[ \n]{1,3}nam[ \n]{1,3}(?P<year>(?:19|20)\d\d)(?![^\W_]|[./-]\d)")
_PLURAL = re.compile(r"(?<![^\W_])(?:cac|nhung|moi|nhieu|mot so)[ \n]+\Z")


def anaphora(text: str, folded: str, cited: Sequence[Citation]) -> Iterator[Citation]:
    """`cited` are the others; words that are common nouns too point back only to one of their type before them."""
    words, types, nouns = _words()
    starts = {type_: min(one.start for one in cited if one.type == type_) for type_ in {one.type for one in cited}}
    taken = {one.start for one in cited}
    dated = {(one.type, printed_year(one)) for one in cited}
    for which, start, end in words.find(folded):
        if start in taken or folded[start - 1 : start].isalnum():
            continue
        type_ = types[which]
        if (found := _OF_YEAR.match(folded, end)) and (type_.name, found["year"]) in dated:
            yield _cite(text, start, found.end(), type_, found["year"])
        found = _POINTS.match(folded, end)
        if found is None:
            continue
        if _PLURAL.search(folded, max(0, start - 10), start):
            continue
        before = starts.get(type_.name, len(text)) < start
        if before or (found["clear"] and not nouns[which] and text[start].isupper()):
            yield _cite(text, start, found.end(), type_)


def printed_year(one: Citation) -> str | None:
    """The year that stands in, beside or in the day of a citation's number."""
    period = (one.canonical or "..").split(".")[2]
    return one.year or (one.issued_on or "")[:4] or (period if period.isdigit() else None)


def _cite(text: str, start: int, end: int, type_: DocumentType, year: str | None = None) -> Citation:
    return Citation(
        start, end, text[start:end], start, end, "anaphoric", type=type_.name, year=year, confidence=0.9
    )


@cache
def _words() -> tuple[Phrases, tuple[DocumentType, ...], tuple[bool, ...]]:
    data = load("anaphora.yaml")
    listed = [
        (spoken(word), noun) for noun, class_ in ((False, "documents"), (True, "words")) for word in data[class_]
    ]
    known = vocabulary().words
    return (
        Phrases([word for word, _ in listed]),
        tuple(known[word] for word, _ in listed),
        tuple(noun for _, noun in listed),
    )
