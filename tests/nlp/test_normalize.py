import random
import time
import unicodedata
from importlib import resources

import joblib
import pytest

from nlp.normalize import compose, standard

SYLLABLES = (
    "hoà hoá hoả hoạ toà toả toạ khoá loá loà xoá xoã doạ goá thoả đoạ loè khoẻ xoè hoè toè nhoè choé oẹ ngoẻ "
    "uỷ thuỷ thuý tuỳ tuý luỹ huỷ truỵ nguỵ suý khuy quý quỳ quỷ quỹ quỵ quà quá quả quạ què quẻ quế quốc quạ "
    "hoàng hoàn hoán hoạt toàn toán khoảng loại ngoài ngoại xoáy ngoáy thoại đoàn khuyến thuyền tuyết huyện luyện "
    "giá già giả giữ gió giờ mùa của chúa lúa bìa mía nghĩa được đường nước người yếu ý kiến mỹ kỹ kỳ ở ừ"
)


@pytest.mark.parametrize(
    ("printed", "spelt"),
    [
        ("ủy ban, hòa bình, hóa học, thủy lợi, sức khỏe", "uỷ ban, hoà bình, hoá học, thuỷ lợi, sức khoẻ"),
        ("ỦY BAN, HÒA BÌNH, THỦY LỢI", "UỶ BAN, HOÀ BÌNH, THUỶ LỢI"),
        ("Ủy viên, Hòa thượng, Thúy Nga", "Uỷ viên, Hoà thượng, Thuý Nga"),
        ("xòe, tùy, lũy, ngụy, đọa, góa", "xoè, tuỳ, luỹ, nguỵ, đoạ, goá"),
        ("quý, quà, quốc, giá, quỹ", "quý, quà, quốc, giá, quỹ"),
        ("ngân qũy, qúy vị", "ngân quỹ, quý vị"),  # never right, whatever the style
        ("hoàng, hoàn, toàn, xoáy, khuyến", "hoàng, hoàn, toàn, xoáy, khuyến"),
        ("của mùa lúa, chúa", "của mùa lúa, chúa"),
        ("xã hội hóa/công nghiệp hóa.", "xã hội hoá/công nghiệp hoá."),
        ("Ðảng bộ, QÐ-TTg, ðường", "Đảng bộ, QĐ-TTg, đường"),
        ("12\u00a0–\u00a0CT\u202f/\u2007TW", "12 - CT / TW"),
        ("a\tb\r\nc\u2028d", "a b \nc\nd"),
        ("số： 12／CT⁄TW", "số: 12/CT/TW"),
        ("12‑CT/TW, 12—CT, 12−CT, 12－CT", "12-CT/TW, 12-CT, 12-CT, 12-CT"),
        ("“Được.” Rồi… 🙂 hoá", "“Được.” Rồi… 🙂 hoá"),
        ("", ""),
    ],
)
def test_there_is_one_spelling_of_the_same_length(printed, spelt):
    assert standard(printed) == spelt
    assert len(standard(printed)) == len(printed)


@pytest.mark.parametrize("case", [str.lower, str.title, str.upper])
def test_words_that_bear_their_mark_in_the_right_place_are_left_alone(case):
    for syllable in SYLLABLES.split():
        word = unicodedata.normalize("NFC", case(syllable))
        assert standard(word) == word


def test_the_other_placement_of_a_final_mark_comes_back_and_nothing_else_changes():
    right = "oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ"
    wrong = "òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy"
    other_endings = dict(zip(right.split(), wrong.split(), strict=True))
    endings = [(syllable, other_endings.get(syllable[-2:])) for syllable in SYLLABLES.split()]
    for syllable, ending in endings:
        if ending is None:
            continue
        other = syllable[:-2] + ending
        for around in ("{}", " {} ", "({}),", "“{}”", "{}-1", "{}2"):
            assert standard(around.format(other)) == around.format(syllable)


def test_the_spelling_is_that_of_the_segmenters_dictionary():
    folder = resources.files("underthesea") / "pipeline/word_tokenize/models/ws_crf_vlsp2013_20230727"
    known = joblib.load(folder / "dictionary.bin")
    for printed in ("ủy ban", "hòa bình", "hóa học", "thủy lợi", "sức khỏe", "tòa án", "ủy quyền", "hòa giải"):
        assert standard(printed) in known, printed
        assert printed not in known or printed in ("sức khỏe", "tòa án")


def test_standard_spelling_keeps_length_and_is_stable_on_any_characters():
    random.seed(7)
    alphabet = "òóaeyAEYuúủỦUqQ h-–\u00a0ðÐ.,\n\t🙂" + SYLLABLES
    for _ in range(2_000):
        text = "".join(random.choices(alphabet, k=random.randint(0, 40)))
        once = standard(text)
        assert len(once) == len(text)
        assert standard(once) == once


def test_composing_clean_text_changes_nothing():
    text = "Chỉ thị số 12-CT/TW"
    mapped = compose(text)
    assert mapped.text == text
    assert mapped.original(9, 19) == (9, 19)


def test_composed_spans_lead_back_to_the_decomposed_letters():
    text = unicodedata.normalize("NFD", "Ủy ban nhân dân tỉnh Hòa Bình")
    mapped = compose(text)
    assert mapped.text == "Ủy ban nhân dân tỉnh Hòa Bình"
    start, end = mapped.original(21, 29)
    assert unicodedata.normalize("NFC", text[start:end]) == "Hòa Bình"
    start, end = mapped.original(0, 1)
    assert text[start:end] == "U\u0309"


@pytest.mark.parametrize(
    ("printed", "clean", "word", "surface"),
    [
        ("\ufeffNghị quyết", "Nghị quyết", "Nghị", "Nghị"),
        ("Nghị qu\u00adyết\u200b 12", "Nghị quyết 12", "quyết", "qu\u00adyết"),
        ("Nghị\u200bquyết", "Nghị quyết", "quyết", "quyết"),
        ("số \u200b12-CT\u2060/TW", "số 12-CT/TW", "12-CT/TW", "12-CT\u2060/TW"),
        ("\u0301lạc", "\u0301lạc", "lạc", "lạc"),
        ("", "", "", ""),
        ("\u200b\u200b", "", "", ""),
    ],
)
def test_invisible_characters_go_and_the_map_remembers_them(printed, clean, word, surface):
    mapped = compose(printed)
    assert mapped.text == clean
    if word:
        start, end = mapped.original(clean.index(word), clean.index(word) + len(word))
        assert printed[start:end] == surface


@pytest.mark.parametrize(
    "hostile", ["a" + "\u0301\u0316" * 250_000, "\u200b" * 500_000, "e\u0302\u0323" * 160_000]
)
def test_half_a_million_characters_are_composed_in_linear_time(hostile):
    started = time.process_time()
    compose(hostile)
    assert time.process_time() - started < 3
