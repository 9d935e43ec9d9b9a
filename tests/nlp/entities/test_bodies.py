import time

import pytest

from nlp.entities.bodies import bodies
from nlp.entities.gazetteer import gazetteer
from nlp.entities.joined import Joined
from nlp.normalize import standard
from nlp.segment import segment


def built(text):
    plain = standard(text)
    places = {start: end for start, end, name in gazetteer().find(plain) if name.type == "LOC"}
    found = bodies(plain, words=Joined.of(segment(plain).sentences), places=places)
    return [text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Liên hiệp các tổ chức hữu nghị tỉnh Sơn La họp", ["Liên hiệp các tổ chức hữu nghị tỉnh Sơn La"]),
        ("do Sở Giáo dục và Đào tạo tỉnh Hà Nam gửi", ["Sở Giáo dục và Đào tạo tỉnh Hà Nam"]),
        ("Ban Chấp hành Trung ương Hội Nông dân Việt Nam", ["Ban Chấp hành Trung ương Hội Nông dân Việt Nam"]),
        ("ở Văn phòng Đại sứ quán Việt Nam tại Nga, ông", ["Văn phòng Đại sứ quán Việt Nam tại Nga"]),
        ("Ban quản lý dự án Sông Xanh cho biết", ["Ban quản lý dự án Sông Xanh"]),
        ("Cục Cảnh sát điều tra tội phạm về ma tuý bắt", ["Cục Cảnh sát điều tra tội phạm về ma tuý"]),
        ("Sở Văn hóa, Thể thao và Du lịch Hà Nam", ["Sở Văn hóa, Thể thao và Du lịch Hà Nam"]),
        ("Ban Chỉ đạo phòng, chống thiên tai tỉnh Hà Nam họp", ["Ban Chỉ đạo phòng, chống thiên tai tỉnh Hà Nam"]),
        ("của Công ty cổ phần đầu tư Sông Xanh", ["Công ty cổ phần đầu tư Sông Xanh"]),
        ("Trường THPT Nguyễn Huệ và học sinh", ["Trường THPT Nguyễn Huệ"]),
        ("Hội hữu nghị Việt Nam - Lào thăm", ["Hội hữu nghị Việt Nam - Lào"]),
        ("Trung đoàn 95 và Đồn Biên phòng Sông Xanh", ["Trung đoàn 95", "Đồn Biên phòng Sông Xanh"]),
    ],
)
def test_a_head_goes_on_with_the_words_of_names_to_its_place(text, names):
    assert built(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bộ trưởng Bộ Xây dựng Nguyễn Văn Nam nói", ["Bộ Xây dựng"]),
        ("Văn phòng Quốc hội Trần Thị Hoa", ["Văn phòng Quốc hội"]),
        ("Bộ Giáo dục Nhật Bản Sato Kenji", ["Bộ Giáo dục Nhật Bản"]),
        ("Sở Y tế, Sở Nội vụ và Sở Tài chính", ["Sở Y tế", "Sở Nội vụ", "Sở Tài chính"]),
        ("Bộ Công an chỉ đạo điều tra", ["Bộ Công an"]),
        ("Đảng bộ tỉnh Hà Nam và nhân dân", ["Đảng bộ tỉnh Hà Nam"]),
        ("Phó Chủ tịch UBND tỉnh Nguyễn Văn An", ["UBND tỉnh"]),
    ],
)
def test_it_ends_before_a_person_another_body_and_what_it_does(text, names):
    assert built(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "nhiệm vụ mới và cơ sở 2, Khoa học, ở Tân Hội",
        "các Công ty TNHH, Công ty cổ phần",
        "ngân hàng trung ương, hội đồng quản trị",
        "Phó Bí thư Thường trực nói",
        "BAN TỔ CHỨC",
    ],
)
def test_a_head_inside_a_word_or_without_a_name_is_none(text):
    assert built(text) == []


@pytest.mark.parametrize(
    "piece", ["Ban ", "Hội kinh tế và ", "Ban kinh tế, văn hóa, ", "HỘI NÔNG DÂN ", "Ban Đỏ "]
)
def test_a_long_text_costs_no_more_than_its_length(piece):
    text = piece * (100_000 // len(piece))
    words = Joined({}, [])
    start = time.process_time()
    assert len([*bodies(text, words=words, places={})]) <= len(text)
    assert time.process_time() - start < 5  # a second here; squared it would be hours
