import unicodedata

import pytest

from indexer.analysis import day_number, is_accented, is_day, keyword, name_key, pairs, view

NFD = unicodedata.normalize("NFD", "bế")


@pytest.mark.parametrize(
    ("text", "exact", "folded"),
    [
        ("Đối ngoại Nhân dân", "đối ngoại nhân dân", "doi ngoai nhan dan"),
        ("Ủy ban Hòa bình; Thúy", "uỷ ban hoà bình thuý", "uy ban hoa binh thuy"),
        ("quý khách", "quý khách", "quy khach"),
        ("Nội.Hai 3.5 a_b d'Or", "nội hai 3 5 a b d or", "noi hai 3 5 a b d or"),
        ("Chỉ thị 12-CT/TW", "chỉ thị 12 ct tw", "chi thi 12 ct tw"),
        (unicodedata.normalize("NFD", "Ðảng uỷ"), "đảng uỷ", "dang uy"),
        ("h\u00adội\u200b nghị", "hội nghị", "hoi nghi"),
        ("x" * 70, "x" * 60, "x" * 60),
        ("", "", ""),
        (" …!? ", "", ""),
    ],
)
def test_a_view_holds_the_words_of_a_text_in_small_letters(text, exact, folded):
    assert (view(text).exact, view(text).folded) == (exact, folded)


def test_pairs_are_neighbours():
    assert pairs(("đối", "ngoại", "nhân", "dân")) == ("đối_ngoại", "ngoại_nhân", "nhân_dân")
    assert pairs(("đối",)) == ()


@pytest.mark.parametrize(
    ("typed", "accented"),
    [
        ("đối", True),
        ("doi", False),
        ("DOI", False),
        ("Đ", True),
        (unicodedata.normalize("NFD", "bế"), True),
        ("12", False),
    ],
)
def test_any_accent_that_is_typed_is_meant(typed, accented):
    assert is_accented(typed) is accented


def test_two_spellings_of_a_name_share_their_key():
    assert name_key("Ủy ban  Đối ngoại") == name_key("uỷ ban đối-ngoại") == "uy ban doi ngoai"


def test_only_names_are_compared_without_accents():
    assert keyword("persons", "Đỗ Mai") == "do mai"
    assert keyword("directives", "12-CT/TW") == "12-CT/TW"
    assert keyword("kind", "\ud800") == "?"


def test_days_are_numbers_in_order():
    assert day_number("2024-01-31") == 20240131
    assert [is_day(day) for day in ("2024-02-29", "2023-02-29", "hôm qua", "")] == [True, False, False, False]
