"""A text in, where its sentences stand out."""

import re
from collections.abc import Iterator

Span = tuple[int, int]

MAX_SENTENCE = 1_500  # letters

_STOP = re.compile(r"\n+|[.!?…]+[\"'”’»)\]]{0,3}")
# What a full stop does not end a sentence after, in small letters: titles, initials, "TP.", "T.Ư".
_SHORT = re.compile(
    r"(?:\b(?:tp|tx|tt|gs|pgs|ts|ths|th|bs|ks|ls|mr|mrs|ms|dr|st|vs|đ/c|no|p|q)|(?<!\w)[^\W\d_])\Z"
)


def sentences(text: str) -> list[Span]:
    """Over a line's end only behind a comma; glued ones ("… của Hội.Phát biểu tại đây …") are two."""
    spans: list[Span] = []
    start = 0
    for found in _STOP.finditer(text):
        if _breaks(text, found):
            spans += _pieces(text, start, found.end())
            start = found.end()
    return [*spans, *_pieces(text, start, len(text))]


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """What is longer than any sentence, cut: everything else looks from end to end of one."""
    for at in range(start, end, MAX_SENTENCE):
        if text[at : min(end, at + MAX_SENTENCE)].strip():
            yield at, min(end, at + MAX_SENTENCE)


def _breaks(text: str, found: re.Match[str]) -> bool:
    """A line's end breaks no sentence behind a comma or a title: some texts come cut there."""
    if found[0][0] != "\n":
        return _ends(text, found)
    before = text[max(0, found.start() - 6) : found.start()].rstrip()
    return not before.endswith((",", "GS.", "TS.", "Ths.", "ThS."))


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether the marks end a sentence: a capital or an opening mark follows, no abbreviation stands before."""
    after = text[found.end() : found.end() + 3]
    before = text[max(0, found.start() - 5) : found.start()]
    if not after.strip():
        return True
    opens = after.lstrip()[0].isupper() or after.lstrip()[0] in "\"“‘'(*-"
    if found[0] == "." and _SHORT.search(before.lower()):
        return False
    if after[0].isspace():
        return opens or after.lstrip()[0].isdigit()
    return _opens(after) and (
        before[-1:].islower() or before[-1:].isdigit() or before[-1:] in ('"', ")", "”") or before[-2:].isupper()
    )


def _opens(after: str) -> bool:
    """Whether a word with one capital begins: "Qua", and no "Ư" of "T.Ư"."""
    return after[0].isupper() and after[1:2].islower()
