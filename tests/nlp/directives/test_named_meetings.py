import re
import time

import pytest

from nlp.directives.named import GATE, named
from nlp.directives.ordinal import ordinal
from nlp.document import Citation
from nlp.normalize import standard

_GATE = re.compile(GATE)


def _named(text: str) -> list[Citation]:
    plain = standard(text)
    found = list(named(plain, 0, len(plain)))
    assert all(plain[one.start : one.end] == one.surface for one in found)
    assert not found or _GATE.search(plain)
    return found


def _unmarked(marked: str) -> tuple[str, str]:
    """The text, and what is expected to be found in it, which stands in brackets."""
    before, surface, after = re.split(r"[\[\]]", marked)
    return f"{before}{surface}{after}", standard(surface)


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        ("quán triệt [Nghị quyết Đại hội XIII].", "tw.nq.k13._dai-hoi"),
        ("[nghị quyết Đại hội Đảng toàn quốc lần thứ 12], tiến tới", "tw.nq.k12._dai-hoi"),
        ("[nghị quyết Đại hội lần thứ XIII của Đảng], đặt ra", "tw.nq.k13._dai-hoi"),
        ("[Nghị quyết của Đại hội XIII] và", "tw.nq.k13._dai-hoi"),
        ("[Nghị quyết ĐH Đảng XII]", "tw.nq.k12._dai-hoi"),
        ("[Nghi quyết Đại hội XIII cuả Đảng] và", "tw.nq.k13._dai-hoi"),
        ("[nghị quyết đại hội lần thứ mười hai]", "tw.nq.k12._dai-hoi"),
        ("[NGHỊ QUYẾT ĐẠI HỘI XIII CỦA ĐẢNG] VÀ", "tw.nq.k13._dai-hoi"),
        ("[Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng Cộng sản Việt Nam]",
         "tw.nq.k14._dai-hoi"),
        ("[Nghị quyết Đại hội XIII Đảng bộ khối các cơ quan Trung ương].",
         "du-khoi-cqtw.nq.k13._dai-hoi"),
        ("[Nghị quyết Đại hội XVII của Đảng bộ Thành phố]; Nghị quyết", "tu-x.nq.k17._dai-hoi"),
        ("[Nghị quyết Đại hội Đảng bộ tỉnh Quảng Nam lần thứ XXII], nhiệm kỳ", "tu-quang-nam.nq.k22._dai-hoi"),
        ("[Nghị quyết Đại hội Đảng bộ tỉnh nhiệm kỳ 2020 - 2025] đề ra", "tu-x.nq.x._dai-hoi-2020-2025"),
        ("[Nghị quyết Đại hội Đảng bộ huyện Núi Thành lần thứ XXIII]", "hu-nui-thanh.nq.k23._dai-hoi"),
        ("[Nghị quyết Đại hội lần thứ VI của Liên hiệp các tổ chức hữu nghị Việt Nam]; ",
         "lhhn.nq.k06._dai-hoi"),
        ("[Nghị quyết Đại hội XII Công đoàn Việt Nam], nhiệm kỳ", "tld.nq.k12._dai-hoi"),
        ("[Nghị quyết Đại hội IX Công đoàn tỉnh Đồng Tháp]", "tld-dong-thap.nq.k09._dai-hoi"),
    ],
)  # fmt: skip
def test_a_congress_is_found_in_any_order_of_words_with_its_owner(marked: str, key: str) -> None:
    text, surface = _unmarked(marked)
    (found,) = _named(text)

    assert (found.surface, found.canonical, found.type, found.kind) == (surface, key, "Nghị quyết", "named")


@pytest.mark.parametrize(
    ("marked", "key", "term"),
    [
        ("[Nghị quyết Trung ương 4 khóa XII] về xây dựng", "tw.nq.k12._hn04", "XII"),
        ("[Nghị quyết Trung ương 4 (khóa XI)] “Một số", "tw.nq.k11._hn04", "XI"),
        ("[Nghị quyết TW 4] “Một số vấn đề", "tw.nq.x._hn04", None),
        ("[Nghị quyết T.Ư4, khóa XI]", "tw.nq.k11._hn04", "XI"),
        ("học tập [NQTW4].", "tw.nq.x._hn04", None),
        ("[nghị quyết trung ương 4 khóa xii]", "tw.nq.k12._hn04", "XII"),
        ("[Nghị quyết Trung ương tám khóa XI]", "tw.nq.k11._hn08", "XI"),
        ("[Nghị quyết Hội nghị lần thứ tư BCHTW Đảng khoá XII] về", "tw.nq.k12._hn04", "XII"),
        ("[Nghị quyết Hội nghị lần thứ 6 của Ban Chấp hành Trung ương Đảng] về", "tw.nq.x._hn06", None),
        ("[Kết luận Hội nghị Trung ương 7 khóa XI];", "tw.kl.k11._hn07", "XI"),
        ("[Nghị quyết Trung ương 5 khóa VIII].Trên tinh thần", "tw.nq.k08._hn05", "VIII"),
    ],
)  # fmt: skip
def test_a_plenum_is_found_with_or_without_its_term(marked: str, key: str, term: str | None) -> None:
    text, surface = _unmarked(marked)
    (found,) = _named(text)

    assert (found.surface, found.canonical, found.term) == (surface, key, term)


def test_of_a_list_each_member_is_cited() -> None:
    plena = _named("Nghị quyết Trung ương 4, 5 và 6 khóa XII")
    terms = _named("Nghị quyết Trung ương 4 khóa XI, XII")
    congresses = _named("Nghị quyết Đại hội XII, XIII của Đảng")

    assert [(one.surface, one.canonical) for one in plena] == [
        ("Nghị quyết Trung ương 4", "tw.nq.k12._hn04"),
        ("5", "tw.nq.k12._hn05"),
        ("6", "tw.nq.k12._hn06"),
    ]
    assert [one.canonical for one in terms] == ["tw.nq.k11._hn04", "tw.nq.k12._hn04"]
    assert [one.canonical for one in congresses] == ["tw.nq.k12._dai-hoi", "tw.nq.k13._dai-hoi"]


def test_without_an_ordinal_the_subject_names_the_resolution() -> None:
    (found,) = _named("thực hiện Nghị quyết TW về chiến lược bảo vệ Tổ quốc; đồng thời")

    assert found.surface == "Nghị quyết TW về chiến lược bảo vệ Tổ quốc"
    assert found.canonical == "tw.nq.x._chien-luoc-bao-ve-to-quoc"


def test_a_presidium_is_that_of_the_body_named_before() -> None:
    resolution = "Nghị quyết Hội nghị Đoàn Chủ tịch lần thứ 9 khóa VI"
    (unknown,) = _named(resolution)
    (known,) = _named(f"Liên hiệp các tổ chức hữu nghị Việt Nam triển khai {resolution}")

    assert (known.canonical, known.term) == ("lhhn-dct.nq.k06._hn09", "VI")
    assert unknown.canonical == "x.nq.k06._hn09"


def test_the_conclusion_of_a_national_conference_is_named_by_it_and_its_year() -> None:
    (found,) = _named("Kết luận Hội nghị toàn quốc công tác đối ngoại nhân dân năm 2023; Nghị quyết")

    assert found.surface == "Kết luận Hội nghị toàn quốc công tác đối ngoại nhân dân năm 2023"
    assert (found.type, found.year) == ("Kết luận", "2023")


def test_nicknames_stand_for_what_everybody_knows() -> None:
    found = _named("từ Khoán 100 đến Khoán 10")

    assert [(one.surface, one.type) for one in found] == [("Khoán 100", "Chỉ thị"), ("Khoán 10", "Nghị quyết")]


@pytest.mark.parametrize(
    ("printed", "number"),
    [("4", 4), ("04", 4), ("IV", 4), ("xiii", 13), ("tư", 4), ("bốn", 4), ("mười hai", 12), ("mười", 10),
     ("hai mươi mốt", 21), ("thứ", None), ("IIX", None), ("", None), ("0", None)],
)  # fmt: skip
def test_ordinals_are_read_in_any_form(printed: str, number: int | None) -> None:
    assert ordinal(printed) == number


@pytest.mark.parametrize(
    "unit",
    ["Luật ", "Luật sửa đổi các Luật Đất đai, ", "Nghị quyết Đại hội đại biểu ", "Nghị quyết Trung ương 4, 5, ",
     "Nghị quyết Hội nghị Đoàn Chủ tịch lần thứ 9 ", "Hiến pháp nước ", "Kết luận Hội nghị toàn quốc a b c "],
)  # fmt: skip
def test_the_cost_of_a_hostile_text_grows_with_its_length_alone(unit: str) -> None:
    text = (unit * 60_000)[:60_000]
    began = time.process_time()
    list(named(text, 0, len(text)))

    assert time.process_time() - began < 1.0
