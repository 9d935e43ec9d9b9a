from crawler.extract.gazette import pages, printed

LINES = (
    "Điều 1. Phạm vi",
    "Thông tư này quy định việc cấp thẻ.",
    "",
    "44",
    "CÔNG BÁO/Số 977 + 978/Ngày 25-7-2025",
    "",
    "44",
    "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ",
    "Thời gian ký: 04.09.2025 10:56:03 +07:00",
    "1. Thẻ có giá trị trong 05 năm.",
    "2",
    "Cơ quan: nơi người được cấp thẻ làm việc.",
)


def test_heads_numbers_and_stamps_are_no_text():
    found = printed(LINES)
    assert [LINES[at] for at in sorted(found.all)] == [
        "44",
        "CÔNG BÁO/Số 977 + 978/Ngày 25-7-2025",
        "44",
        "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ",
        "Thời gian ký: 04.09.2025 10:56:03 +07:00",
    ]


def test_a_page_ends_at_the_head_of_the_next():
    first, second = pages(LINES, printed(LINES))
    assert first == ["Điều 1. Phạm vi", "Thông tư này quy định việc cấp thẻ.", ""]
    assert second[-2:] == ["2", "Cơ quan: nơi người được cấp thẻ làm việc."]


def test_a_text_without_heads_is_one_page_of_every_line():
    lines = ["Email: banbientap@vidu.vn", "12", "Tin trong tỉnh"]
    assert pages(lines, printed(lines)) == [lines]
