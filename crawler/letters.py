"""Text in, the same text composed (NFC) or without accents and case out."""

import re
import unicodedata

MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # of Latin letters, for a [class]
MAX_MARKS = 30  # on one letter; what Unicode's stream-safe form allows
_ASCII = bytes(range(128))
_UNSURE = re.compile("[^\x80-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff]")
_MAYBE_MARKS = re.compile(rf"[^\x00-\u02ff\u1e00-\u1fff\w]{{{MAX_MARKS + 1},}}")
# Letters that Unicode does not decompose; the search engines' own folding takes them the same way.
_UNDECOMPOSED = {"đ": "d", "ð": "d", "ɖ": "d", "ø": "o", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i"}


def nfc(text: str) -> str:
    """`text` composed.  Of a run of combining marks the first 30 are kept: no writing needs more.

    Composing is quadratic in such a run: 80,000 marks on one letter took 6.5 s.  Text whose letters are all sure
    to be composed is given back at once, and of others lines of ASCII: a page is mostly markup.
    """
    if text.isascii() or not _UNSURE.search(beyond := _beyond_ascii(text)):
        return text
    if any(map(unicodedata.combining, set(beyond))) and _MAYBE_MARKS.search(beyond):
        text = _MAYBE_MARKS.sub(_few_marks, text)
    lines = text.split("\n")  # nothing composes with what stands before a letter of ASCII
    return "\n".join(line if line.isascii() else unicodedata.normalize("NFC", line) for line in lines)


def _beyond_ascii(text: str) -> str:
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


def fold(text: str) -> str:
    """Small letters without accents, đ as d, code point for code point: NFC "Đối Ngoại" -> "doi ngoai".

    The length never changes; combining marks that stand alone stay.
    """
    return text.translate(_FOLDED)


def has_accents(text: str) -> bool:
    """Whether any letter of NFC `text` bears a mark, or is a đ."""
    return _ACCENTED.search(text) is not None


def _few_marks(found: re.Match[str]) -> str:
    kept, marks = [], 0
    for letter in found[0]:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= MAX_MARKS:
            kept.append(letter)
    return "".join(kept)


def _folded(letter: str) -> str:
    small = letter.lower()[0]  # "İ" alone becomes two
    return _UNDECOMPOSED.get(small) or unicodedata.normalize("NFD", small)[0]


# Latin, Greek, Cyrillic and the letters with two marks.  All of ASCII is listed: a letter that is missing costs
# an exception inside `translate` (75 µs against 150 µs for 3,000 characters of news).
_FOLDED = {
    code: ord(_folded(chr(code)))
    for block in (range(0x530), range(0x1E00, 0x2000))
    for code in block
    if code < 0x80 or (chr(code).isalpha() and _folded(chr(code)) != chr(code))
}
_ACCENTED = re.compile(
    f"[{''.join(chr(code) for code, plain in _FOLDED.items() if plain != ord(chr(code).lower()[0]))}]"
)
