"""Accents, spellings and the cutting of words, on both engines."""

import unicodedata

import pytest

from indexer.query import Request, Text


@pytest.mark.parametrize("mode", ["all", "phrase"])
def test_without_accents_every_spelling_is_found(find, mode):
    found = find(Text("doi ngoai nhan dan", mode=mode))
    assert found == ["hội-nghị", "hội-thảo", "không-dấu"]
    assert "đôi-ngoài" in find(Text("doi ngoai", mode=mode))


@pytest.mark.parametrize("mode", ["any", "all", "phrase"])
def test_accents_that_are_typed_are_meant(find, mode):
    assert find(Text("đối ngoại", mode=mode)) == ["hội-nghị", "hội-thảo"]
    assert find(Text("đôi ngoài", mode=mode)) == ["đôi-ngoài"]


def test_a_word_without_accents_beside_one_with_them_is_meant_as_it_stands(find):
    assert find(Text("nhân dan", mode="phrase")) == []
    assert find(Text("năm 2024", mode="phrase")) == ["hội-nghị"]


@pytest.mark.parametrize("typed", ["uỷ ban hoà giải", "ủy ban hòa giải", "uy ban hoa giai", "Ủy ban hoà giải"])
def test_both_ways_to_place_a_tone_mark_are_one(find, typed):
    assert find(Text(typed, mode="phrase")) == ["kiểu-cũ", "kiểu-mới"]


@pytest.mark.parametrize(
    "typed",
    [
        unicodedata.normalize("NFD", "Đối ngoại"),
        "ĐỐI NGOẠI",
        "Ðối ngoại",  # eth
        "đối\u00a0ngoại",
        "đối \u200bngoại",
        "đ\u00adối ngoại",  # a soft hyphen
        "  đối...ngoại?! ",
    ],
)
def test_other_ways_to_type_the_same_find_the_same(find, typed):
    assert find(Text(typed, mode="phrase")) == ["hội-nghị", "hội-thảo"]


@pytest.mark.parametrize(
    "typed",
    [
        "Nội.Hai",
        "nội hai",
        "3.5 lần",
        "3,5",
        "a_b",
        "mã hàng a b",
        "d'Or",
        "d’or",
        "or",
        "hết; khách",
        "hết khách",
    ],
)
def test_words_end_at_whatever_is_no_letter_or_digit(find, typed):
    assert find(Text(typed, mode="phrase")) == ["dấu-câu"]


def test_texts_that_are_stored_otherwise_are_found_by_the_usual_spelling(engine, record):
    bodies = {
        "nfd": unicodedata.normalize("NFD", "đường phố Hải Phòng"),
        "eth": "Ðường phố Hải Phòng",
        "nbsp": "đường\u00a0phố Hải\u2009Phòng",
        "mềm": "đườ\u00adng phố\u200b Hải\ufeff Phòng",
        "hoa": "ĐƯỜNG PHỐ HẢI PHÒNG",
    }
    engine.write([record(name, body=body) for name, body in bodies.items()])

    for typed in ("đường phố hải phòng", "duong pho hai phong"):
        hits = engine.search(Request(Text(typed, mode="phrase"))).hits
        assert sorted(hit.id for hit in hits) == ["eth", "hoa", "mềm", "nbsp", "nfd"]


def test_a_word_without_end_is_found_by_its_beginning(engine, record):

    engine.write([record("dài", body="x" * 100_000 + " đuôi"), record("ngắn", body="x" * 10)])
    assert [hit.id for hit in engine.search(Request(Text("x" * 500))).hits] == ["dài"]
    assert [hit.id for hit in engine.search(Request(Text("đuôi"))).hits] == ["dài"]
