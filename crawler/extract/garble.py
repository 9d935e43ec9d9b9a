"""Decoded text in; Rejected for what nobody can read: broken decodings, fonts of before Unicode, endless lines."""

import re

from crawler.article import Rejected

LONGEST_LINE = 1_000_000  # characters; the longest paragraph of a real page has 9,000
SAMPLE = 100_000  # characters looked at
MAX_STRANGE = 0.01  # share of U+FFFD above which a text is no text
MAX_MISREAD = 0.01  # share of pairs that only a wrong decoding makes; a readable page has none
MAX_LEGACY = 0.02  # the same for fonts: one letter in ten is such a pair in running TCVN3 or VNI text
_LETTER = re.compile(r"[^\W\d_]")
_MISREAD = re.compile("á[º»]|Ã[\xa0-\xbf\u0192\u2018-\u201e\u2020-\u2022\u2026\u2030\u20ac]|Ä\u2018|Æ[°¡]")
# TCVN3 ("Héi nghÞ c«ng t¸c ®èi ngo¹i") puts symbols inside words.
_TCVN3 = re.compile(
    r"(?<=[a-z])[\xa8-\xac\xae\xb5-\xb9\xbb-\xbe](?=[a-z\s])|\xae(?=[\xa8-\xff])|[\xa9\xab\xac\xae](?=[a-z])"
)
# VNI ("Hoäi nghò coâng taùc ñoái ngoaïi") puts the mark behind the vowel, as a letter of its own.
_VNI = re.compile(r"[aeouy][áàâäãåéèêëïíìòóôöõøùúûü]|ñ(?=[aeiouy])", re.IGNORECASE)
_TONED = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
_TONES = re.compile(f"[{_TONED}]", re.IGNORECASE)
# Spam mirrors put tone marks at random ("KẾT LỦẬN CỦÀ BỘ CHÍNH TRỊ", "phĩên"): two in one syllable, or one on a
# vowel that can't bear it.  Of 7,367 news texts the worst has one such syllable in 67, and none has two.
_RESPELLED = re.compile(rf"[{_TONED}]{{2}}|[ìíỉĩịùúủũụỳýỷỹỵừứửữự][êôơâ]", re.IGNORECASE)
MAX_RESPELLED = 0.03  # share of syllables with a tone mark
SURE_RESPELLED = 3  # as many at the least; a short text may hold a slip
_VIETNAMESE = re.compile("[ăđơư\u1ea0-\u1ef9]", re.IGNORECASE)


def check(text: str) -> None:
    """Raise Rejected for NFC `text` that nobody can read: "too-large", "garbled" or "tone-mark-spam"."""
    if len(text) > LONGEST_LINE and max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise Rejected("too-large")
    if _is_garbled(text):
        raise Rejected("garbled")
    if _is_respelled(text[:SAMPLE]):
        raise Rejected("tone-mark-spam")


def _is_garbled(text: str) -> bool:
    """Replacement marks, a wrong decoding, or a font of before Unicode."""
    sample = text[:SAMPLE]
    letters = len(_LETTER.findall(sample)) or 1
    if sample.count("\ufffd") > MAX_STRANGE * len(sample) or len(_MISREAD.findall(sample)) > MAX_MISREAD * letters:
        return True
    if len(_VIETNAMESE.findall(sample)) > MAX_LEGACY * letters:
        return False
    return max(len(_TCVN3.findall(sample)), len(_VNI.findall(sample))) > MAX_LEGACY * letters


def _is_respelled(text: str) -> bool:
    """Tone marks at random, as mirrors set them that hide from the search for copies."""
    wrong = len(_RESPELLED.findall(text))
    return wrong >= SURE_RESPELLED and wrong > MAX_RESPELLED * len(_TONES.findall(text))
