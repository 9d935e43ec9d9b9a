import time
import unicodedata

import pytest

from crawler.letters import fold, has_accents, nfc


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Đối ngoại nhân dân", "doi ngoai nhan dan"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "uy ban thuong vu quoc hoi"),
        ("Nghị định số 12/2012/NĐ-CP", "nghi dinh so 12/2012/nd-cp"),
        ("Ðảng, ðường", "dang, duong"),  # the look-alike eth
        ("Łódź, Tromsø, İstanbul", "lodz, tromso, istanbul"),
        ("Straße, 北京, Ελλάδα", "straße, 北京, ελλαδα"),
        ("", ""),
    ],
)
def test_folding_takes_accents_and_case_away_and_keeps_the_length(printed, folded):
    assert fold(printed) == folded
    assert len(fold(printed)) == len(printed)


def test_folding_keeps_the_length_for_every_character():
    everything = "".join(chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000)
    assert len(fold(everything)) == len(everything)


@pytest.mark.parametrize(
    ("text", "accented"),
    [("Hà Nội", True), ("ĐHQG", True), ("Ha Noi", False), ("HA NOI 2024, ...", False), ("北京", False)],
)
def test_an_accent_is_a_mark_on_a_letter_or_a_barred_d(text, accented):
    assert has_accents(text) is accented


def test_decomposed_letters_are_composed():
    assert nfc(unicodedata.normalize("NFD", "Liên hiệp các tổ chức hữu nghị")) == "Liên hiệp các tổ chức hữu nghị"


def test_every_letter_composes_as_unicode_says_alone_and_behind_others():
    for code in range(0x30000):
        if 0xD800 <= code < 0xE000:
            continue
        for before in ("", "a", "ơ", "a\n"):
            text = before + chr(code)
            assert nfc(text) == unicodedata.normalize("NFC", text), hex(code)


def test_a_letter_keeps_thirty_marks_at_the_most():
    assert nfc("a" + "\u0316\u0301" * 500_000) == nfc("a" + "\u0316\u0301" * 15)
    assert nfc("…" * 100) == "…" * 100


@pytest.mark.parametrize("marks", ["\u0301\u0316", "\u05b0\u05b4", "\u3099\u302a"])
def test_a_million_marks_cost_no_more_than_a_million_letters(marks):
    started = time.process_time()
    nfc("a" + marks * 500_000)
    assert time.process_time() - started < 2
