import time

import pytest

from nlp.document import Token
from nlp.normalize import standard
from nlp.segment import MAX_SYLLABLES, segment


def words_of(text):
    return [
        [text[token.start : token.end] for token in sentence.tokens]
        for sentence in segment(standard(text)).sentences
    ]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Hội nghị kết thúc. Các đại biểu ra về.", ["Hội nghị kết thúc.", "Các đại biểu ra về."]),
        ("Ông nói: “Được.” Rồi ông đi.", ["Ông nói: “Được.”", "Rồi ông đi."]),
        ("Ông về Việt Nam.Chị ở lại.", ["Ông về Việt Nam.", "Chị ở lại."]),
        ("PGS. TS Trần Ba và TP. Huế.", ["PGS. TS Trần Ba và TP. Huế."]),
        ("Gặp anh Trần Văn A. ở Q. Ba Đình.", ["Gặp anh Trần Văn A. ở Q. Ba Đình."]),
        ("Tiêu đề\nThân bài.", ["Tiêu đề", "Thân bài."]),
        ("1. Về công tác Đảng.\n2. Về tài chính.", ["1. Về công tác Đảng.", "2. Về tài chính."]),
        ("Đẹp quá!!! Thật không?! Thật…", ["Đẹp quá!!!", "Thật không?!", "Thật…"]),
        ("Gạo, ngô, v.v... đều tăng giá.", ["Gạo, ngô, v.v... đều tăng giá."]),
        ("Xem thoibao.vn hôm nay. Hết.", ["Xem thoibao.vn hôm nay.", "Hết."]),
        ("", []),
        ("  \n \n", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    found = segment(standard(text)).sentences
    assert [text[sentence.start : sentence.end] for sentence in found] == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ủy ban nhân dân tỉnh Hòa Bình", ["Ủy ban nhân dân", "tỉnh", "Hòa Bình"]),
        ("Tỉnh ủy Thanh Hóa", ["Tỉnh ủy", "Thanh Hóa"]),
        ("chăm sóc sức khỏe", ["chăm sóc", "sức khỏe"]),
        ("Thực hiện Chỉ thị 12-CT/TW", ["Thực hiện", "Chỉ thị", "12", "-", "CT", "/", "TW"]),
        ("ngày 25/7/2022, 60.542.000 đồng", ["ngày", "25/7/2022", ",", "60.542.000", "đồng"]),
        ("Mát-xcơ-va, COVID-19", ["Mát-xcơ-va", ",", "COVID-19"]),
        ("TƯ và T.Ư", ["TƯ", "và", "T.Ư"]),
        ("gửi toasoan@thoibao.vn", ["gửi", "toasoan@thoibao.vn"]),
    ],
)
def test_words_are_the_dictionarys_whatever_the_tone_placement(text, words):
    assert words_of(text) == [words]


def test_tokens_say_whether_they_hold_several_syllables():
    (sentence,) = segment("họp tại Hà Nội").sentences
    assert sentence.tokens == (Token(0, 3), Token(4, 7), Token(8, 14, joined=True))


def test_every_letter_lies_in_exactly_one_syllable():
    text = standard("Ông Ba\u00a0nói: “Ðúng!” – rồi…\n\nhttps://x.vn/a?b=1 🙂 \x00 a_b-c 1.2.3,4/5-6 x'y &%$#@!")
    spans = [span for sentence in segment(text).sentences for span in sentence.syllables]
    covered = [at for start, end in spans for at in range(start, end)]
    assert covered == [at for at, letter in enumerate(text) if not letter.isspace()]


def test_a_long_sentence_is_cut_after_a_semicolon_or_a_comma():
    clause = "tiếp tục nâng cao chất lượng công tác"
    text = "; ".join([", ".join([clause] * 5)] * 8)
    segmented = segment(text)
    assert segmented.warnings == ("long-sentence",)
    assert all(len(sentence.syllables) <= MAX_SYLLABLES for sentence in segmented.sentences)
    assert [text[sentence.end - 1] for sentence in segmented.sentences[:-1]] == [";"] * (
        len(segmented.sentences) - 1
    )


HOSTILE = {
    "one-letter": "a" * 20_000,
    "dotted": "a." * 10_000,
    "initials": "A." * 10_000,
    "hyphens": "a-" * 10_000,
    "numbers": "1.2-3/" * 3_300,
    "mail": "a@" * 10_000,
    "addresses": "http://" * 3_000,
    "brackets": "(" * 20_000,
    "quotes": "“" * 20_000,
    "emoji": "🙂" * 20_000,
    "nul": "\0" * 20_000,
    "marks": "!?" * 10_000,
    "spaces": " " * 20_000,
    "capitals": "NGHỊ QUYẾT " * 1_800,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_twenty_thousand_hostile_characters_take_no_longer_than_prose(name):
    started = time.process_time()
    segment(HOSTILE[name])
    assert time.process_time() - started < 2


def test_a_run_of_letters_is_cut_and_reported():
    segmented = segment("đầu " + "x" * 20_000 + " cuối")
    assert "long-token" in segmented.warnings
    assert all(end - start <= 60 for sentence in segmented.sentences for start, end in sentence.syllables)


def test_a_line_of_a_megabyte_is_linear():
    started = time.process_time()
    segment("hội nghị công tác đối ngoại nhân dân " * 27_000)
    assert time.process_time() - started < 10
