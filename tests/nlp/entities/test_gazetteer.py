import pytest

from nlp.entities.data import load
from nlp.entities.gazetteer import Gazetteer, Name, gazetteer
from nlp.normalize import standard

FILES = (
    *("party", "state", "people", "world", "press", "schools", "firms", "teams"),
    *("countries", "regions", "cities", "provinces"),
)


def found(text):
    return [(text[start:end], name.canonical) for start, end, name in gazetteer().find(standard(text))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("họp với Bộ GD&ĐT", [("Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo")]),
        ("họp với Bộ GD-ĐT", [("Bộ GD-ĐT", "Bộ Giáo dục và Đào tạo")]),
        ("Ban Đối ngoại TW mời", [("Ban Đối ngoại TW", "Ban Đối ngoại Trung ương")]),
        ("Ban Đối ngoại T.Ư mời", [("Ban Đối ngoại T.Ư", "Ban Đối ngoại Trung ương")]),
        ("Ủy ban Thường vụ Quốc hội", [("Ủy ban Thường vụ Quốc hội", "Ủy ban Thường vụ Quốc hội")]),
        ("Uỷ ban thường vụ quốc hội", [("Uỷ ban thường vụ quốc hội", "Ủy ban Thường vụ Quốc hội")]),
        ("VUFO và LHQ", [("VUFO", "Liên hiệp các tổ chức hữu nghị Việt Nam"), ("LHQ", "Liên Hợp Quốc")]),
        ("UBND tỉnh Hòa Bình", [("UBND tỉnh Hòa Bình", "Ủy ban nhân dân tỉnh Hòa Bình")]),
        ("UBND TP. Đà Nẵng", [("UBND TP. Đà Nẵng", "Ủy ban nhân dân thành phố Đà Nẵng")]),
        ("Đại sứ quán Việt Nam tại Pháp", [("Đại sứ quán Việt Nam tại Pháp", "Đại sứ quán Việt Nam tại Pháp")]),
        ("hội nghị, 303/NQ-LHHNX", []),
        ("quangninh, HàNộicũ", []),
        ("đọc Vietnam+, ở Vietnam, ", [("Vietnam+", "VietnamPlus"), ("Vietnam", "Việt Nam")]),
        ("🙂 Quảng Ninh", [("Quảng Ninh", "Quảng Ninh")]),
        ("", []),
    ],
)
def test_the_longest_whole_names_are_found(text, names):
    assert found(text) == names


def test_letters_whose_small_form_is_longer_move_nothing():
    text = "İİİ Hà Nội"
    assert [text[start:end] for start, end, _ in gazetteer().find(text)] == ["Hà Nội"]


@pytest.mark.parametrize("text", ["Đại học Harvard", "Trường Đại học Harvard", "ĐH Harvard", "Harvard"])
def test_a_university_is_known_by_each_of_its_forms(text):
    assert found(f"ở {text}, Mỹ")[0] == (text, "Đại học Harvard")


def test_a_name_is_looked_up_in_any_spelling():
    assert gazetteer().called("UBND tỉnh Hà Nam") == "Ủy ban nhân dân tỉnh Hà Nam"
    assert gazetteer().called("Tỉnh uỷ Hà Nam") == "Tỉnh ủy Hà Nam"
    assert gazetteer().called("Hội Sen Vàng") is None


def test_of_two_names_written_alike_the_first_listed_counts():
    names = Gazetteer([Name("Một", "ORG", "A B"), Name("Hai", "LOC", "a b")])
    assert [name.canonical for _, _, name in names.find("xem A B")] == ["Một"]


def test_a_thousand_bodies_and_places_are_listed_and_each_file_says_whence():
    names = [names[0] for file in FILES for names in load(file)["names"]]
    assert len(names) > 1_000
    assert len(gazetteer()) > 25_000  # with all ways to write them


@pytest.mark.parametrize("file", FILES)
def test_no_name_is_listed_twice_in_a_file(file):
    canonicals = [names[0] for names in load(file)["names"]]
    assert len(set(canonicals)) == len(canonicals)


def test_the_sixty_three_provinces_and_cities_are_there_and_those_they_were_merged_into():
    provinces = load("provinces")
    assert len(provinces["names"]) + len(provinces["cities"]) == 65  # with Hà Tây, and Huế beside Thừa Thiên Huế


@pytest.mark.parametrize("text", ["hãng phim Warner Bros", "hãng phim Warner Bros.", "của Yahoo!", "của Yahoo"])
def test_a_name_that_ends_with_a_sign_may_end_a_text(text):
    ((start, end, name),) = gazetteer().find(text)
    assert name.canonical.startswith(text[start:end])
