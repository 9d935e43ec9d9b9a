"""A text in; its wording, whatever the spelling, as numbers that two texts can be compared by, out."""

import re
from array import array
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from zlib import crc32

from crawler.letters import fold, nfc
from nlp.normalize import standard

LENGTH = 4  # syllables in a shingle; benchmarks/copies.py measures what is found by it
SAMPLES = 64  # numbers that stand for a text, at the most; at least half as many where it has that many shingles
_SPREAD = 2_654_435_761  # odd: makes the order of numbers one that has nothing to do with the words
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """Syllables of `text` without accents, case and punctuation, so that no respelling makes another wording.

    Accents make no difference to what is found (394 pairs without and 390 with them in 18,006 articles), but a
    mirror that lost or garbled them is found too.
    """
    return _WORD.findall(fold(standard(nfc(text))))


def key(of: Sequence[str]) -> str:
    """32 hexadecimal digits, the same for two texts of the same words."""
    return blake2b(" ".join(of).encode(), digest_size=16).hexdigest()


def shingles(of: Sequence[str]) -> Sequence[int]:
    """One number of 32 bits for every four words in a row, in order."""
    return array(
        "I", [crc32(" ".join(four).encode()) for four in zip(*(of[at:] for at in range(LENGTH)), strict=False)]
    )


def level(size: int) -> int:
    """Of a text with so many distinct shingles one in 2 ** level is a sample: 32 to 64, however long it is."""
    return (size // SAMPLES).bit_length()


def is_sample(shingle: int, of_level: int) -> bool:
    """What is one on a level is one on every lower level: those of a short and of a long text can be compared."""
    return shingle * _SPREAD & 0xFFFF_FFFF < 1 << 32 - of_level


def samples(of: Iterable[int], of_level: int) -> frozenset[int]:
    end = 1 << 32 - of_level
    return frozenset(
        [one for one in of if one * _SPREAD & 0xFFFF_FFFF < end]
    )  # `is_sample`, without a call for each
