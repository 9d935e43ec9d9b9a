import pytest

from crawler.extract.syllable import is_plain_syllable, is_syllable


@pytest.mark.parametrize(
    "word",
    [
        "nghị",
        "quốc",
        "quên",
        "quý",
        "quyết",
        "giữ",
        "gì",
        "giếng",
        "ướt",
        "hoà",
        "hòa",
        "thuở",
        "khuỷu",
        "nguyệt",
        "ỷ",
    ],
)
def test_vietnamese_words_are_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "été",
        "für",
        "på",
        "café",
        "cỗc",
        "tòc",
        "hóá",
        "ngphá",
        "wỏ",
        "zá",
        "đ",
        "",
        "héi",
        "xê1",
    ],
)
def test_other_words_are_not(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("nghi", True),
        ("truong", True),
        ("quyet", True),
        ("hưởng", True),
        ("gieng", True),
        ("people", False),
        ("yang", False),
    ],
)
def test_syllables_are_known_without_their_accents(word, known):
    assert is_plain_syllable(word) == known
