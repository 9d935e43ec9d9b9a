import pytest

from crawler.extract.naming import found_in, in_letters


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("QUỐC HỘI", "Quốc hội"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Ủy ban Thường vụ Quốc hội"),
        ("UỶ BAN NHÂN DÂN TỈNH NAM ĐỊNH", "Uỷ ban nhân dân tỉnh Nam Định"),
        ("HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Hội đồng nhân dân thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN HUYỆN VỤ BẢN TỈNH NAM ĐỊNH", "Ủy ban nhân dân huyện Vụ Bản tỉnh Nam Định"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("BỘ CÔNG THƯƠNG", "Bộ Công Thương"),
        ("TỔNG CỤC THUẾ - NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Tổng cục Thuế - Ngân hàng Nhà nước Việt Nam"),
        ("NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Ngân hàng Nhà nước Việt Nam"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"),
        ("TỈNH ỦY QUẢNG NAM", "Tỉnh ủy Quảng Nam"),
        ("Bộ Nội vụ", "Bộ Nội vụ"),  # not in capitals: left as it is
        ("", ""),
    ],
)
def test_a_body_is_named_as_people_write_it(printed, written):
    assert in_letters(printed) == written


def test_words_in_capitals_are_found_as_the_text_writes_them():
    lines = ["LUẬT", "HỢP TÁC XÃ", "Quốc hội ban hành Luật Hợp tác xã1.", "Điều 1. Phạm vi"]
    assert found_in(lines, "LUẬT HỢP TÁC XÃ") == "Luật Hợp tác xã"
    assert found_in(lines, "LUẬT ĐÊ ĐIỀU") is None
