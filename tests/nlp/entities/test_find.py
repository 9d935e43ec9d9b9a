import pytest

from nlp.entities.find import find
from nlp.normalize import standard
from nlp.segment import segment


def found(text, taken=()):
    plain = standard(text)
    return [(one.type, text[one.start : one.end]) for one in find(plain, segment(plain).sentences, taken=taken)]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Ông Nguyễn Văn Bình phát biểu.", [("PER", "Nguyễn Văn Bình")]),
        ("đồng chí Trần Quang Huy, bà Hà và anh Nam", [("PER", "Trần Quang Huy"), ("PER", "Hà"), ("PER", "Nam")]),
        ("Gặp PGS. TS Đỗ Minh Tuấn ở trường.", [("PER", "Đỗ Minh Tuấn")]),
        ("Ca sĩ Hồng Loan hát.", [("PER", "Hồng Loan")]),
        ("do Nguyễn Văn Nam Chủ tịch hội ký", [("PER", "Nguyễn Văn Nam")]),
        ("gặp Lê Văn Tám Nguyễn Thị Hoa", [("PER", "Lê Văn Tám"), ("PER", "Nguyễn Thị Hoa")]),
        ("Tổng thống Mỹ Joe Biden", [("LOC", "Mỹ"), ("PER", "Joe Biden")]),
        ("ông Kim Jong-un", [("PER", "Kim Jong-un")]),
        ("ông George W. Bush", [("PER", "George W. Bush")]),
        ("Ông Trần Thanh Hà-Ủy viên", [("PER", "Trần Thanh Hà")]),
        ("Ảnh: Phạm Kim NgânTại buổi lễ", [("PER", "Phạm Kim Ngân")]),
        ("Hà Nội đẹp (Ảnh: Hải An).", [("LOC", "Hà Nội"), ("PER", "Hải An")]),
        ("toàn cảnh (Ảnh: M.Quân)", [("PER", "M.Quân")]),
        ("sang Nhật Bản.Ông Takebe Tsutomu nói", [("LOC", "Nhật Bản"), ("PER", "Takebe Tsutomu")]),
        ("phong cách Hồ Chí Minh", [("PER", "Hồ Chí Minh")]),
        ("theo lời Bác Hồ dạy", [("PER", "Bác Hồ")]),
        ("Bài dài.\nHà Thu", [("PER", "Hà Thu")]),
        ("Á hậu Hoàn vũ Việt Nam", [("LOC", "Việt Nam")]),
        ("ở đường Nguyễn Trãi, phố Lê Văn Hưu", [("LOC", "Nguyễn Trãi"), ("LOC", "Lê Văn Hưu")]),
        ("tại số 18 Hoàng Văn Thụ", [("LOC", "Hoàng Văn Thụ")]),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Huy Phong", [("ORG", "UBND tỉnh"), ("PER", "Nguyễn Huy Phong")]),
        ("UBND phường Phạm Ngũ Lão", [("ORG", "UBND phường Phạm Ngũ Lão")]),
    ],
)
def test_persons_are_known_by_family_name_and_by_the_words_before(text, entities):
    assert found(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("tỉnh Quảng Ninh, TP Hạ Long", [("LOC", "Quảng Ninh"), ("LOC", "TP Hạ Long")]),
        ("ở TP. Thanh Hóa và Thành phố Hồ Chí Minh", [("LOC", "TP. Thanh Hóa"), ("LOC", "Thành phố Hồ Chí Minh")]),
        ("huyện Chương Mỹ, xã Hồng Hà", [("LOC", "Chương Mỹ"), ("LOC", "Hồng Hà")]),
        ("quận 1 và phường 12", [("LOC", "quận 1"), ("LOC", "phường 12")]),
        ("Nga và Mỹ hội đàm", [("LOC", "Nga"), ("LOC", "Mỹ")]),
        ("Anh ấy học tiếng Anh rồi sang Anh.", [("LOC", "Anh")]),
        ("Pháp lệnh mới, Ý kiến khác, chị Nga", [("PER", "Nga")]),
        ("quan hệ Việt Nam – Lào", [("LOC", "Việt Nam"), ("LOC", "Lào")]),
        ("châu Á - Thái Bình Dương", [("LOC", "châu Á - Thái Bình Dương")]),
        ("Trần Bình Dương về nước", [("PER", "Trần Bình Dương")]),
        ("VÌ HÀ NỘI XANH", [("LOC", "HÀ NỘI")]),
        ("vì hòa bình và hữu nghị", []),
    ],
)
def test_places_are_known_by_list_and_by_class_word(text, entities):
    assert found(text) == entities


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Trưởng ban Dân vận Trung ương", [("ORG", "ban Dân vận Trung ương")]),
        ("Bộ Công thương và Bộ công an", [("ORG", "Bộ Công thương"), ("ORG", "Bộ công an")]),
        ("Các bộ công an, thời gian, dân trí, tuổi trẻ", []),
        ("Tỉnh ủy Thanh Hóa họp", [("ORG", "Tỉnh ủy Thanh Hóa")]),
        ("Bộ Ngoại giao Nga bác tin", [("ORG", "Bộ Ngoại giao Nga")]),
        ("Công an huyện Lục Nam", [("ORG", "Công an huyện Lục Nam")]),
        (
            "Đảng ủy cơ quan Trung ương Hội Luật gia Việt Nam",
            [("ORG", "Đảng ủy cơ quan Trung ương Hội Luật gia Việt Nam")],
        ),
        (
            "Cơ quan cảnh sát điều tra Công an quận Ba Đình",
            [("ORG", "Cơ quan cảnh sát điều tra Công an quận Ba Đình")],
        ),
        ("Hội hữu nghị Việt Nam-Canada", [("ORG", "Hội hữu nghị Việt Nam-Canada")]),
        ("Quận ủy Cái Răng", [("ORG", "Quận ủy Cái Răng")]),
        ("Hội Hữu nghị Việt - Nhật", [("ORG", "Hội Hữu nghị Việt - Nhật")]),
        ("BỘ CÔNG AN THÔNG BÁO", [("ORG", "BỘ CÔNG AN")]),
    ],
)
def test_bodies_are_known_by_list_and_by_place(text, entities):
    assert found(text) == entities


def test_a_citation_is_never_touched():
    text = "Quyết định số 12/QĐ-UBND tỉnh Quảng Ninh"
    assert found(text, taken=[(0, 24)]) == [("LOC", "Quảng Ninh")]
    assert found("Nghị quyết Hà Nội", taken=[(0, 17)]) == []


def test_every_mention_says_who_found_it_and_how_surely():
    text = standard("Ông Nguyễn Văn Bình và Bộ Công an ở xã Hồng Hà")
    mentions = find(text, segment(text).sentences, taken=())
    assert [(one.by, 0 < one.confidence <= 1) for one in mentions] == [
        ("honorific", True),
        ("gazetteer", True),
        ("class-word", True),
    ]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("Điều lệ.\n\nChương III\n\nQUẢN LÝ VĂN BẢN ĐẾN", []),
        ("Nơi nhận: như trên.\n\nTM. CHÍNH PHỦ\n\nTHỦ TƯỚNG\n\nLê Văn Tám", [("PER", "Lê Văn Tám")]),
    ],
)
def test_chapters_and_titles_of_an_official_text_are_no_persons(text, entities):
    assert found(text) == entities
