"""Vietnamese from TCVN3 in, the same with the ư that programs took for a soft hyphen and dropped."""

import re

from crawler.extract.syllable import is_syllable

KEPT = re.compile("[\xad\u2212]")  # what stands for ư where nothing was dropped
_WORD = re.compile(r"[^\W\d_]+")
_HORNED = re.compile("[ơờớởỡợ]", re.IGNORECASE)
# Words that are common with it and hardly Vietnamese without.
_WHOLE = {"nh": "như", "nhng": "nhưng", "ngời": "người"}
_BARE = re.compile(rf"\b(?:{'|'.join(_WHOLE)})\b", re.IGNORECASE)


def restore(text: str) -> str:
    """Where nothing but ư makes a syllable: "đợc" -> "được".  What could be a word either way stays: "mời"."""
    return _WORD.sub(lambda word: _restored(word[0]), text)


def restore_common(text: str) -> str:
    """In a text that has no ư at all."""
    return _BARE.sub(lambda word: _like(word[0], _WHOLE[word[0].lower()]), text)


def _restored(word: str) -> str:
    horned = _HORNED.search(word)
    if horned is None or is_syllable(word.lower()):
        return word
    letter = "Ư" if horned[0].isupper() else "ư"
    longer = word[: horned.start()] + letter + word[horned.start() :]
    return longer if is_syllable(longer.lower()) else word


def _like(printed: str, word: str) -> str:
    return word.capitalize() if printed[0].isupper() else word
