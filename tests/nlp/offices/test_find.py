"""Who holds which office, in sentences of our own; names of persons and bodies are given."""

import re
import time

import pytest

from nlp.document import Entity, EntityType, Office
from nlp.normalize import standard
from nlp.offices.find import find
from nlp.segment import segment

_NAME = re.compile(r"(?P<type>[<{|])(?P<name>[^<>{}|]+)[>}|]")
_TYPES: dict[str, EntityType] = {"<": "PER", "{": "ORG", "|": "LOC"}


def offices(marked: str) -> tuple[Office, ...]:
    """Of a text in which <persons>, {bodies} and |places| are marked."""
    text, entities, at = "", [], 0
    for found in _NAME.finditer(marked):
        text += marked[at : found.start()]
        name = found["name"]
        entities.append(Entity(len(text), len(text) + len(name), name, _TYPES[found["type"]], name))
        text += name
        at = found.end()
    text = standard(text + marked[at:])
    found_offices = find(text, segment(text).sentences, entities)
    assert all(text[one.start : one.end] == one.surface for one in found_offices)
    return found_offices


def held(marked: str) -> list[tuple[str, str, str | None]]:
    return [(one.person, one.office, one.organization) for one in offices(marked)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "Chủ tịch {Hội Làm vườn Việt Nam} <Lê Thị Hoa> khai mạc hội nghị.",
            [("Lê Thị Hoa", "Chủ tịch", "Hội Làm vườn Việt Nam")],
        ),
        (
            "Ông <Lê Văn Đức>, Phó Giám đốc {Sở Y tế An Giang}, trình bày báo cáo.",
            [("Lê Văn Đức", "Phó Giám đốc", "Sở Y tế An Giang")],
        ),
        (
            "Bà <Trần Thị Mơ>, Uỷ viên {Bộ Chính trị}, Bí thư {Trung ương Đảng}, Trưởng {Ban Dân vận Trung ương}.",
            [
                ("Trần Thị Mơ", "Uỷ viên Bộ Chính trị", "Bộ Chính trị"),
                ("Trần Thị Mơ", "Bí thư Trung ương Đảng", "Trung ương Đảng"),
                ("Trần Thị Mơ", "Trưởng Ban Dân vận Trung ương", "Ban Dân vận Trung ương"),
            ],
        ),
        (
            "Chiều qua, Chủ tịch nước <Phạm Văn Bình> tiếp Tổng thống |Áo| <Hans Meier>.",
            [("Phạm Văn Bình", "Chủ tịch nước", None), ("Hans Meier", "Tổng thống Áo", None)],
        ),
        (
            "Bộ trưởng {Bộ Tài chính} <Ngô Văn Tư> và Bộ trưởng Quốc phòng |Lào| <Khăm Phẻng> ký biên bản.",
            [("Ngô Văn Tư", "Bộ trưởng", "Bộ Tài chính"), ("Khăm Phẻng", "Bộ trưởng Quốc phòng Lào", None)],
        ),
        (
            "Đại sứ |Việt Nam| tại |Chile| <Đỗ Văn Hai> cho biết.",
            [("Đỗ Văn Hai", "Đại sứ Việt Nam tại Chile", None)],
        ),
        ("Phó Chủ tịch huyện |Ba Vì| <Lê Văn Ba> có mặt.", [("Lê Văn Ba", "Phó Chủ tịch huyện Ba Vì", None)]),
        (
            "Trưởng phòng Kinh tế, {UBND huyện Ba Vì} (|Hà Nội|) <Lê Văn Ba> có mặt.",
            [("Lê Văn Ba", "Trưởng phòng Kinh tế", None)],
        ),
        (
            "Chủ tịch {Hội Cây cảnh Huế}, bà <Phan Thị Lan> cho rằng cần thêm đất.",
            [("Phan Thị Lan", "Chủ tịch", "Hội Cây cảnh Huế")],
        ),
        (
            "<Phan Thị Lan> (giữa) - Tổng biên tập {Tạp chí Làng nghề} - trao giải.",
            [("Phan Thị Lan", "Tổng biên tập", "Tạp chí Làng nghề")],
        ),
        (
            "Chủ tịch {Liên đoàn Cờ vua Việt Nam} là ông <Bùi Văn Sáu>.",
            [("Bùi Văn Sáu", "Chủ tịch", "Liên đoàn Cờ vua Việt Nam")],
        ),
        (
            "người phát ngôn của Tổng thống |Áo|, bà <Anna Gruber>, bác bỏ tin này.",
            [("Anna Gruber", "người phát ngôn của Tổng thống Áo", None)],
        ),
        (
            "Phó Trưởng ban Thường trực {Ban Tuyên giáo Huế} <Lê Văn Ba> đọc báo cáo.",  # the body repeats "ban"
            [("Lê Văn Ba", "Phó Trưởng ban Thường trực", "Ban Tuyên giáo Huế")],
        ),
        ("Chủ tịch tỉnh <Phan Thị Lan> đáp.", [("Phan Thị Lan", "Chủ tịch tỉnh", None)]),
        ("Chủ tịch Quốc hội <Phan Thị Lan> đáp.", [("Phan Thị Lan", "Chủ tịch Quốc hội", "Quốc hội")]),
        (
            "Giám đốc Nhà máy Đường Sao Mai <Lê Văn Ba> xin lỗi.",  # a body that no recogniser knows
            [("Lê Văn Ba", "Giám đốc", "Nhà máy Đường Sao Mai")],
        ),
        (
            "{Hội Cây cảnh Huế} họp sáng nay. Chủ tịch Hội <Phan Thị Lan> phát biểu.",
            [("Phan Thị Lan", "Chủ tịch", "Hội Cây cảnh Huế")],
        ),
    ],
)
def test_a_title_by_a_name_tells_an_office(marked: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert held(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "Chủ tịch <Hồ Chí Minh> sinh năm 1890.",
        "Sau khi gặp Thủ tướng, ông <Lê Văn Ba> ra về.",
        "Bác sĩ <Lê Văn Ba> và nhà báo <Phan Thị Lan> có mặt.",
        "{Văn phòng Chủ tịch nước} <Lê Văn Ba> gửi thư.",
        "Đề cử ông <Lê Văn Ba> giữ chức Giám đốc {Sở Y tế Huế}.",
        "Theo ông <Lê Văn Ba>, nguyên nhân là mưa lớn; các thành viên đã về.",
        "Ban tổ chức trao giải cho <Lê Văn Ba> và các Chủ tịch xã.",
        "",
    ],
)
def test_not_every_title_is_somebodys_office(marked: str) -> None:
    assert held(marked) == []


def test_lists_of_guests_give_each_his_own_offices() -> None:
    marked = (
        "Dự hội nghị có các đồng chí: <Lê Văn Ba>, Bí thư {Tỉnh uỷ Hà Nam}; <Phan Thị Lan>, Chủ tịch "
        "{HĐND tỉnh Hà Nam}; Phó Chủ tịch {UBND tỉnh Hà Nam} <Bùi Văn Sáu>."
    )

    assert held(marked) == [
        ("Lê Văn Ba", "Bí thư Tỉnh uỷ Hà Nam", "Tỉnh uỷ Hà Nam"),
        ("Phan Thị Lan", "Chủ tịch", "HĐND tỉnh Hà Nam"),
        ("Bùi Văn Sáu", "Phó Chủ tịch", "UBND tỉnh Hà Nam"),
    ]


def test_in_a_list_under_a_title_each_may_have_his_own_office_too() -> None:
    marked = (
        "Dự có các đồng chí Uỷ viên {Bộ Chính trị}: <Lê Văn Ba>, Bí thư {Thành uỷ Huế}; <Phan Thị Lan>, Trưởng "
        "{Ban Dân vận Trung ương}; Chủ tịch {UBND tỉnh Hà Nam} <Bùi Văn Sáu>."
    )

    assert set(held(marked)) == {
        ("Lê Văn Ba", "Uỷ viên Bộ Chính trị", "Bộ Chính trị"),
        ("Phan Thị Lan", "Uỷ viên Bộ Chính trị", "Bộ Chính trị"),
        ("Lê Văn Ba", "Bí thư Thành uỷ Huế", "Thành uỷ Huế"),
        ("Phan Thị Lan", "Trưởng Ban Dân vận Trung ương", "Ban Dân vận Trung ương"),
        ("Bùi Văn Sáu", "Chủ tịch", "UBND tỉnh Hà Nam"),
    }


def test_a_plural_title_is_the_office_of_all_in_its_list() -> None:
    marked = "Các Phó Chủ tịch {Hội Cây cảnh Huế} gồm: ông <Lê Văn Ba>, bà <Phan Thị Lan> và ông <Bùi Văn Sáu>."

    assert {(one.person, one.surface) for one in offices(marked)} == {
        ("Lê Văn Ba", "Phó Chủ tịch Hội Cây cảnh Huế"),
        ("Phan Thị Lan", "Phó Chủ tịch Hội Cây cảnh Huế"),
        ("Bùi Văn Sáu", "Phó Chủ tịch Hội Cây cảnh Huế"),
    }


@pytest.mark.parametrize(
    ("marked", "surface", "former", "acting"),
    [
        ("Nguyên Phó Chủ tịch nước <Phan Thị Lan> gửi thư.", "Nguyên Phó Chủ tịch nước", True, False),
        ("Ông <Lê Văn Ba> nguyên Giám đốc {Sở Y tế Huế} kể.", "nguyên Giám đốc Sở Y tế Huế", True, False),
        ("cựu Tổng thống |Áo| <Hans Meier> qua đời.", "cựu Tổng thống Áo", True, False),
        ("Quyền Giám đốc {Sở Y tế Huế} <Lê Văn Ba> ký.", "Quyền Giám đốc Sở Y tế Huế", False, True),
        ("tân Chủ tịch {Hội Cây cảnh Huế} <Lê Văn Ba> cảm ơn.", "tân Chủ tịch Hội Cây cảnh Huế", False, False),
        ("Dân xã Thái Nguyên: Chủ tịch xã |An Bình| <Lê Văn Ba> về.", "Chủ tịch xã An Bình", False, False),
    ],
)
def test_former_and_acting_are_said_before_the_title(
    marked: str, surface: str, former: bool, acting: bool
) -> None:
    (office,) = offices(marked)

    assert (office.surface, office.former, office.acting) == (standard(surface), former, acting)


@pytest.mark.parametrize(
    ("marked", "former"),
    [
        ("Đại hội bầu bà <Phan Thị Lan> giữ chức Chủ tịch {Hội Cây cảnh Huế}.", False),
        ("Bà <Phan Thị Lan> được bầu làm Chủ tịch {Hội Cây cảnh Huế}.", False),
        ("Quyết định bổ nhiệm chức Chủ tịch {Hội Cây cảnh Huế} cho bà <Phan Thị Lan>.", False),
        ("Bà <Phan Thị Lan> thôi giữ chức Chủ tịch {Hội Cây cảnh Huế}.", True),
        ("Hội đồng miễn nhiệm chức Chủ tịch {Hội Cây cảnh Huế} đối với bà <Phan Thị Lan>.", True),
        ("Bà <Phan Thị Lan> từng giữ chức Chủ tịch {Hội Cây cảnh Huế}.", True),
    ],
)
def test_verbs_give_and_take_offices(marked: str, former: bool) -> None:
    (office,) = offices(marked)

    assert (office.person, office.office, office.former) == ("Phan Thị Lan", "Chủ tịch", former)
    assert office.organization == "Hội Cây cảnh Huế"


def test_a_life_goes_on_over_full_stops() -> None:
    marked = (
        "Đảng bộ trao huy hiệu cho ông <Lê Văn Ba>. Ông đã giữ nhiều vị trí quan trọng, như Viện trưởng "
        "{Viện Lúa}. Chánh {Văn phòng Bộ Nông nghiệp}, và hiện nay là Chủ tịch {Hội Lúa gạo Việt Nam}."
    )

    assert [(one.office, one.former) for one in offices(marked)] == [
        ("Viện trưởng", True),
        ("Chánh Văn phòng Bộ Nông nghiệp", True),
        ("Chủ tịch", False),
    ]


def test_offices_side_by_side_tell_each_others_body_and_past() -> None:
    marked = (
        "Ông <Lê Văn Ba>, Phó Chủ tịch, Tổng thư ký {Hội Lúa gạo}, nguyên Phó Thủ tướng kiêm Bộ trưởng Nội vụ, kể."
    )

    assert [(one.office, one.organization, one.former) for one in offices(marked)] == [
        ("Phó Chủ tịch", "Hội Lúa gạo", False),
        ("Tổng thư ký", "Hội Lúa gạo", False),
        ("Phó Thủ tướng", None, True),
        ("Bộ trưởng Nội vụ", None, True),
    ]


def test_who_was_only_met_is_not_who_speaks() -> None:
    marked = "Hội đàm với ông <Lê Văn Ba>, Thủ tướng |Lào| khẳng định tình hữu nghị."

    assert held(marked) == []


def test_a_signature_names_the_office_above_the_name() -> None:
    (office,) = offices("TM. BAN TỔ CHỨC\nTRƯỞNG BAN\n(Đã ký)\n<Lê Văn Ba>\n")

    assert (office.person, office.surface) == ("Lê Văn Ba", "TRƯỞNG BAN")


def test_who_acts_for_another_does_not_hold_his_office() -> None:
    marked = "Thay mặt Thủ tướng Chính phủ, Phó Thủ tướng <Lê Văn Ba> ký quyết định."

    assert held(marked) == [("Lê Văn Ba", "Phó Thủ tướng", None)]


def test_each_office_is_told_once_at_its_fullest_mention() -> None:
    marked = (
        "Bộ trưởng <Lê Văn Ba> đến sớm. Bộ trưởng {Bộ Y tế} <Lê Văn Ba> dự. Bộ trưởng {Bộ Y tế} <Lê Văn Ba> về."
    )

    (office,) = offices(marked)

    assert (office.start, office.surface) == (29, "Bộ trưởng Bộ Y tế")


def test_a_delegate_is_named_by_that_only_where_nothing_else_is_said() -> None:
    marked = "Đại biểu <Lê Văn Ba> hỏi. Đại biểu <Phan Thị Lan>, Giám đốc {Sở Y tế Huế}, đáp."

    assert [(one.person, one.office) for one in offices(marked)] == [
        ("Lê Văn Ba", "Đại biểu"),
        ("Phan Thị Lan", "Giám đốc"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chủ tịch, " * 20_000,
        "ông <A B>, Chủ tịch " * 5_000,
        "nguyên " * 30_000,
        "Trưởng ban A " * 10_000,
        "( " * 50_000,
    ],
)
def test_hostile_text_takes_time_in_proportion(text: str) -> None:
    started = time.process_time()
    offices(text)

    assert time.process_time() - started < 20  # most of it for the segmenter
