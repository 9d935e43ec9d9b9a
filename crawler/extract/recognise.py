"""A text in, the Vietnamese encoding of before Unicode that it is in out.

That is told by its words: in the right encoding nearly all of them are Vietnamese syllables.
"""

import re
from collections.abc import Callable

from crawler.extract.legacy import ENCODINGS
from crawler.extract.syllable import is_syllable

SAMPLE = 200_000  # characters looked at
FEWEST_WORDS = 8  # different ones with a foreign letter that make sure of an encoding; running text has 5 a line
FEWEST_IN_FONT = 2  # where a font's name says the same
LEAST_SHARE = 0.85  # of such words that are syllables: .97 to 1 in the right encoding, .5 in Danish

PROPER = re.compile("[ăđĩũơư\u1ea0-\u1ef9]", re.IGNORECASE)  # letters that only Vietnamese in Unicode has
FOREIGN = re.compile(
    "[\x80-\x9f\xa1-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u03bc\u2020-\u2022\u2030\u20ac"
    "\u2122\u2212\uf080-\uf0ff]"
)
_PIECE = re.compile(r"[^\s!-@\[-`{-~]+")  # letters and signs of other alphabets without spaces and ASCII's signs
_QUOTES = "“”‘’…–—«»•·°©"
_WORD = re.compile(r"[^\W\d_]+")
_SIGN_INSIDE = re.compile(r"(?<=[a-z])[\xa1-\xbf\xd7\xf7](?=[a-z])")  # what no words have, but half converted ones


def recognise(text: str, *, hint: Callable[[], str | None] = lambda: None) -> str | None:
    """The encoding that the text, or the part of it that is not Vietnamese as it is, must be in.

    `hint` names one for which a few words are enough; it is asked only where few are found.
    """
    odd = "\n".join(line for line in text[:SAMPLE].split("\n") if is_odd(line))
    strange = set(_strange(odd))
    if sum(map(is_syllable, strange)) * 2 >= len(strange):
        return None
    scores = {name: count_words(convert(odd)) for name, convert in ENCODINGS.items()}
    best = max(scores, key=lambda name: scores[name][0] - 2 * scores[name][1])
    good, bad = scores[best]
    if good < FEWEST_IN_FONT or good < LEAST_SHARE * (good + bad):
        return None
    return best if good >= FEWEST_WORDS or hint() == best else None


def is_odd(line: str) -> bool:
    """Whether a word stands in the line that is no Vietnamese as it is, and no letter that only Vietnamese has."""
    if FOREIGN.search(line) is None or PROPER.search(line):
        return False
    return not all(map(is_syllable, _strange(line)))


def _strange(text: str) -> list[str]:
    """Words that hold a letter or sign which an old encoding could use, quotation marks aside."""
    pieces = (piece.strip(_QUOTES) for piece in _PIECE.findall(text.lower()))
    return [piece for piece in pieces if FOREIGN.search(piece)]


def count_words(text: str) -> tuple[int, int]:
    """How many different words with other than ASCII's letters are Vietnamese syllables, and how many are not."""
    words = {word for word in _WORD.findall(text.lower()) if not word.isascii()}
    good = sum(is_syllable(word) for word in words)
    return good, len(words) - good + len(_SIGN_INSIDE.findall(text))
