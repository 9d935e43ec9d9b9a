"""A text has one wording however it is spelt, and few numbers stand for it however long it is."""

import random
import unicodedata

import pytest

from indexer.copies.shingles import key, level, samples, shingles, words

SENTENCE = "Thủy điện Hòa Bình xả đáy lũ, Đại tá Đỗ Văn Sỹ đến kiểm tra."


@pytest.mark.parametrize(
    "respelt",
    [
        "Thuỷ điện Hoà Bình xả đáy lũ, Đại tá Đỗ Văn Sỹ đến kiểm tra.",
        unicodedata.normalize("NFD", SENTENCE),
        SENTENCE.replace("Đ", "Ð").replace("đ", "ð"),
        "THỦY ĐIỆN HÒA BÌNH XẢ ĐÁY LŨ. ĐẠI TÁ ĐỖ VĂN SỸ ĐẾN KIỂM TRA",
        "Thủy điện\u00a0Hòa Bình   xả đáy lũ – Đại tá “Đỗ Văn Sỹ” đến kiểm tra!",
        "Thuy dien Hoa Binh xa day lu, Dai ta Do Van Sy den kiem tra",
    ],
    ids=["tone marks", "decomposed", "eth", "capitals", "punctuation", "no accents"],
)
def test_a_respelling_is_the_same_wording(respelt: str) -> None:
    assert key(words(respelt)) == key(words(SENTENCE))


def test_another_word_is_another_wording() -> None:
    assert key(words(SENTENCE.replace("kiểm tra", "khảo sát"))) != key(words(SENTENCE))


def test_shingles_are_four_syllables_in_a_row() -> None:
    five = ["hội", "nghị", "sáng", "nay", "bế", "mạc"]

    assert len(shingles(five)) == 3
    assert list(shingles(five[1:])) == list(shingles(five)[1:])
    assert list(shingles(five[:3])) == []


@pytest.mark.parametrize("size", [50, 64, 500, 5_000, 50_000])
def test_about_forty_samples_stand_for_a_text_of_any_length(size: int) -> None:
    drawn = samples(random.Random(size).sample(range(2**32), size), level(size))

    assert 25 <= len(drawn) <= 80


def test_samples_of_a_short_text_hold_those_of_a_long_one_that_prints_it() -> None:
    numbers = random.Random(1).sample(range(2**32), 1_000)

    assert samples(numbers[:200], level(1_000)) <= samples(numbers[:200], level(200))
