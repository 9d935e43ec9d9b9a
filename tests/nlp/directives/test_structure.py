import time

import pytest

from nlp.directives.structure import read_structure

DECREE = """CHÍNH PHỦ
Số: 15/2026/NĐ-CP
NGHỊ ĐỊNH
Về thẻ cán bộ
Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Theo đề nghị của Bộ trưởng Bộ Nội vụ;
Chính phủ ban hành Nghị định về thẻ cán bộ.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định việc cấp thẻ.
Điều 2. Hồ sơ
1. Hồ sơ cấp mới gồm:
a) Đơn;
b) Ảnh.
2. Hồ sơ cấp lại gồm đơn theo mẫu tại:
Điều 1 của Phụ lục.
Chương II
ĐIỀU KHOẢN THI HÀNH
Điều 3. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2026./.
Nơi nhận:
- Ban Bí thư Trung ương Đảng;
- Lưu: VT, HC (2).
TM. CHÍNH PHỦ
THỦ TƯỚNG
Lê Minh Tuệ
PHỤ LỤC I
MẪU THẺ
(Ban hành kèm theo Nghị định số 15/2026/NĐ-CP)
I. THẺ GIẤY
II. THẺ NHỰA"""


def told(text: str) -> list[str]:
    return [f"{one.level} {one.number}".strip() for one in read_structure(text).parts]


def test_parts_stand_in_each_other_and_at_their_places():
    parts = read_structure(DECREE).parts
    assert [(one.level, one.number, one.heading, one.parent) for one in parts] == [
        ("chương", "I", "QUY ĐỊNH CHUNG", None),
        ("điều", "1", "Phạm vi điều chỉnh", 0),
        ("điều", "2", "Hồ sơ", 0),
        ("khoản", "1", None, 2),
        ("điểm", "a", None, 3),
        ("điểm", "b", None, 3),
        ("khoản", "2", None, 2),
        ("chương", "II", "ĐIỀU KHOẢN THI HÀNH", None),
        ("điều", "3", "Hiệu lực", 7),
        ("phụ lục", "I", "MẪU THẺ", None),
        ("mục", "I", "THẺ GIẤY", 9),
        ("mục", "II", "THẺ NHỰA", 9),
    ]
    assert DECREE[parts[3].start : parts[3].end] == "1. Hồ sơ cấp mới gồm:\na) Đơn;\nb) Ảnh."
    assert DECREE[parts[7].start : parts[7].end].endswith("năm 2026./.")
    assert all(
        parts[one.parent].start <= one.start < one.end <= parts[one.parent].end for one in parts if one.parent
    )


def test_preamble_list_and_signature_have_their_places():
    structure = read_structure(DECREE)
    assert DECREE[slice(*structure.preamble)].startswith("Căn cứ Luật Tổ chức Chính phủ")
    assert DECREE[slice(*structure.preamble)].endswith("Bộ trưởng Bộ Nội vụ;")
    assert DECREE[slice(*structure.recipients)].startswith("Nơi nhận:")
    assert DECREE[slice(*structure.signature)] == "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\nLê Minh Tuệ"


def test_places_count_in_the_whole_text_of_an_article():
    title = "Nghị định về thẻ cán bộ\n\n"
    (first, *_) = read_structure(title + DECREE, len(title)).parts
    assert first.start == len(title) + DECREE.index("Chương I")


def test_new_wording_of_another_text_is_no_part_of_this_one():
    text = """Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 30/2020/NĐ-CP
1. Sửa đổi, bổ sung Điều 2 như sau:
“Điều 2. Đối tượng áp dụng
1. Cơ quan nhà nước;
2. Doanh nghiệp nhà nước.”.
2. Bổ sung Điều 2a vào sau Điều 2 như sau:
“Điều 2a. Giải thích”.
3. Bãi bỏ khoản 3 Điều 6.
Điều 2. Hiệu lực thi hành"""
    assert told(text) == ["điều 1", "khoản 1", "khoản 2", "khoản 3", "điều 2"]


def test_new_wording_without_marks_is_known_by_its_numbers():
    text = """Điều 1.
Sửa đổi, bổ sung một số điều của Luật Thuế:
1. Khoản 2 Điều 3 được sửa đổi, bổ sung như sau:
2. Thu nhập từ tiền lương, bao gồm:
a) Tiền lương;
2. Điều 24 được sửa đổi, bổ sung như sau:
Điều 24. Trách nhiệm của người trả thu nhập
1. Khấu trừ thuế.
Điều 2.
1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2013."""
    assert told(text) == ["điều 1", "khoản 1", "khoản 2", "điều 2", "khoản 1"]


def test_a_lost_mark_does_not_hide_the_next_article():
    text = """Điều 1. Sửa đổi, bổ sung Điều 8
“Điều 8. Thẩm quyền
1. Giám đốc cấp thẻ.
Điều 2. Sửa đổi, bổ sung khoản 1 Điều 9
“1. Người có đơn.”"""
    assert told(text) == ["điều 1", "điều 2"]


def test_a_party_document_is_read_by_its_numerals():
    text = """CHỈ THỊ
Ban Bí thư yêu cầu:
I. MỤC TIÊU
1. Quan điểm
1.1. Công tác văn thư là nhiệm vụ thường xuyên.
1.2. Bảo đảm bí mật.
2- Chỉ tiêu
- Đến năm 2030:
+ Hoàn thành kho lưu trữ.
II- TỔ CHỨC THỰC HIỆN
1. Các tỉnh uỷ quán triệt Chỉ thị này.
a) Ban Tổ chức hướng dẫn."""
    parts = read_structure(text).parts
    assert [(one.level, one.number, one.parent) for one in parts] == [
        ("mục", "I", None),
        ("khoản", "1", 0),
        ("khoản", "1.1", 1),
        ("khoản", "1.2", 1),
        ("khoản", "2", 0),
        ("gạch đầu dòng", "", 4),
        ("dấu cộng", "", 5),
        ("mục", "II", None),
        ("khoản", "1", 7),
        ("điểm", "a", 8),
    ]


def test_a_list_above_the_first_article_is_none_of_its_clauses():
    text = "LUẬT\n1. Luật An toàn;\n2. Luật số 35/2018/QH14.\nĐiều 1. Phạm vi\n1. Người lao động."
    assert told(text) == ["điều 1", "khoản 1"]


@pytest.mark.parametrize(
    "line", ["“Điều 1. a", '"', "1. ", "a) x", "Chương ", "(((((", "Điều 1. Sửa đổi như sau:"]
)
def test_hostile_lines_cost_time_by_their_length(line):
    started = time.process_time()
    read_structure("\n".join([line] * 60_000))
    read_structure(line * 200_000)
    assert time.process_time() - started < 8


def test_an_empty_text_has_no_parts():
    structure = read_structure("")
    assert (structure.parts, structure.preamble, structure.signature) == ((), None, None)
