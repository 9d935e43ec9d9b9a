import re

import pytest

from nlp.directives.documents import bundled
from nlp.directives.named import GATE, name_of, named
from nlp.directives.registry import spoken
from nlp.document import Citation
from nlp.normalize import standard

_GATE = re.compile(GATE)


def _named(text: str) -> list[Citation]:
    plain = standard(text)
    found = list(named(plain, 0, len(plain)))
    assert all(plain[one.start : one.end] == one.surface for one in found)
    assert not found or _GATE.search(plain)
    return found


def _surfaces(text: str) -> list[str]:
    return [one.surface for one in _named(text)]


def _unmarked(marked: str) -> tuple[str, str]:
    """The text, and what is expected to be found in it, which stands in brackets."""
    before, surface, after = re.split(r"[\[\]]", marked)
    return f"{before}{surface}{after}", standard(surface)


@pytest.mark.parametrize(
    ("marked", "name", "year"),
    [
        ("theo [Luật Đất đai] và các văn bản", "Luật Đất đai", None),
        ("[LUẬT TỔ CHỨC CHÍNH PHỦ] QUY ĐỊNH", "Luật Tổ chức Chính phủ", None),
        ("[luật hôn nhân gia đình] nêu rõ", "Luật Hôn nhân và gia đình", None),
        ("[Luật Phòng, chống tham nhũng]", "Luật Phòng, chống tham nhũng", None),
        ("[Luật phòng chống tham nhũng 2018],", "Luật Phòng, chống tham nhũng", "2018"),
        ("[Luật GDNN năm 2014] quy định", "Luật Giáo dục nghề nghiệp", "2014"),
        ("[Luật HN&GĐ 2014]", "Luật Hôn nhân và gia đình", "2014"),
        ("điều 134 [BLHS 2015]", "Bộ luật Hình sự", "2015"),
        ("theo [Luật Lao động] hiện hành", "Bộ luật Lao động", None),
        ("[Luật Đầu tư], công tác quản lý", "Luật Đầu tư", None),
        ("[Luật Đầu\ntư công năm 2024]", "Luật Đầu tư công", "2024"),
        ("[Luật Đất đai] (năm 2013) nêu", "Luật Đất đai", "2013"),
        ("[Pháp lệnh Ưu đãi người có công]", "Pháp lệnh Ưu đãi người có công với cách mạng", None),
        ("[Bộ luật Hình sự năm 2015, sửa đổi bổ sung năm 2017],", "Bộ luật Hình sự", "2015"),
        ("[Bộ luật Hình sự 2015 (sửa đổi, bổ sung 2017)] thì", "Bộ luật Hình sự", "2015"),
        ("[Luật BHYT sửa đổi năm 2024] có hiệu lực", "Luật Bảo hiểm y tế", "2024"),
    ],
)  # fmt: skip
def test_a_law_is_found_by_its_name_with_its_year(marked: str, name: str, year: str | None) -> None:
    text, surface = _unmarked(marked)
    (found,) = _named(text)

    assert (found.surface, found.year, found.scope, found.canonical) == (surface, year, "state", None)
    assert spoken(name_of(found)) == spoken(name)


@pytest.mark.parametrize(
    "text",
    [
        "chấp hành pháp luật đất đai trên địa bàn",
        "các văn bản luật (pháp luật hải quan)",
        "KỶ LUẬT LAO ĐỘNG",
        "sinh viên Đại học Luật Hà Nội, Hội Luật gia và Luật sư Nguyễn Văn An",
        "theo quy luật giá trị và luật giá cả, luật dân sự",
        "Luật Thương mại quốc tế; Luật Phá sản của Mỹ; Bộ luật Hình sự Nga",
        "Luật Đất đai số 45/2013/QH13, Luật Nhà ở 65/2014/QH13, Luật Giáo dục đại học sửa đổi số 34",
        "Đạo luật An ninh mạng; Luật này; các luật khác",
        "tuân thủ Hiến pháp và pháp luật; Hiến pháp Mỹ; hiến pháp của Việt Nam",
        "Điều lệ Đảng bộ; điều lệ công ty",
        "Nghị quyết của Trung ương về công tác đối ngoại; Nghị quyết Đại hội đồng cổ đông năm 2012",
        "nghị quyết Đại hội đảng các cấp; Nghị quyết TU 4; nghị quyết từ 4 phía",
        "Hội nghị Trung ương 8 khóa XIII khai mạc; Đại hội lần thứ VIII thành công",
        "Nghị quyết Đại hội IX của Đảng Nhân dân Cách mạng Lào",
        "Nghị quyết 19 của Trung ương; Nghị quyết Trung ương năm 2021",
        "Kết luận hội nghị, đồng chí Chủ tịch yêu cầu từ năm 2023",
        "Khoán 10 triệu đồng; khoán 10 việc",
        "gọi tắt (BLHS)",
    ],
)
def test_what_only_sounds_like_a_document_is_left_alone(text: str) -> None:
    assert _surfaces(text) == []


def test_the_day_of_a_law_is_part_of_its_name() -> None:
    (found,) = _named("Căn cứ Luật Báo chí ngày 28 tháng 12 năm 1989;")

    assert found.surface == "Luật Báo chí ngày 28 tháng 12 năm 1989"
    assert (found.year, found.issued_on) == ("1989", "1989-12-28")


def test_a_law_that_amends_another_is_one_document() -> None:
    (found,) = _named("điều 65 Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học quy định")

    assert found.surface == "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục đại học"
    assert name_of(found) == found.surface


def test_of_a_draft_the_law_that_it_would_change_is_cited() -> None:
    text = "Dự thảo Luật sửa đổi, bổ sung một số điều của Luật Thanh tra"

    assert _surfaces(text) == ["Luật Thanh tra"]


@pytest.mark.parametrize(
    ("marked", "key"),
    [
        ("[Hiến pháp năm 1992] đã", "vn.hp.1992._"),
        ("[HIẾN PHÁP 2013]", "vn.hp.2013._"),
        ("tại Điều 4 [Hiến pháp]", None),
        ("Căn cứ [Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam];", None),
        ("thi hành [Điều lệ Đảng].", "tw.dl.x._dieu-le-dang"),
        ("[Điều lệ Đảng Cộng sản Việt Nam] khóa XI", "tw.dl.k11._dieu-le-dang"),
    ],
)  # fmt: skip
def test_the_constitution_and_the_charter_have_keys_of_their_own(marked: str, key: str | None) -> None:
    text, surface = _unmarked(marked)
    (found,) = _named(text)

    assert (found.surface, found.canonical) == (surface, key)


def test_every_law_of_the_registry_is_known_by_its_title() -> None:
    titles = [
        standard(one.title)
        for one in bundled()
        if one.type in ("Luật", "Bộ luật", "Pháp lệnh") and one.title and not set('("0123456789') & set(one.title)
    ]
    unknown = [title for title in titles if _surfaces(f"{title}; ")[:1] != [title]]

    assert len(titles) > 400
    assert unknown == []
