"""All spellings of a body's name have one key; names of different bodies do not."""

import pytest

from indexer.bodies.key import is_abbreviation, is_bare, name_of, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ủy ban nhân dân tỉnh Phú Thọ", "UBND tỉnh Phú Thọ"),
        ("Uỷ ban nhân dân tỉnh Phú Thọ", "UBND Phú Thọ"),
        ("UBND TP. Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("Công an TP.HCM", "Công an Thành phố Hồ Chí Minh"),
        ("Sở GD&ĐT Nghệ An", "Sở Giáo dục và Đào tạo tỉnh Nghệ An"),
        ("Sở Giáo dục - Đào tạo Nghệ An", "Sở GD-ĐT Nghệ An"),
        ("Ban Đối ngoại T.Ư", "Ban Đối ngoại Trung ương Đảng"),
        ("Ban Dân vận TW", "ban Dân vận Trung ương"),
        ("VUFO", "Liên hiệp các tổ chức hữu nghị Việt Nam"),
        ("Liên hiệp Hữu nghị", "Liên hiệp các Tổ chức Hữu nghị Việt Nam"),
        ("Trung ương Hội Luật gia Việt Nam", "Hội Luật gia Việt Nam"),
        ("Trường Đại học Y Thái Bình", "ĐH Y Thái Bình"),
        ("Ủy ban Pháp luật của Quốc hội", "Ủy ban Pháp luật"),
        ("Quốc hội Việt Nam", "Quốc hội"),
        ("Liên hiệp tỉnh Kiên Giang", "Liên hiệp các tổ chức hữu nghị tỉnh Kiên Giang"),
        ("Bộ Ngoại giao Việt Nam", "Bộ Ngoại giao"),
        ("Thường trực Ban Bí thư", "Ban Bí thư"),
        ("HĐQT Công ty Hoa Sen", "Hội đồng quản trị Công ty Hoa Sen"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_of(one).key == name_of(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Hà Tĩnh", "UBND thành phố Hà Tĩnh"),  # the province, and its city of the same name
        ("Hội Nông dân tỉnh Phú Thọ", "Hội Nông dân Việt Nam"),
        ("Bộ Ngoại giao", "Bộ Ngoại giao Lào"),
        ("Công ty Bình Minh", "Công ty Binh Minh"),
        ("Công ty Thu Hà", "Công ty Thủ Hạ"),
        ("Sở Y tế Hà Nội", "Sở Y tế Hà Nam"),
        ("UBND huyện Gia Lâm", "UBND xã Gia Lâm"),
    ],
)
def test_names_of_two_bodies_have_two_keys(one: str, other: str) -> None:
    assert name_of(one).key != name_of(other).key


def test_a_listed_body_is_shown_by_its_full_name() -> None:
    assert name_of("UBND TP.HCM").shown == "Ủy ban nhân dân thành phố Hồ Chí Minh"
    assert name_of("Tỉnh uỷ Quảng Ninh").shown == "Tỉnh ủy Quảng Ninh"
    assert name_of("Quỹ Hoa Sen").shown == "Quỹ Hoa Sen"


def test_class_words_alone_are_no_name() -> None:
    assert is_bare(name_of("Hội").key)
    assert is_bare(name_of("Uỷ ban nhân dân").key)
    assert not is_bare(name_of("Hội Luật gia").key)


def test_an_abbreviation_is_one_word_in_capitals() -> None:
    assert is_abbreviation("VUFO")
    assert not is_abbreviation("Vufo")
    assert not is_abbreviation("UBND tỉnh")


def test_a_slug_is_readable_and_cut_at_a_word() -> None:
    assert slug("Hội Luật gia Việt Nam") == "hoi-luat-gia-viet-nam"
    assert slug("…") == "x"
    long = slug("Trung tâm Nghiên cứu và Ứng dụng Khoa học Công nghệ Nông nghiệp Bền vững Miền Trung Tây Nguyên")
    assert long == "trung-tam-nghien-cuu-va-ung-dung-khoa-hoc-cong-nghe-nong-nghiep-ben"


def test_a_listed_name_may_end_with_a_sign() -> None:
    assert name_of("Warner Bros") == name_of("Warner Bros.")
