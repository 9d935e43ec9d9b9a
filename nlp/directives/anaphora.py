"""A text in standard spelling in, what points back to a document in it ("Chỉ thị này") out."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nlp.directives.phrases import Phrases
from nlp.directives.registry import spoken
from nlp.directives.vocabulary import DocumentType, load, vocabulary
from nlp.document import Citation

# For text without accents.
_POINTS = re.compile(r"[ \n]{1,3}(?:(?P<clear>nay|neu tren|noi tren|vua neu)|(?P<vague>tren|do))(?![^\W_])")
_PLURAL = re.compile(r"(?<![^\W_])(?:cac|nhung|moi|nhieu|mot so)[ \n]+\Z")
_VERB = re.compile(r"(?<![^\W_])(?:theo|cac|nhung|moi)[ \n]+\Z")


def anaphora(text: str, folded: str, cited: Sequence[Citation]) -> Iterator[Citation]:
    """`cited` are the others; words that are common nouns too point back only to one of their type before them."""
    words, types, nouns = _words()
    starts = {type_: min(one.start for one in cited if one.type == type_) for type_ in {one.type for one in cited}}
    taken = {place for one in cited for place in (one.start,)}
    for which, start, end in words.find(folded):
        found = _POINTS.match(folded, end)
        if found is None or start in taken or folded[start - 1 : start].isalnum():
            continue
        type_ = types[which]
        if _PLURAL.search(folded, max(0, start - 10), start):
            continue
        before = starts.get(type_.name, len(text)) < start
        if before or (found["clear"] and not nouns[which] and text[start].isupper()):
            stop = found.end()
            yield Citation(
                start, stop, text[start:stop], start, stop, "anaphoric", type=type_.name, confidence=0.9
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
