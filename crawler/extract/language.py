"""A text in, the language that it is in out (ISO 639-1), or None where it is too short to tell."""

import re
from collections.abc import Sequence

from crawler.extract.syllable import is_plain_syllable, is_syllable

SAMPLE = 3_000  # characters looked at: of a longer text a third at each end and in the middle
# Shares of all words, measured on 2,000 news texts: the least is .17 (results of a golf tournament), then .45;
# English reports full of Vietnamese names with their accents come to .15, a sentence to .35, without small words.
ACCENTED = 0.45  # that are Vietnamese syllables with accents: surely Vietnamese
SOME = 0.08  # the same, where small words stand among them
FEWEST_SMALL = 3  # of these, different ones; of a text of less than 60 words one for every 30 and one more
SMALL = frozenset(
    ("của", "và", "các", "được", "những", "trong", "với", "là", "đã", "này", "người", "một", "ngày", "từ", "đến",
     "không", "về", "có")
)  # fmt: skip
PLAIN = 0.7  # that are syllables once accents are gone: in Vietnamese .96, at the worst .56; in English .4
FEWEST_PLAIN = 8  # words of a text that bears no accents
FEWEST_LETTERS = 40  # of a text in any other language
NO_LANGUAGE = "zxx"  # numbers, addresses, names of files
_WORD = re.compile(r"[^\W\d_]+")


def detect(text: str) -> str | None:
    """Of NFC `text`.  A Vietnamese text with English quotations in it is Vietnamese; so is one without accents."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    if is_vietnamese(words):
        return "vi"
    if sum(map(len, words)) < FEWEST_LETTERS:
        return None
    return _classify(sample)


def is_vietnamese(words: Sequence[str]) -> bool:
    """Whether the words, in small letters, are those of a Vietnamese text."""
    good = [word for word in words if not word.isascii() and is_syllable(word)]
    if good and len(good) >= ACCENTED * len(words):
        return True
    few = min(FEWEST_SMALL, 1 + len(words) // 30)
    if len(good) >= SOME * len(words) and len(SMALL.intersection(good)) >= few:
        return True
    return len(words) >= FEWEST_PLAIN and sum(map(is_plain_syllable, words)) >= PLAIN * len(words)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    part = SAMPLE // 3
    middle = len(text) // 2
    return " ".join((text[:part], text[middle : middle + part], text[-part:]))


def _classify(text: str) -> str | None:
    """By the letters that stand together; the model takes 120 MB, and is read for the first foreign text."""
    from py3langid import rank  # noqa: PLC0415 - hardly a text needs it

    codes = [code for code, _ in rank(text)]
    return None if codes[0] == NO_LANGUAGE else next(code for code in codes if len(code) == 2)
