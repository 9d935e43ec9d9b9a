"""Text in, the same text in the standard spelling out; or composed, with a map back to where each letter was."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.letters import MARKS, MAX_MARKS, nfc

_TONES = {"ò": "\u0300", "ó": "\u0301", "ỏ": "\u0309", "õ": "\u0303", "ọ": "\u0323"}
_TONES |= {"ù": "\u0300", "ú": "\u0301", "ủ": "\u0309", "ũ": "\u0303", "ụ": "\u0323"}
# One class of letters first: with an alternative for each pair the search is forty times slower.
_MISPLACED = re.compile(r"[òóỏõọùúủũụÒÓỎÕỌÙÚỦŨỤ](?:(?<=[òóỏõọÒÓỎÕỌ])[aeAE]|(?<=[ùúủũụÙÚỦŨỤ])[yY])(?![^\W\d_])")
_LOOK_ALIKE = (
    dict.fromkeys("ÐƉ", "Đ")
    | dict.fromkeys("ðɖ", "đ")
    | dict.fromkeys("\t\v\f\r\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
    | dict.fromkeys("\x85\u2028\u2029", "\n")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
    | dict.fromkeys("\u2044\u2215\uff0f", "/")
    | {"\uff1a": ":"}
)
_ODD = re.compile(f"[{''.join(_LOOK_ALIKE)}]")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSETTLED = re.compile(
    rf"(?P<gap>(?<=[^\W_])\u200b(?=[^\W_]))|[{_INVISIBLE}]|[^{_INVISIBLE}{MARKS}][{MARKS}]{{1,{MAX_MARKS}}}",
    re.DOTALL,
)
_SETTLED = re.compile(f"[^{_INVISIBLE}{MARKS}]*")


@dataclass(frozen=True, slots=True)
class Mapped:
    """A changed text, and where it comes from: its letter i was [starts[i], ends[i]) of the original."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span that became [start, end) of `text`, which is not empty; letters keep all their marks."""
        return self.starts[start], self.ends[end - 1]

    def composed(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that [start, end) of the original became; the way back of `original`."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def standard(text: str) -> str:
    """NFC `text` in the one spelling that recognition and search compare, code point for code point.

    Tone marks as in the segmenter's dictionary ("hoà", "uỷ"); Đ for the look-alike eth; plain spaces, newlines,
    hyphens, slashes and colons.  A carriage return becomes a space, so that with a newline it ends one line.
    """
    return _ODD.sub(_plain, _MISPLACED.sub(_moved, text))


def compose(text: str) -> Mapped:
    """`text` as NFC and without invisible characters.  Letter by letter, so that the map is exact.

    A zero-width space between two letters parts two words: it becomes a space.
    """
    if _SETTLED.fullmatch(text):
        return Mapped(text, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _UNSETTLED.finditer(text):
        start, end = found.span()
        letters = _settled(found)
        pieces += (text[at:start], letters)
        starts += (*range(at, start), *[start] * len(letters))
        ends += (*range(at + 1, start + 1), *[end] * len(letters))
        at = end
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return Mapped("".join((*pieces, text[at:])), starts, ends)


def _settled(found: re.Match[str]) -> str:
    if found[0] in _INVISIBLE:
        return " " if found.lastgroup == "gap" else ""
    return nfc(found[0])


def _plain(found: re.Match[str]) -> str:
    return _LOOK_ALIKE[found[0]]


def _moved(found: re.Match[str]) -> str:
    first, second = found[0][0], found[0][1]
    bare = unicodedata.normalize("NFD", first)[0]
    return bare + unicodedata.normalize("NFC", second + _TONES[first.lower()])
